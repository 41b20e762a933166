// Where a letter goes: the id of the conversation its address means. Opening a conversation shows nobody anything and may be repeated.
import { knownDm, rememberDm } from '../slack/dms.ts';
import type { Address } from './enqueue.ts';
import { isOfTheMoment, openedLately } from './hurry.ts';
import * as pauses from './lane-pauses.ts';
import { addressOf, type Office, stumble, tellOnce } from './office.ts';
import type { OutboxRow } from './outbox.ts';
import { concernsMethodOnly, saysGone } from './outcome.ts';

const KEPT_FOR_GROUPS = 3;

export type Place =
  | { then: 'go'; channel: string }
  /** Not now. */
  | { then: 'wait' }
  | { then: 'halt'; reason: string }
  | { then: 'dead'; reason: string }
  /** There can be no group conversation: each of them is told alone. */
  | { then: 'each'; reason: string };

export async function resolve(office: Office, row: OutboxRow): Promise<Place> {
  const address = addressOf(row);
  if (address.to === 'channel') return { then: 'go', channel: address.channel };
  if (address.to === 'group') return row.channel ? { then: 'go', channel: row.channel } : groupPlace(office, row, address);
  const dm = await knownDm(office.tools.db, office.tools.workspace, address.user);
  if (dm) return { then: 'go', channel: dm };
  const { memory, opens, tools } = office;
  // A person's id stands for their conversation; its own id is better, but not worth making a message late, or a pair's, for which there is
  // no other way.
  if (memory.takesUserIds && !opens.has(tools.now(), KEPT_FOR_GROUPS)) return { then: 'go', channel: address.user };
  return openPlace(office, address);
}

/** The group's conversation: for a line of an hour the one that was opened lately, for all else asked for anew. */
async function groupPlace(office: Office, row: OutboxRow, address: Extract<Address, { to: 'group' }>): Promise<Place> {
  const { memory, tools } = office;
  const now = tools.now();
  const known = isOfTheMoment(row) && openedLately(office, now).includes(row.lane) ? memory.groups.get(row.lane) : undefined;
  if (known) return { then: 'go', channel: known.channel };
  const place = await openPlace(office, address);
  if (place.then === 'go') memory.groups.set(row.lane, { channel: place.channel, at: now });
  return place;
}

async function openPlace(office: Office, address: Exclude<Address, { to: 'channel' }>): Promise<Place> {
  const { tools, poster, opens } = office;
  const now = tools.now();
  if (!opens.take(now)) return { then: 'wait' };
  const answer = await poster.openConversation(address.to === 'person' ? [address.user] : address.users);
  if (answer.ok) {
    if (address.to === 'person') await rememberDm(tools, tools.db, address.user, answer.value);
    return { then: 'go', channel: answer.value };
  }
  const { fault } = answer;
  if (fault.how === 'refused') return refused(office, address, fault);
  const until = now.add({ seconds: fault.how === 'limited' ? fault.seconds : 0 });
  if (fault.how === 'limited') await pauses.begin(tools, 'open', { until, reason: 'ratelimited' }, now);
  else await stumble(office, fault.error, now);
  return { then: 'wait' };
}

function refused(office: Office, address: Address, { error, needed }: { error: string; needed?: string }): Place {
  if (!concernsMethodOnly(error)) return { then: 'halt', reason: error };
  if (address.to === 'person' && saysGone(error)) return { then: 'dead', reason: error };
  const method = 'conversations.open';
  const fields = { method, code: error, ...(needed && { scope: needed }) };
  if (address.to === 'person') {
    tellOnce(office, 'Conversations cannot be opened: messages go to people by their id', fields);
    return { then: 'go', channel: address.user };
  }
  if (!saysGone(error)) tellOnce(office, 'Group conversations cannot be opened: each person is told alone', fields);
  return { then: 'each', reason: error };
}
