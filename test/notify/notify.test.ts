import { execFileSync } from 'node:child_process';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureText } from '../../src/failure-text.ts';
import { Notifier, notifierSettings } from '../../src/notify/notifier.ts';
import type { NoticeFields } from '../../src/notify/template.ts';

const QUICK = { timeoutMs: 300, tries: 3, pauseMs: 1 };
const NAMES = {
  pingUrl: '--ping-url-file',
  webhookUrl: '--webhook-url-file',
  template: '--webhook-template-file',
};
const FIELDS: NoticeFields = {
  ...{
    action: 'Backup',
    outcome: 'failed',
    target: 'wiki',
    host: 'db1',
    duration: '5 min',
    run: 'https://github.com/o/r/actions/runs/1',
  },
  reason: 'Cannot read "/srv/secret file": permission denied',
};

let servers: Server[] = [];
let told: string[] = [];
let problems: string[] = [];
beforeEach(() => {
  [servers, told, problems] = [[], [], []];
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  return Buffer.concat(await Array.fromAsync(request)).toString('utf8');
}

/** Answers with these, in turn, the last again and again. */
async function answering(...statuses: number[]): Promise<string> {
  const listener: RequestListener = async (request, response) => {
    told.push(
      `${request.method} ${request.url} ${request.headers['content-type'] ?? ''} ${await bodyOf(request)}`.trim(),
    );
    const status = statuses[Math.min(told.length, statuses.length) - 1] as number;
    response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end('x'.repeat(1000));
  };
  return `http://${await listen(createServer(listener))}`;
}

function notifier(given: { pingUrl?: string; webhookUrl?: string; template?: string }): Notifier {
  const { pingUrl = null, webhookUrl = null, template = null } = given;
  return new Notifier(
    notifierSettings({ pingUrl, webhookUrl, template }, NAMES),
    (one) => problems.push(one),
    QUICK,
  );
}

const end = (one: Notifier, succeeded = true) => one.end(succeeded, FIELDS, { hurried: false });

describe('a ping', () => {
  test('goes to the address itself for a success, and beside it for a start and a failure, with nothing in it', async () => {
    const server = await answering(200);
    const one = notifier({ pingUrl: `${server}/ping/5ec2e7/?x=1` });
    one.start();
    await end(one);
    await end(one, false);
    expect(told).toEqual([
      'POST /ping/5ec2e7/start?x=1',
      'POST /ping/5ec2e7?x=1',
      'POST /ping/5ec2e7/fail?x=1',
    ]);
    expect(problems).toEqual([]);
  });

  test('is sent again after an error of the server, and then it is well', async () => {
    await end(notifier({ pingUrl: `${await answering(500, 429, 200)}/p` }));
    expect([told.length, problems]).toEqual([3, []]);
  });

  test.each([
    [500, 3, 'it answered 500, expected 2xx (tried 3 times)'],
    [404, 1, 'it answered 404, expected 2xx'],
    [302, 1, 'it answered 302, a redirect, which is not followed'],
    [307, 1, 'it answered 307, a redirect, which is not followed'],
  ])(
    'that is answered with %i is told, tried %i times, without its secret path',
    async (status, tries, text) => {
      await end(notifier({ pingUrl: `${await answering(status)}/secret-path` }));
      expect(told).toHaveLength(tries);
      expect(problems).toEqual([expect.stringContaining(text)]);
      expect(problems[0]).not.toContain('secret-path');
    },
  );

  test('to a server that hangs ends in time, and is told', async () => {
    const server = `http://${await listen(createServer(() => {}))}`;
    await end(notifier({ pingUrl: server }));
    expect(problems).toEqual([expect.stringContaining('it did not answer within 0.3 s (tried 3 times)')]);
  });

  test('to nobody is told', async () => {
    await end(notifier({ pingUrl: 'http://127.0.0.1:1/x' }));
    expect(problems).toEqual([
      expect.stringMatching(/^Cannot notify http:\/\/127\.0\.0\.1:1: the connection failed/),
    ]);
  });

  test('to a server that hangs up is told, and one that never ends its answer has taken it', async () => {
    const rude = createServer((request) => request.socket.destroy());
    await end(notifier({ pingUrl: `http://${await listen(rude)}/secret-path` }));
    expect(problems).toEqual([
      expect.stringMatching(/the connection failed \(ECONNRESET\) \(tried 3 times\)/),
    ]);
    const endless = createServer((_, response) => response.writeHead(200).write('x'.repeat(100_000)));
    await end(notifier({ pingUrl: `http://${await listen(endless)}` }));
    expect(problems).toHaveLength(1);
  });

  test('goes through the proxy that the environment names', async () => {
    const proxy = createServer(async (request, response) => {
      told.push(`${request.method} ${request.url}`);
      response.end();
    });
    vi.stubEnv('http_proxy', `http://${await listen(proxy)}`);
    await end(notifier({ pingUrl: 'http://ping.example/p' }));
    vi.unstubAllEnvs();
    expect([told, problems]).toEqual([['POST http://ping.example/p'], []]);
  });

  test('ends in time where a proxy opens no tunnel, and leaves no connection behind', async () => {
    const proxy = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.write('HTTP/1.1 200 Conn'));
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    vi.stubEnv('https_proxy', `http://user:pass@127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    await end(notifier({ pingUrl: 'https://ping.example/5ec2e7' }));
    vi.unstubAllEnvs();
    await new Promise((done) => proxy.close(done)); // once no connection is left
    expect(problems).toEqual([
      'Cannot notify https://ping.example: it did not answer within 0.3 s (tried 3 times). The run itself is not touched by this.',
    ]);
  });

  describe('over TLS', () => {
    const known = getCACertificates('default');
    afterEach(() => setDefaultCACertificates(known));

    async function tlsServer(name: string): Promise<{ address: string; certificate: string }> {
      const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${name} -addext subjectAltName=DNS:${name},IP:127.0.0.9 -keyout - -out -`;
      const pem = execFileSync('openssl', words.split(' '), { stdio: ['ignore', 'pipe', 'ignore'] });
      const server = createTlsServer({ key: pem, cert: pem }, (_, response) =>
        response.end(String(told.push('taken'))),
      );
      const certificate = /-----BEGIN CERTIFICATE[\s\S]*/.exec(pem.toString())?.[0] ?? '';
      return { address: await listen(server), certificate };
    }

    test('with a certificate that nobody knows nothing is sent, and it is said why', async () => {
      const { address } = await tlsServer('other');
      await end(notifier({ pingUrl: `https://${address}/p` }));
      expect(told).toEqual([]);
      expect(problems).toEqual([
        expect.stringMatching(
          /its certificate is signed by itself \(DEPTH_ZERO_SELF_SIGNED_CERT\).*NODE_EXTRA_CA_CERTS/,
        ),
      ]);
    });

    test('with a known certificate for another name neither, but for its own name', async () => {
      const { address, certificate } = await tlsServer('localhost');
      setDefaultCACertificates([...known, certificate]);
      await end(notifier({ pingUrl: `https://${address}/p` }));
      expect([told, problems]).toEqual([
        [],
        [expect.stringContaining('its certificate is for another name')],
      ]);
      await end(notifier({ pingUrl: `https://localhost:${address.split(':')[1]}/p` }));
      expect([told, problems.length]).toEqual([['taken'], 1]);
    });
  });
});

