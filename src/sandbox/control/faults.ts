// Ordering faults over the control API.
import { z } from 'zod';
import { seededDice } from '../dice.ts';
import { turnHostile, turnKind } from '../hostile.ts';
import type { SmallSlack } from '../small-slack.ts';

const callFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ratelimited'), retryAfter: z.number().int().min(1) }),
  z.object({ kind: z.literal('status'), status: z.number().int().min(400).max(599), posted: z.boolean() }),
  z.object({ kind: z.literal('lost'), posted: z.boolean() }),
  z.object({ kind: z.literal('late'), ms: z.number().int().min(0) }),
  z.object({ kind: z.literal('garbage'), posted: z.boolean() }),
  z.object({ kind: z.literal('error'), code: z.string().min(1), posted: z.boolean() }),
]);

const eventFault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('duplicate'), copies: z.number().int().min(1).max(10), newId: z.boolean() }),
  z.object({ kind: z.literal('late'), ms: z.number().int().min(0) }),
  z.object({ kind: z.literal('missed') }),
  z.object({ kind: z.literal('never') }),
]);

const always = z.literal('always').transform(() => Number.POSITIVE_INFINITY);
const times = z.union([z.number().int().min(1), always]).default(1);

const orders = z.strictObject({
  calls: z.array(z.object({ method: z.string().default('*'), fault: callFault, times })).default([]),
  events: z.array(z.object({ event: z.string().default('*'), fault: eventFault, times })).default([]),
  presses: z.number().int().min(0).max(10).optional(),
  readLag: z.number().int().min(0).optional(),
  hostile: z.number().int().optional(),
});

/** Adds, shows or removes orders. */
export function faults(slack: SmallSlack, method: string, body: Record<string, unknown>): Record<string, unknown> {
  if (method === 'DELETE') turnKind(slack.faults);
  if (method === 'POST') {
    const read = orders.safeParse(body);
    if (!read.success)
      throw new Error(`The order does not fit: ${read.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('; ')}`);
    slack.faults.calls.push(...read.data.calls);
    slack.faults.events.push(...read.data.events);
    if (read.data.presses !== undefined) slack.faults.presses = read.data.presses;
    if (read.data.readLag !== undefined) slack.faults.readLag = read.data.readLag;
    if (read.data.hostile !== undefined) turnHostile(slack.faults, seededDice(read.data.hostile));
  }
  const { calls, events, presses, readLag, mix } = slack.faults;
  return { calls: calls.map(told), events: events.map(told), presses, readLag, hostile: mix !== undefined };
}

function told<Order extends { times: number }>(order: Order): Omit<Order, 'times'> & { times: number | 'always' } {
  return { ...order, times: Number.isFinite(order.times) ? order.times : 'always' };
}
