// Word of a gathering on its way to the channel, in the transaction of its cause. What has not gone out is taken back before other words follow.
import type { Temporal } from 'temporal-polyfill';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { waitingUnder } from '../../../platform/outbox/placed.ts';
import { withdraw } from '../../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Gathering } from '../../pairing/gatherings.ts';
import * as gatherings from '../../pairing/gatherings.ts';
import { countsOf } from './answers.ts';
import { changeMessage, inviteMessage, markOf, offMessage } from './letters.ts';

type Sending = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

export interface Telling {
  programme: Pick<Programme, 'channel' | 'timeZone'>;
  gathering: Gathering;
}

/** What kind of letter word of a gathering is. */
export const GATHERING = 'gathering';

/** So long word of what is no more is worth having. */
const WORTH = { hours: 3 * 24 };

/** The invitation's key: each time at which it had to be written anew is one. */
export function inviteKey({ id }: Pick<Gathering, 'id'>): string {
  return `gathering:${id}:invite`;
}

/** The key of each word that the day or the hour is another: it has buttons, as the invitation has. */
export function movedKey({ id }: Pick<Gathering, 'id'>): string {
  return `gathering:${id}:moved`;
}

export async function tellInvitation(tools: Sending, tx: Tx, { programme, gathering }: Telling, now: Temporal.Instant): Promise<void> {
  const { startsAt, place, reveals, id, sequence } = gathering;
  const counts = await countsOf(tx, id);
  const shown = { id, startsAt, place, zone: programme.timeZone, reveals, counts, state: 'open' } as const;
  const body = inviteMessage(tools.content, shown);
  await post(tools, tx, { programme, gathering, key: `${inviteKey(gathering)}:${sequence}`, until: startsAt, body }, now);
  await gatherings.show(tx, { workspace: tools.workspace, id, shown: markOf({ ...shown, sequence }) });
}

/** A change that people in the channel have to know of. Where the invitation has not gone out, another one goes in its place. */
export async function tellChange(
  tools: Sending,
  tx: Tx,
  { programme, before, gathering }: Telling & { before: Gathering },
  now: Temporal.Instant,
): Promise<void> {
  if (await takenBack(tools, tx, gathering)) return tellInvitation(tools, tx, { programme, gathering }, now);
  const moved = !before.startsAt.equals(gathering.startsAt);
  if (!moved && before.place === gathering.place) return;
  const { id, startsAt, place, sequence } = gathering;
  const words = { id, startsAt, place, zone: programme.timeZone, change: moved ? 'moved' : 'place' } as const;
  const key = moved ? `${movedKey(gathering)}:${sequence}` : `gathering:${id}:changed:${sequence}`;
  await post(tools, tx, { programme, gathering, key, until: startsAt, body: changeMessage(tools.content, words) }, now);
}

/** Nothing where nobody has heard of it. */
export async function tellOff(tools: Sending, tx: Tx, { programme, gathering }: Telling, now: Temporal.Instant): Promise<void> {
  if (await takenBack(tools, tx, gathering)) return;
  const { id, startsAt, reveals } = gathering;
  const body = offMessage(tools.content, { startsAt, zone: programme.timeZone, reveals });
  await post(tools, tx, { programme, gathering, key: `gathering:${id}:off`, until: now.add(WORTH), body }, now);
}

/** Whether the invitation was still waiting and is now not sent. */
async function takenBack({ workspace }: Sending, tx: Tx, gathering: Gathering): Promise<boolean> {
  const waiting = await waitingUnder(tx, workspace, inviteKey(gathering));
  return waiting.length > 0 && (await withdraw(tx, workspace, { keys: [], beginnings: [`gathering:${gathering.id}:`] }));
}

interface Post extends Telling {
  key: string;
  until: Temporal.Instant;
  body: ReturnType<typeof inviteMessage>;
}

async function post(tools: Sending, tx: Tx, { programme, key, until, body }: Post, now: Temporal.Instant): Promise<void> {
  const address = { to: 'channel', channel: programme.channel } as const;
  await enqueue(tools, tx, { key, kind: GATHERING, address, priority: 2, body, expiresAt: until }, now);
}
