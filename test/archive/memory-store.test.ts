import { archiveStoreContract } from '../contract/archive-store.ts';
import { MemoryStore } from './memory-store.ts';

archiveStoreContract('memory', async () => ({ store: new MemoryStore(), cleanUp: async () => {} }));
