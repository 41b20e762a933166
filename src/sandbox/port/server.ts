// The small Slack on a port: Web API, sockets, uploads and answers for the app; the control API (and, where there is one, the page) for people.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { serveControl } from '../control/over-http.ts';
import type { Stage } from '../control.ts';
import { drain } from '../deliver.ts';
import { answerHttp, type HttpAnswer } from '../http.ts';
import { bodyOf } from './body.ts';
import { signedTransport } from './signed.ts';
import { openSockets, type Sockets } from './sockets.ts';
import { refusal, turnedAway } from './strangers.ts';

export interface PortSettings {
  stage: Stage;
  /** 0 for any free one. */
  port: number;
  host?: string;
  /** How the app reaches it, where that is not the port itself. */
  url?: string | undefined;
  /** Where the app wants its payloads; over sockets when missing. */
  requestUrl?: string | undefined;
  /** Real milliseconds for which an acknowledgement is waited for. */
  patience?: number | undefined;
  /** Is told of what goes on beside the answers: events on their way to the app. */
  follow?: (work: Promise<void>) => void;
  /** Nobody waits for the real clock: a line that would break after a while breaks at once, and signed requests are of now. */
  hurried?: boolean;
  /** Answers what neither Slack nor the control API knows, such as a page; false when it does not know it either. */
  page?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface OpenPort {
  port: number;
  /** `http://127.0.0.1:4000` */
  url: string;
  sockets: Sockets;
  close: () => Promise<void>;
}

/** Opens the port. Rejects when it is taken. */
export async function openPort(settings: PortSettings): Promise<OpenPort> {
  const { stage } = settings;
  const { slack } = stage;
  const sockets = openSockets(slack, settings.patience);
  const hosts = hostsOf(settings);
  const server = createServer((request, response) => {
    if (!turnedAway(request, response, hosts)) void answer(settings, request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (upgrade: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (refusal(upgrade, hosts)) stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else sockets.accept(upgrade, stream, head);
  });
  await listening(server, settings);
  const { port } = server.address() as AddressInfo;
  const url = settings.url ?? `http://127.0.0.1:${port}`;
  slack.baseUrl = url;
  slack.transport =
    settings.requestUrl === undefined
      ? sockets.transport
      : signedTransport(slack, settings.requestUrl, { clock: settings.hurried ? Date.now : slack.now, patience: settings.patience });
  stage.sockets = sockets;
  return {
    port,
    url,
    sockets,
    close: () =>
      new Promise((resolve) => {
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, settings: PortSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host ?? '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Under which names it was told that it is reached, beside those of this machine. */
function hostsOf({ host, url }: PortSettings): string[] {
  return [...(host === undefined ? [] : [host]), ...(url === undefined ? [] : [new URL(url).hostname])];
}

const ofSlack = ['api', 'response', 'upload', 'files'];

async function answer(settings: PortSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { stage } = settings;
  const area = (request.url ?? '/').split(/[/?]/)[1] ?? '';
  if (area === 'sandbox') return serveControl(stage, request, response);
  if (!ofSlack.includes(area)) {
    if (!settings.page?.(request, response)) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const body = await bodyOf(request);
  if (!body) return void response.writeHead(413).end();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const answered = await answerHttp(stage.slack, { method: request.method ?? 'GET', path: request.url ?? '/', headers, body });
  give(response, settings.hurried && 'lost' in answered ? { lost: true } : answered);
  const told = drain(stage.slack);
  settings.follow?.(told);
}

function give(response: ServerResponse, answered: HttpAnswer): void {
  if (!('lost' in answered)) return void response.writeHead(answered.status, answered.headers).end(answered.body);
  // A line that breaks: at once, or after the app has waited in vain.
  if (answered.late === undefined) response.socket?.destroy();
  else setTimeout(() => response.socket?.destroy(), answered.late).unref();
}
