// The panel's line to the sandbox: the record of calls, and orders for what is to go wrong.
import type { Outcome } from '../link.ts';

/** One line of the record. */
export interface Call {
  n: number;
  at: string;
  what: 'call' | 'event' | 'bot' | 'log';
  name: string;
  about: string;
  said: string;
  truth?: string;
  isTrouble: boolean;
}

export interface Step {
  at: string;
  said: string;
  truth?: string;
}

/** What became of a letter that met with a fault. */
export interface Letter {
  mark: string;
  kind: string;
  to: string;
  steps: Step[];
  next: { at?: string; said: string } | null;
  received: { who: string; times: number }[];
}

export type Fault = Record<string, string | number | boolean>;
export type Times = number | 'always';

export interface Orders {
  calls: { method: string; fault: Fault; times: Times }[];
  events: { event: string; fault: Fault; times: Times }[];
  presses: number;
}

export interface Recorded {
  last: number;
  calls: Call[];
  letters: Letter[];
  ordered: Orders;
  bot: { isUp: boolean; dies: { method: string; when: string; count: number } | null } | null;
  sockets: number | null;
}

export async function askRecord(after: number): Promise<Recorded> {
  const answer = await fetch(`/sandbox/calls?after=${after}`);
  return (await answer.json()) as Recorded;
}

export function order(orders: Partial<Orders>): Promise<Outcome> {
  return send('POST', '/sandbox/faults', orders);
}

/** Takes all orders back. */
export async function takeBack(): Promise<Outcome> {
  await send('POST', '/sandbox/bot', { do: 'spare' });
  return send('DELETE', '/sandbox/faults');
}

/** At the so-manieth call of a method, where that is given; else now. */
export function killBot(at?: { method: string; when: 'before' | 'after'; count: number }): Promise<Outcome> {
  return send('POST', '/sandbox/bot', { do: 'kill', ...(at && { at }) });
}

export function startBot(): Promise<Outcome> {
  return send('POST', '/sandbox/bot', { do: 'start' });
}

export function hangUp(): Promise<Outcome> {
  return send('POST', '/sandbox/sockets', { how: 'hangUp' });
}

async function send(method: string, path: string, body?: object): Promise<Outcome> {
  const answer = await fetch(path, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const { ok, error } = (await answer.json()) as { ok: boolean; error?: string };
  return { done: ok, ...(error && { told: error }) };
}
