// What a pair hears of its agreement, in its own conversation: that it is complete, and that a line of it has changed. Each is said once, in
// everybody's hours; nothing while the conversation has not been opened.
import type { Temporal } from 'temporal-polyfill';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { withdraw } from '../../../platform/outbox/withdraw.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { othersIn, ourPair, sitterOf } from '../meetings/our-pair.ts';
import { howToTell, windowsFor } from '../meetings/polite.ts';
import type { Agreement } from './agreements.ts';
import { agreedMessage, changedMessage } from './letters.ts';
import type { PairSeat } from './seat.ts';

type Sending = Pick<Tools, 'db' | 'vault' | 'newId' | 'workspace' | 'content'>;

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

/** In their conversation at a moment that suits everybody but the one who acted; to each alone where there is none for four weeks. */
async function post(tools: Sending, tx: Tx, { about, key, kind, body }: Post, now: Temporal.Instant): Promise<void> {
  const { pair, leader } = about.seat;
  const ours = await ourPair(tools, { user: leader.user, pair: pair.id }, now, tx);
  if (!ours || pair.openedAt === null) return;
  const others = othersIn(ours);
  const sitters = others.map((other) => sitterOf(ours, other));
  const actor = sitterOf(ours, ours.own);
  const until = now.add(AT_THE_LATEST);
  const how = howToTell(actor, sitters, now, until);
  const letter = { kind, priority: 3, body } as const;
  if (how.to === 'group') {
    const address = { to: 'group', users: pair.members.map(({ user }) => user) } as const;
    const windows = windowsFor(how.at.equals(now) ? sitters : [actor, ...sitters], how.at, until);
    await enqueue(tools, tx, { ...letter, key, address, notBefore: how.at, windows }, now);
    return;
  }
  for (const [at, notBefore] of how.at.entries()) {
    const user = others[at]?.user;
    if (user && notBefore) await enqueue(tools, tx, { ...letter, key: `${key}:${user}`, address: { to: 'person', user }, notBefore }, now);
  }
}

const AT_THE_LATEST = { hours: 28 * 24 };

function changedKey({ id, version }: Agreement): string {
  return `agreement-changed:${id}:${version}`;
}
