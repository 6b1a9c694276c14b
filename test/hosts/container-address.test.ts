import { describe, expect, it } from 'vitest';
import { formatContainerAddress, parseContainerAddress } from '../../src/hosts/container-address.ts';

describe('the address of a container', () => {
  it.each([
    ['docker:shop-db-1', { engine: 'docker', user: null, which: { name: 'shop-db-1' } }],
    ['docker:0a1b2c3d4e5f', { engine: 'docker', user: null, which: { name: '0a1b2c3d4e5f' } }],
    ['podman:root@db', { engine: 'podman', user: 'root', which: { name: 'db' } }],
    ['docker:1000:1000@db', { engine: 'docker', user: '1000:1000', which: { name: 'db' } }],
    [
      'compose:shop/db',
      { engine: 'docker', user: null, which: { project: 'shop', service: 'db', number: null } },
    ],
    [
      'compose:postgres@shop/db/2',
      { engine: 'docker', user: 'postgres', which: { project: 'shop', service: 'db', number: 2 } },
    ],
    [
      'podman-compose:shop/db',
      { engine: 'podman', user: null, which: { project: 'shop', service: 'db', number: null } },
    ],
  ])('%s is understood, and written back as it was', (text, address) => {
    expect(parseContainerAddress(text)).toEqual(address);
    expect(formatContainerAddress(parseContainerAddress(text))).toBe(text);
  });

  it.each([
    '',
    'db',
    'docker:',
    'docker://db',
    'lxc:db',
    'docker:-it',
    'docker:--privileged',
    'docker:a b',
    'docker:a;reboot',
    'docker:$(id)',
    'docker:a\nb',
    'docker:db\u001b[2J',
    'docker:@db',
    'docker:-u@db',
    'docker:a b@db',
    'docker:a@b@db',
    'docker:shop/db',
    'compose:shop',
    'compose:shop/db/0',
    'compose:shop/db/x',
    'compose:shop/db/1/2',
    'compose:shop/',
    'compose:/db',
    'compose:shop,label=x/db',
  ])('%j is refused, and shown escaped', (text) => {
    const parse = () => parseContainerAddress(text);
    expect(parse).toThrow(expect.objectContaining({ code: 'bad-input' }));
    expect(parse).toThrow(/^Cannot look for the container "[^\u0000-\u001f]*Correct it\.$/);
  });
});
