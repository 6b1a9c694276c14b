import { createMemoryBackend } from '../../src/backends/memory.ts';
import { backendContract } from '../contract/backend.ts';

backendContract('memory', async () => ({ backend: createMemoryBackend(), cleanUp: async () => {} }));
