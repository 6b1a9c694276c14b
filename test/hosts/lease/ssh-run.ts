/**
 * A run of its own over SSH: stops the application, says so, and then whether the lease is lost. As JSON in its argument: the
 * client, address, options, terms and stop command.
 */

import { Lease } from '../../../src/hosts/lease/lease.ts';
import { connectOpenSsh } from '../../../src/hosts/openssh.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';

const { client, address, options, terms, stop } = JSON.parse(process.argv[2] ?? '{}');
const connect = () => (client === 'ssh2' ? connectSsh : connectOpenSsh)(address, options);
const { signal } = new AbortController();
const lease = await Lease.lay(await connect(), terms, { connect, onEarlier: () => {}, signal });
await lease.arm(signal);
await lease.stop(stop, signal);
console.log('stopped');
await new Promise((resolve) => lease.lost.addEventListener('abort', resolve));
console.log('lost');
process.exit();
