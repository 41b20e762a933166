// The day that was named has come, and nobody has been found: those who wait are told so, once, and whoever has a partner carries on with them.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, sayDay, stamp } from '../../../platform/clock.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { claim } from '../../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import * as organisers from '../../founding/organisers.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { freshFrom } from '../fresh-days.ts';
import * as pairLeaders from '../pair-leaders.ts';
import type { Pair } from '../pairs.ts';
import * as pairs from '../pairs.ts';
import { openSpaces } from '../spaces.ts';
import { politely } from '../telling-hours.ts';
import { whoHelps } from './ask.ts';
import { noneForMessage, noneMessage, waitingMessage } from './letters.ts';
import type { Look } from './look.ts';
import type { Mended } from './mending.ts';
import type { Rematch } from './rematches.ts';
import * as rematches from './rematches.ts';
import { isOpen } from './store.ts';

/** What is on record of those who wait. */
export const STREAM = 'rematch';

interface Refused {
  look: Look;
  wish: Rematch;
  to: Leader;
  causes: Mended['refusals'][number]['causes'];
}

export async function refuse(
  tools: Tools,
  tx: Tx,
  { look, refusals }: { look: Look; refusals: Mended['refusals'] },
  now: Temporal.Instant,
): Promise<void> {
  for (const { wish: id, causes } of refusals) {
    const wish = look.rematches.find((each) => each.id === id);
    const to = wish && (await leaders.byId(tx, tools.workspace, wish.leader));
    if (!wish || !to) continue;
    const pair = look.pairs.find(({ members }) => members.some(({ leader }) => leader === to.id));
    if (wish.wish === 'again' && pair) await carryOn(tools, tx, { look, wish, to, causes }, { pair, now });
    else await goOnWaiting(tools, tx, { look, wish, to, causes }, now);
  }
}

/** There is no other: the match stands, and everyone who helps knows why. The partner has heard nothing, and hears nothing. */
async function carryOn(
  tools: Tools,
  tx: Tx,
  { look, wish, to, causes }: Refused,
  { pair, now }: { pair: Pair; now: Temporal.Instant },
): Promise<void> {
  const { content } = tools;
  await rematches.settle(tx, wish.id, 'none', stamp(now));
  await pairLeaders.stay(tx, pair.id, to.id);
  const partners = pair.members.filter(({ leader }) => leader !== to.id);
  await send(tools, tx, { key: `rematch-none:${wish.id}`, to, body: noneMessage(content, partners) }, now);
  await tellHelpers(
    tools,
    tx,
    { look, wish, to, causes },
    { helpers: await whoHelps(tools, tx, { programme: look.programme, pair }), now },
  );
  const others = look.rematches.filter(({ settledAt, id }) => settledAt === null && id !== wish.id).map(({ leader }) => leader);
  const agreed = pair.members.every(({ leader }) => !others.includes(leader));
  if (agreed && isOpen(look, now)) await openSpaces(tools, tx, { groups: [(await pairs.byId(tx, pair.id)) as Pair], pace: 'polite' }, now);
}

async function goOnWaiting(tools: Tools, tx: Tx, refused: Refused, now: Temporal.Instant): Promise<void> {
  const { look, wish, to } = refused;
  const { programme } = look;
  const occurrence = { programme: programme.id, stream: STREAM, subject: wish.id, period: 'due' };
  if (!(await claim(tools, tx, { ...occurrence, dueAt: instantOf(wish.dueBy), outcome: 'done' }, now))) return;
  const next = (await comingRound(tx, programme, now)).on;
  await send(tools, tx, { key: `rematch-waiting:${wish.id}`, to, body: waitingMessage(tools.content, sayDay(next)) }, now);
  await tellHelpers(tools, tx, refused, { helpers: await organisers.of(tools, tx, programme.id), now });
}

/** To organisers, and why: they may let other pairs change for it. */
async function tellHelpers(
  tools: Tools,
  tx: Tx,
  { wish, to, causes }: Refused,
  { helpers, now }: { helpers: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  const { content } = tools;
  const cause = causes.map(({ id, blanks }) => content.say(id, blanks)).join(' ');
  for (const user of helpers) {
    const body = noneForMessage(content, { name: to.name, cause, ...(wish.wish !== 'again' && { wish: wish.id }) });
    await enqueue(
      tools,
      tx,
      { key: `rematch-none:${wish.id}:${user}`, kind: 'change', address: { to: 'person', user }, priority: 2, body },
      now,
    );
  }
}

type Sent = { key: string; to: Leader; body: Parameters<typeof enqueue>[2]['body'] };

async function send(tools: Tools, tx: Tx, { key, to, body }: Sent, now: Temporal.Instant): Promise<void> {
  const letter = {
    key,
    kind: 'rematch',
    address: { to: 'person', user: to.user },
    priority: 2,
    body,
    ...politely(to, (await freshFrom(tools, tx, [to], now)).get(to.id) ?? now),
  } as const;
  await enqueue(tools, tx, letter, now);
  await contacts.note(tools, tx, { key, kind: 'rematch', rank: 'match', readers: [{ leader: to.id, user: to.user }] }, now);
}
