// Opens the page of a house on a port: people's acts and sights by the control API, and the page that shows them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveControl } from '../control/over-http.ts';
import type { Stage } from '../control.ts';
import { turnedAway } from '../port/strangers.ts';
import { pageServer } from './serve-page.ts';

export interface OpenPage {
  /** `http://localhost:3000` */
  url: string;
  close: () => Promise<void>;
}

/** Answers a request if it is one of its own: `false` for all others. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Listens on this machine only; `also` answers beside the page. Rejects when the port is taken; port 0 means any free one. */
export async function openPage(stage: Stage, title: string, port: number, also: Answering = () => false): Promise<OpenPage> {
  const page = pageServer(title);
  const server = createServer((request, response) => {
    if (turnedAway(request, response) || page(request, response) || also(request, response)) return;
    if (request.url?.startsWith('/sandbox')) void serveControl(stage, request, response).catch(() => response.destroy());
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  });
  await listening(server, port);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
