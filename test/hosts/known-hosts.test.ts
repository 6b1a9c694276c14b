import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  type HostKey,
  judgeHostKey,
  KnownHosts,
  knownHostsLine,
  parseHostKey,
} from '../../src/hosts/known-hosts.ts';

// Keys, fingerprints and hashed names as OpenSSH 9.2 made them: ssh-keygen -t, -lf, -H.
const ED25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEmiu5UWYH5eO0r+NqyIW4Nw2wszb/Nz+rFiPUnRKf2S';
const OTHER = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKcDBM5yRiJaAt2bxg7L2+qGZG47gcqcm17nlqLn2oZI';
const ECDSA =
  'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFSAJk8HCGVO6z52dsIQbUMMUoJSIdnrQjN+' +
  'p+TivJ7kCZB3k6tUuCU8q2RxuEYy8gG6sIJ7U9zqo8Hq4mHVP90=';
const ED25519_FINGERPRINT = 'SHA256:oqOd7xcdZgDZizsmIeH0Fdr8FDN/wnHnCzFFG9/QkWM';
const ECDSA_FINGERPRINT = 'SHA256:tTPk0MYWJWiU9y/S3gYtbH12VpT/egBUoHSVvcRZDWc';
const HASHED_PLAIN = `|1|4GICXLNwcW9R7D78uVCQ3R2gE0Q=|S3Y7Hc/DeYV/TIGjXJE+owh38z0= ${ED25519}`; // db.example
const HASHED_PORT = `|1|fsM44J+B+JvMDLAb0vWBQ+RTZJU=|zHOW9omEmpXGbVJWMt0iX/4j1/c= ${ECDSA}`; // [db.example]:2222

function key(line: string): HostKey {
  return parseHostKey(Buffer.from(line.split(' ')[1] ?? '', 'base64')) as HostKey;
}

function verdict(text: string, seen: string, host = 'db.example', port = 22, isDestination = true) {
  return judgeHostKey(key(seen), KnownHosts.parse(text).lookUp(host, port, { isDestination }));
}

describe('known hosts', () => {
  it.each([
    ['a plain name', `db.example ${ED25519}`, 22],
    ['a name among several', `web.example,db.example,10.0.0.1 ${ED25519} a comment`, 22],
    ['a name in another case', `DB.Example ${ED25519}`, 22],
    ['a wildcard', `*.example ${ED25519}`, 22],
    ['a question mark', `d?.example ${ED25519}`, 22],
    ['a hashed name', HASHED_PLAIN, 22],
    ['a name with its port', `[db.example]:2222 ${ED25519}`, 2222],
    ['a name without port, for another port that has no line', `db.example ${ED25519}`, 2222],
    ['one of several keys', `db.example ${ECDSA}\ndb.example ${OTHER}\ndb.example ${ED25519}`, 22],
    ['a fingerprint alone', ED25519_FINGERPRINT, 22],
    ['a fingerprint alone, with padding', `${ED25519_FINGERPRINT}=`, 22],
    ['a fingerprint for a name', `db.example ${ED25519_FINGERPRINT}`, 22],
    ['tabs and CRLF', `db.example\t${ED25519.replace(' ', '\t')}\r\n`, 22],
  ])('trust %s', (_what, text, port) => {
    expect(verdict(text, ED25519, 'db.example', port)).toBe('trusted');
  });

  it('trust a hashed name with its port', () => {
    expect(verdict(HASHED_PORT, ECDSA, 'db.example', 2222)).toBe('trusted');
  });

  it('trust IPv6 addresses, with and without a port', () => {
    expect(verdict(`::1 ${ED25519}`, ED25519, '::1')).toBe('trusted');
    expect(verdict(`[::1]:2222 ${ED25519}`, ED25519, '::1', 2222)).toBe('trusted');
  });

  it.each([
    ['nothing', ''],
    ['comments', `# db.example ${ED25519}`],
    ['another name', `web.example ${ED25519}`],
    ['a name that only begins or ends like it', `db.example.org ${ED25519}\nb.example ${ED25519}`],
    ['a dot taken for any character', `db-example ${ED25519}\ndbxexample ${ED25519}`],
    ['a negated pattern', `*.example,!db.example ${ED25519}`],
    ['nothing but a negated pattern', `!web.example ${ED25519}`],
    ['another hashed name', HASHED_PORT],
    ['a name with another port', `[db.example]:2222 ${ED25519}`],
    ['a certificate authority, which we do not support', `@cert-authority db.example ${ED25519}`],
    ['a fingerprint for another name', `web.example ${ED25519_FINGERPRINT}`],
  ])('do not know a host by %s', (_what, text) => {
    expect(verdict(text, ED25519)).toBe('unknown');
  });

  it.each([
    ['key of the same type', `db.example ${OTHER}`],
    ['key of another type', `db.example ${ECDSA}`],
    ['fingerprint', ECDSA_FINGERPRINT],
  ])('say that a key changed when another %s is pinned', (_what, text) => {
    expect(verdict(text, ED25519)).toBe('changed');
  });

  it('do not fall back to the plain name when the port has a key of its own', () => {
    expect(verdict(`[db.example]:2222 ${OTHER}\ndb.example ${ED25519}`, ED25519, 'db.example', 2222)).toBe(
      'changed',
    );
  });

  it.each([
    ['by its key', `@revoked * ${ED25519}`],
    ['by its key, on the line of the plain name', `@revoked db.example ${ED25519}`],
    ['by its fingerprint', `@revoked * ${ED25519_FINGERPRINT}`],
  ])('refuse a key that is revoked %s, though it is pinned too', (_what, revocation) => {
    expect(verdict(`[db.example]:2222 ${ED25519}\n${revocation}`, ED25519, 'db.example', 2222)).toBe(
      'revoked',
    );
  });

  it('let a bare fingerprint speak for the destination only, not for jump hosts', () => {
    expect(verdict(ED25519_FINGERPRINT, ED25519, 'jump.example', 22, false)).toBe('unknown');
  });

  it('take no damaged line for a key, and name each', () => {
    const lines = [
      `db.example ssh-ed25519 ${ECDSA.split(' ')[1]}`, // the type isn't the key's
      `db.example ${ED25519.slice(0, -4)}!!!!`,
      'db.example ssh-ed25519',
      'db.example',
      `|1|AAAA|BBBB ${ED25519}`,
      `|2|4GICXLNwcW9R7D78uVCQ3R2gE0Q=|S3Y7Hc/DeYV/TIGjXJE+owh38z0= ${ED25519}`,
      `@unheard db.example ${ED25519}`,
    ];
    const known = KnownHosts.parse(lines.join('\n'));
    expect(known.isEmpty).toBe(true);
    expect(known.notes).toHaveLength(lines.length);
    expect(known.notes[0]).toBe('line 1: it holds no host key');
  });

  it('note that certificate authorities are not supported', () => {
    expect(KnownHosts.parse(`@cert-authority * ${ED25519}`).notes).toEqual([
      'line 1: @cert-authority is not supported',
    ]);
  });

  it('have the fingerprints that ssh-keygen shows', () => {
    expect([fingerprintOf(key(ED25519).blob), fingerprintOf(key(ECDSA).blob)]).toEqual([
      ED25519_FINGERPRINT,
      ECDSA_FINGERPRINT,
    ]);
  });

  it.each([22, 2222])('are told by a line that pins the key at port %i', (port) => {
    const line = knownHostsLine('db.example', port, key(ED25519));
    expect(verdict(line, ED25519, 'db.example', port)).toBe('trusted');
  });
});