describe('a webhook', () => {
  test('gets Slack’s shape, without the reason and so without any name in it', async () => {
    await end(notifier({ webhookUrl: `${await answering(200)}/services/T0/B0` }), false);
    const text = 'Backup of wiki on db1: failed (5 min). https://github.com/o/r/actions/runs/1';
    expect(told).toEqual([`POST /services/T0/B0 application/json ${JSON.stringify({ text })}`]);
  });

  test('gets what a template of one’s own names, and no value gets out of its string', async () => {
    const url = await answering(200);
    const one = notifier({ webhookUrl: url, template: '{"a":"{{reason}}","b":["{{ target }}"]}' });
    await one.end(
      false,
      { ...FIELDS, reason: '"}\n<!channel> @all \\', target: '{{reason}}' },
      { hurried: true },
    );
    const body = JSON.parse(told[0]?.replace(/^POST \/ application\/json /, '') ?? '');
    expect(body).toEqual({ a: '"}\n‹!channel› ＠all \\', b: ['{{reason}}'] });
  });

  test.each([
    ['{"a":"{{password}}"}', 'names {{password}}'],
    ['{"a":{{target}}}', "isn't JSON"],
    ['plain {{target}}', "isn't JSON"],
  ])('of the template %s is refused', (template, why) => {
    expect(() => notifier({ template })).toThrow(why);
  });

  test('a template that is refused isn’t shown: it may hold a key of the service’s', () => {
    try {
      notifier({ template: 'k-hunter2 {"routing_key":"x"}' });
      expect.unreachable();
    } catch (error) {
      expect(failureText(error)).toMatch(/isn't JSON(?!.*hunter)/);
    }
  });
});

test.each(['ftp://x/secret', 'secret', 'https://user:secret@x/'])(
  'the address %s is refused, and not shown',
  (pingUrl) => {
    expect(() => notifier({ pingUrl })).toThrow(/^Cannot use --ping-url-file: it is no address(?!.*secret)/);
  },
);
