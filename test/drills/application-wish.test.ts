import { describe, expect, test } from 'vitest';
import { parseApplicationWish } from '../../src/drills/application-wish.ts';

const parse = (...texts: string[]) =>
  parseApplicationWish(texts, '--application', (text) => Number.parseInt(text, 10) * 1000);

const LEAST = ['image=wiki:2', 'command=exec serve', 'ready=http: http://localhost:8080/'];

describe('the application that a drill starts', () => {
  test('is none where nobody says anything of it', () => {
    expect(parse()).toBe(null);
  });

  test('is an image, a command and when it is ready', () => {
    const ready = { kind: 'http', url: 'http://localhost:8080/', socket: null, expected: null };
    const rest = { user: null, mounts: [], initMs: null };
    expect(parse(...LEAST)).toMatchObject({ image: 'wiki:2', command: 'exec serve', ready, ...rest });
  });

  test('takes the equals signs and lines of a command as they are', () => {
    expect(
      parse('command=A=b serve\n--x=y', ...LEAST.filter((one) => !one.startsWith('command'))),
    ).toMatchObject({
      command: 'A=b serve\n--x=y',
    });
  });

  test('takes an account, a limit and its folders, at their own places or elsewhere', () => {
    const more = [
      'user=www-data',
      'init-limit=90s',
      'mount=/srv/wiki',
      'mount=/srv/uploads=/var/www/uploads',
    ];
    expect(parse(...LEAST, ...more)).toMatchObject({
      user: 'www-data',
      initMs: 90_000,
      mounts: [
        { from: '/srv/wiki', to: '/srv/wiki' },
        { from: '/srv/uploads', to: '/var/www/uploads' },
      ],
    });
  });

  test.each([
    ['no command', LEAST.slice(0, 1)],
    ['an image said twice', [...LEAST, 'image=other']],
    ['an unknown word', [...LEAST, 'network=host']],
    ['a word without a value', [...LEAST, 'user=']],
    ['no word at all', [...LEAST, 'serve']],
    ['an account that is an option', [...LEAST, 'user=--privileged']],
    ['a check of another kind', [...LEAST.slice(0, 2), 'ready=sql: SELECT 1']],
    ['a check that expects something', [...LEAST.slice(0, 2), 'ready=command: id => root']],
    ['an address elsewhere', [...LEAST.slice(0, 2), 'ready=http: http://wiki.example/']],
    ['a folder out of the snapshot', [...LEAST, 'mount=/srv/../etc']],
    ['a folder of this machine, as an option would take it', [...LEAST, 'mount=/srv:/srv']],
    ['a relative folder', [...LEAST, 'mount=srv']],
    ['all of the container', [...LEAST, 'mount=/=/']],
    ['the folder of what was restored', [...LEAST, 'mount=/srv=/holdfast-drill/files']],
    ['a folder of the kernel', [...LEAST, 'mount=/srv=/proc/sys']],
    ['a folder in another', [...LEAST, 'mount=/srv=/a', 'mount=/b=/a/b']],
    ['the same folder twice', [...LEAST, 'mount=/srv=/a', 'mount=/b=/a']],
    ['two equals signs', [...LEAST, 'mount=/a=/b=/c']],
  ])('is refused with %s', (_what, texts) => {
    expect(() => parse(...texts)).toThrow('Cannot use --application');
  });
});
