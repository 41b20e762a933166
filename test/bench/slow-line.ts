// A line between the bot and the small Slack on which every request and every answer takes its time, as over the internet: only then do random
// deaths meet requests on their way. The sockets do not go through it.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export interface SlowLine {
  url: string;
  close: () => Promise<void>;
}

/** Opens it before `target`; each way takes up to `mostMs`, by the dice. */
export async function openSlowLine(target: string, mostMs: number, dice: () => number): Promise<SlowLine> {
  const carry = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await buffer(incoming);
    await pause(dice() * mostMs);
    // Whoever asked may be dead by now: what is on its way arrives all the same.
    const answer = await ask(`${target}${incoming.url}`, incoming, body);
    await pause(dice() * mostMs);
    outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer((incoming, outgoing) => void carry(incoming, outgoing).catch(() => outgoing.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

function ask(url: string, { method, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      buffer(answer).then((read) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: read }), reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
