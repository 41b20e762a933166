// Whoever has the demo open looks at other sites in the same browser: what those may ask of it, and what odd requests do to it.
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { drain } from '../../src/sandbox/deliver.ts';
import { foundWorld } from '../../src/sandbox/found.ts';
import { openPage } from '../../src/sandbox/page/open-page.ts';
import { openPort } from '../../src/sandbox/port/server.ts';
import { type SmallSlack, smallSlack } from '../../src/sandbox/small-slack.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Standing {
  slack: SmallSlack;
  url: string;
}

function office() {
  const people = [
    { name: 'Amina Adeyemi', handle: 'amina' },
    { name: 'Bo Lindqvist', handle: 'bo' },
  ];
  const slack = smallSlack({ world: foundWorld({ people, channels: [{ name: 'leaders' }], now: Date.now() }), now: Date.now });
  return { slack, settle: () => drain(slack) };
}

async function page(): Promise<Standing> {
  const stage = office();
  const opened = await openPage(stage, 'The sandbox', 0);
  closers.push(opened.close);
  return { slack: stage.slack, url: opened.url };
}

async function port(url?: string): Promise<Standing> {
  const stage = office();
  const opened = await openPort({ stage, port: 0, url });
  closers.push(opened.close);
  return { slack: stage.slack, url: `http://127.0.0.1:${opened.port}` };
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Told {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Asks as a browser would, with headers that no page may set. */
function ask(url: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Sends bytes as they stand; returns the first line of the answer, empty where there is none. */
function send(url: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let told = '';
    const { port: at } = new URL(url);
    const line = connect(Number(at), '127.0.0.1', () => line.write(bytes));
    line.on('data', (part) => {
      told += String(part);
    });
    line.on('close', () => resolve(told.split('\r\n')[0] ?? ''));
    line.on('error', () => undefined);
  });
}

const json = { 'content-type': 'application/json' };
const said = JSON.stringify({ text: 'Spoken by another site', where: 'leaders' });

describe.each([
  ['the demo', page],
  ['the sandbox on a port', port],
])('A page of another site, and %s', (_, open) => {
  test.each([
    ['a request that browsers send without asking', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' }],
    ['JSON from its own address', { ...json, origin: 'https://evil.example' }],
    ['JSON from another port of this machine', { ...json, origin: 'http://localhost:1' }],
    ['JSON, where only the browser says from where', { ...json, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      'JSON under a name that it has turned into this machine',
      { ...json, host: 'rebound.evil.example', origin: 'http://rebound.evil.example' },
    ],
  ])('nobody acts by %s', async (_name, headers) => {
    const { slack, url } = await open();
    const told = await ask(`${url}/sandbox/people/amina/say`, { method: 'POST', headers, body: said });
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(slack.transcript).toEqual([]);
  });

  test.each([
    ['a picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a stream of changes', { origin: 'https://evil.example' }],
    ['a name of its own', { host: 'rebound.evil.example' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
  ])('nothing is read as %s', async (_name, headers) => {
    const { url } = await open();
    const told = await ask(`${url}/sandbox/changes`, { headers });
    expect(told.status).toBe(403);
  });

  test('its own page and programs on this machine are answered, by every name of it', async () => {
    const { url } = await open();
    const { port: at, host } = new URL(url);
    const own: Record<string, string>[] = [
      {},
      { host: `localhost:${at}`, origin: `http://localhost:${at}` },
      { host: `[::1]:${at}` },
      { host: `192.168.1.7:${at}`, origin: `http://192.168.1.7:${at}` },
      { host: `sandbox:${at}` },
      { host, 'sec-fetch-site': 'same-origin', origin: 'https://forwarded.example' },
      { host, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
      { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ];
    for (const headers of own) expect((await ask(`${url}/sandbox`, { headers })).status).toBe(200);
  });

  test('a file that somebody brought is handed over, and never a page of this address', async () => {
    const { slack, url } = await open();
    const markup = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const name of ['drawing.svg', 'page.html', 'quote"\r\nx: y.svg', `half\ud800.constructor`])
      await ask(`${url}/sandbox/people/amina/say`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ text: '', where: 'leaders', file: { name, text: markup } }),
      });
    expect(slack.world.files.size).toBe(4);
    for (const { id, mimetype } of slack.world.files.values()) {
      const told = await ask(`${url}/sandbox/files/${id}`);
      expect(told.status).toBe(200);
      expect(told.headers['content-type']).toBe(mimetype);
      expect(told.headers['content-type']).not.toContain('html');
      expect(told.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
      expect(told.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
      expect(told.headers['x-content-type-options']).toBe('nosniff');
      expect(told.text).toBe(markup);
    }
  });

  test('what cannot be read is refused, and what comes after it is answered', async () => {
    const { url } = await open();
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
    const head = 'Host: localhost\r\n';
    await send(url, `GET // HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
    await send(url, `GET //[ HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
    await send(url, `GET //[ HTTP/1.1\r\n${head}${upgrade}\r\n`);
    for (const path of [
      '/sandbox/people/%ff',
      '/page/../../package.json',
      '/page/..%2f..%2fpackage.json',
      '/sandbox/people/amina/%2e%2e%2f',
    ])
      expect(await send(url, `GET ${path} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)).toMatch(/ 40[04] /);
    for (const body of ['{', '[]', 'null', '"x"']) {
      const told = await ask(`${url}/sandbox/people/amina/say`, { method: 'POST', headers: json, body });
      expect(told.status).toBe(400);
    }
    expect((await ask(`${url}/sandbox`)).status).toBe(200);
  });

  test('a body of a hundred megabytes is refused before it has come', async () => {
    const { url } = await open();
    const most = `POST /sandbox/happen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n`;
    expect(await send(url, `${most}Content-Length: 104857600\r\n\r\n{`)).toContain(' 413 ');
    const chunk = `400000\r\n${' '.repeat(4 * 1024 * 1024)}\r\n`;
    expect(await send(url, `${most}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`)).toContain(' 413 ');
    expect((await ask(`${url}/sandbox`)).status).toBe(200);
  });

  test('whoever never reads the changes is forgotten', async () => {
    const { slack, url } = await open();
    const line = connect(Number(new URL(url).port), '127.0.0.1', () =>
      line.write('GET /sandbox/changes HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    line.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      line.once('data', () => {
        line.pause();
        resolve();
      });
    });
    const gone = new Promise<void>((resolve) => void line.once('close', () => resolve()));
    expect(slack.watchers.size).toBe(1);
    const news = { what: 'transcript', text: 'x'.repeat(100_000) } as never;
    for (let n = 0; n < 200 && slack.watchers.size > 0; n += 1) {
      for (const tell of slack.watchers) tell(news);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(slack.watchers.size).toBe(0);
    line.resume();
    await gone;
  });
});

test('a port is answered under the name it was started with, too', async () => {
  const { url } = await port('https://sandbox.example.org');
  const headers = { host: 'sandbox.example.org', origin: 'https://sandbox.example.org' };
  expect((await ask(`${url}/sandbox`, { headers })).status).toBe(200);
});

test('no page of another site speaks as the bot with the token that everyone knows', async () => {
  const { slack, url } = await port();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
  const body = 'token=xoxb-sandbox&channel=amina&text=Hello';
  expect((await ask(`${url}/api/chat.postMessage`, { method: 'POST', headers, body })).status).toBe(403);
  expect(slack.transcript).toEqual([]);
});

test('no page of another site listens in on a socket, or brings the port down by asking for one', async () => {
  const { url } = await port();
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  expect(await send(url, `GET /link?ticket=1 HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\n${upgrade}\r\n`)).toContain(
    ' 403 ',
  );
  expect((await ask(`${url}/sandbox`)).status).toBe(200);
});

test('names that every object knows are no methods of the Web API', async () => {
  const { url } = await port();
  for (const method of ['constructor', '__proto__', 'toString'])
    expect((await ask(`${url}/api/${method}`, { method: 'POST' })).text).toContain('unknown_method');
});
