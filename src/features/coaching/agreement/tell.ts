// What a pair hears of its agreement, in its own conversation: that it is complete, and that a line of it has changed. Each is said once, in
// everybody's hours; nothing while the conversation has not been opened.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { withdraw } from '../../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { politeMoment } from '../../joining/hours.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import type { Agreement } from './agreements.ts';
import { agreedMessage, changedMessage } from './letters.ts';
import type { PairSeat } from './seat.ts';

type Sending = Pick<Tools, 'vault' | 'newId' | 'workspace' | 'content'>;

export interface About {
  seat: PairSeat;
  agreement: Agreement;
}

/** The last of them has agreed. Word of a change that has not gone out yet is not needed any more. */
export async function tellComplete(tools: Sending, tx: Tx, about: About, now: Temporal.Instant): Promise<void> {
  const { agreement, seat } = about;
  for (let version = 2; version <= agreement.version; version++)
    await withdraw(tx, tools.workspace, { keys: [changedKey({ ...agreement, version })], beginnings: [] });
  const key = `agreed:${agreement.id}:${agreement.version}:${seat.leader.id}`;
  await post(tools, tx, { about, key, kind: 'agreed', body: agreedMessage(tools.content, seat.pair.id) }, now);
}

/** A version to which others had agreed is not the one that stands any more. */
export async function tellChanged(tools: Sending, tx: Tx, about: About, now: Temporal.Instant): Promise<void> {
  const { leader, pair } = about.seat;
  const body = changedMessage(tools.content, { pair: pair.id, name: leader.name, trio: pair.members.length > 2 });
  await post(tools, tx, { about, key: changedKey(about.agreement), kind: 'agreement-changed', body }, now);
}

interface Post {
  about: About;
  key: string;
  kind: string;
  body: Body;
}

async function post(tools: Sending, tx: Tx, { about, key, kind, body }: Post, now: Temporal.Instant): Promise<void> {
  const { pair, leader } = about.seat;
  if (pair.openedAt === null) return;
  const all = await Promise.all(pair.members.map((member) => leaders.byId(tx, tools.workspace, member.leader)));
  const others = all.filter((each) => each !== undefined && each.id !== leader.id) as Leader[];
  const address = { to: 'group', users: pair.members.map(({ user }) => user) } as const;
  await enqueue(tools, tx, { key, kind, address, priority: 3, body, notBefore: momentForAll(others, now) }, now);
}

/** Later moments are looked for so many times; where two people share no hour, the last one of them decides. */
const LOOKS = 12;

function momentForAll(others: readonly Leader[], now: Temporal.Instant): Temporal.Instant {
  let moment = now;
  for (let look = 0; look < LOOKS; look++) {
    const later = others.map((other) => politeMoment(other, moment)).reduce((last, each) => (isBefore(last, each) ? each : last), moment);
    if (later.equals(moment)) return moment;
    moment = later;
  }
  return moment;
}

function changedKey({ id, version }: Agreement): string {
  return `agreement-changed:${id}:${version}`;
}
