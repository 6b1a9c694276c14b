import { decoding } from './fault.ts';
import { asFlag, asText, asTime, asUint, MAX_UINT32 } from './fields.ts';
import { quoteJson } from './json-text.ts';
import { parseObject } from './parse-json.ts';
import { formatTime } from './time.ts';

/** What a file in `locks/` holds. */
export interface LockFile {
  /** Nanoseconds since 1970, of the last refresh. */
  readonly timeNs: bigint;
  readonly exclusive: boolean;
  readonly hostname: string;
  readonly username: string;
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
}

export function encodeLock(lock: LockFile): Buffer {
  const uid = lock.uid === 0 ? '' : `,"uid":${lock.uid}`;
  const gid = lock.gid === 0 ? '' : `,"gid":${lock.gid}`;
  return Buffer.from(
    `{"time":"${formatTime(lock.timeNs)}","exclusive":${lock.exclusive},"hostname":${quoteJson(lock.hostname)},` +
      `"username":${quoteJson(lock.username)},"pid":${lock.pid}${uid}${gid}}`,
    'latin1',
  );
}

/** @throws HoldfastError repository-damaged. */
export function decodeLock(json: Uint8Array, what = 'a lock'): LockFile {
  return decoding(what, () => {
    const { time, exclusive, hostname, username, pid, uid, gid } = parseObject(json);
    return {
      timeNs: asTime(time, 'time'),
      exclusive: asFlag(exclusive, 'exclusive'),
      hostname: asText(hostname, 'hostname'),
      username: asText(username, 'username'),
      pid: asUint(pid, 'pid'),
      uid: asUint(uid, 'uid', MAX_UINT32),
      gid: asUint(gid, 'gid', MAX_UINT32),
    };
  });
}
