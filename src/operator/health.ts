// What a supervisor may ask: is the process alive, is it fit to work. States only: no version, no name, no number of anything.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../platform/clock.ts';
import type { Db } from '../platform/tools.ts';

/** The clock knocks every minute; three missed knocks are not a coincidence. */
const LONGEST_SILENCE = { seconds: 180 };
/** A message whose fate is not known is settled within minutes, unless something is wrong. */
const LONGEST_DOUBT = { minutes: 15 };

export interface Patient {
  db: Db;
  now: () => Temporal.Instant;
  isConnected: () => boolean;
}

export interface State {
  ready: boolean;
  database: 'ok' | 'failing';
  slack: 'ok' | 'disconnected';
  clock: 'ok' | 'silent';
  messages: 'ok' | 'unclear';
}

/** Looks at everything. The knock of the clock is written every minute, so a knock on record also says that the database can be written. */
export async function examine({ db, now, isConnected }: Patient): Promise<State> {
  const slack = isConnected() ? 'ok' : 'disconnected';
  try {
    const ticked = await db.selectFrom('boot').select('ticked_at').where('id', '=', 1).executeTakeFirst();
    const silent = !ticked?.ticked_at || isBefore(instantOf(ticked.ticked_at), now().subtract(LONGEST_SILENCE));
    const doubtful = await db
      .selectFrom('outbox')
      .select('id')
      .where('state', 'in', ['sending', 'unclear'])
      .where('started_at', '<', stamp(now().subtract(LONGEST_DOUBT)))
      .executeTakeFirst();
    const clock = silent ? 'silent' : 'ok';
    const messages = doubtful ? 'unclear' : 'ok';
    return { ready: slack === 'ok' && clock === 'ok' && messages === 'ok', database: 'ok', slack, clock, messages };
  } catch {
    return { ready: false, database: 'failing', slack, clock: 'silent', messages: 'unclear' };
  }
}

/** Answers `/livez` and `/readyz`; undefined for any other path. */
export async function answerHealth(patient: Patient, path: string): Promise<{ status: number; body: object } | undefined> {
  if (path === '/livez') return { status: 200, body: { alive: true } };
  if (path !== '/readyz') return undefined;
  const state = await examine(patient);
  return { status: state.ready ? 200 : 503, body: state };
}

/** Writes the answer to a request, whoever's server it came to. */
export async function respondHealth(patient: Patient, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const answer = request.method === 'GET' || request.method === 'HEAD' ? await answerHealth(patient, pathname) : undefined;
  const { status, body } = answer ?? { status: 404, body: {} };
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}

/** A server of its own for health. Rejects when the port cannot be had. */
export async function openHealth(patient: Patient, port: number): Promise<Server> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000, keepAliveTimeout: 1_000 }, (request, response) => {
    void respondHealth(patient, request, response);
  });
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}
