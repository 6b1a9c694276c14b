import { localHost } from '../../src/hosts/local.ts';
import { hostContract } from '../contract/host.ts';

hostContract('this machine', async () => ({
  connect: async () => localHost(),
  tearDown: async () => undefined,
}));
