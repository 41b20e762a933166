// Asks a few pairs in private whether they would take somebody in as a third. Each pair is asked once in a round, a few at a time, and the next
// ones when those have answered or three working days have gone by.
import type { Temporal } from 'temporal-polyfill';
import { instantOf, isBefore, stamp } from '../../../platform/clock.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Leader } from '../../joining/leaders.ts';
import * as leaders from '../../joining/leaders.ts';
import { confirmBy } from '../calendar.ts';
import { freshFrom } from '../fresh-days.ts';
import type { Member, Pair } from '../pairs.ts';
import { politely } from '../telling-hours.ts';
import { inviting } from './inviting.ts';
import { thirdQuestion } from './letters.ts';
import { type Look, lookAt } from './look.ts';
import type { Wish } from './mend.ts';
import type { Rematch } from './rematches.ts';
import * as thirdAsks from './third-asks.ts';

const AT_ONCE = 3;
/** After so many have said no, or nothing, nobody else is troubled. */
const MOST = 9;

/** Asks the next few pairs on behalf of one wish, where it is time. */
export async function askPairs(tools: Tools, wish: Wish, { id }: Rematch, now: Temporal.Instant): Promise<void> {
  if (!(await isTime(tools, wish, id, now))) return;
  const look = await lookAt(tools, tools.db, wish, now);
  const open = look.rematches.find((each) => each.id === id && each.settledAt === null);
  const pairs = await eligible(tools, look);
  if (!open || !look.gathered.people.has(open.leader) || pairs.length === 0) return;
  const { facts, refused } = look.question;
  const chosen = await tools.think(inviting, { facts, pairs: pairs.map(leadersOf), leader: open.leader, refused, most: AT_ONCE });
  if (chosen.length === 0) return;
  await transact(tools.db, async (tx) => {
    const again = await lookAt(tools, tx, wish, now);
    if (again.mark !== look.mark) return;
    for (const group of chosen) await askOne(tools, tx, { wish: open, pair: pairs.find((pair) => isOf(pair, group)) as Pair, look }, now);
  });
  tools.knock();
}

/** Whether nobody is still thinking about it, and there is anybody left to be asked. */
async function isTime({ db }: Tools, { programme }: Wish, id: string, now: Temporal.Instant): Promise<boolean> {
  const asks = await thirdAsks.ofWish(db, id);
  const pairs = [...new Set(asks.map(({ pair }) => pair))];
  const thinking = pairs.filter((pair) => asks.every((ask) => ask.pair !== pair || ask.answer !== 'no'));
  const latest = asks
    .filter(({ pair }) => thinking.includes(pair))
    .map(({ asked_at }) => asked_at)
    .sort()
    .at(-1);
  if (pairs.length >= MOST) return false;
  if (latest === undefined) return true;
  return !isBefore(now, confirmBy(programme, await pauseWeeks.of(db, programme.id), instantOf(latest)));
}

/** Two who are both here, of whom nobody wants anything else, and who have not been asked before. */
async function eligible(tools: Tools, { pairs, round, rematches, question, gathered }: Look): Promise<Pair[]> {
  const asked = await thirdAsks.askedIn(tools.db, round.id);
  const wanting = new Set(rematches.filter(({ settledAt }) => settledAt === null).map(({ leader }) => leader));
  const here = new Set(gathered.facts.leaders.map(({ id }) => id));
  const held = new Set(question.groups.filter((group) => group.held).flatMap(({ leaders: group }) => group));
  const isFree = ({ leader }: Member) => here.has(leader) && !wanting.has(leader) && !held.has(leader);
  return pairs.filter(({ id, members }) => members.length === 2 && !asked.has(id) && members.every(isFree));
}

interface Asking {
  wish: Rematch;
  pair: Pair;
  look: Look;
}

async function askOne(tools: Tools, tx: Tx, { wish, pair, look }: Asking, now: Temporal.Instant): Promise<void> {
  const at = stamp(now);
  await thirdAsks.add(
    tx,
    pair.members.map(({ leader }) => ({ rematch: wish.id, pair: pair.id, leader, workspace: tools.workspace, asked_at: at })),
  );
  const third = look.gathered.people.get(wish.leader) as { name: string; function: string };
  const people = new Map((await leaders.some(tx, leadersOf(pair))).map((leader) => [leader.id, leader]));
  const fresh = await freshFrom(tools, tx, [...people.values()], now);
  for (const { leader, user } of pair.members) {
    const partner = pair.members.find((member) => member.leader !== leader) as Member;
    const body = thirdQuestion(tools.content, { third, partner, value: `${wish.id} ${pair.id}` });
    const key = `third:${wish.id}:${pair.id}:${leader}`;
    await enqueue(
      tools,
      tx,
      {
        key,
        kind: 'third',
        address: { to: 'person', user },
        priority: 3,
        body,
        ...politely(people.get(leader) as Leader, fresh.get(leader) ?? now),
      },
      now,
    );
    await contacts.note(tools, tx, { key, kind: 'third', rank: 'word', readers: [{ leader, user }] }, now);
  }
}

function leadersOf({ members }: Pair): string[] {
  return members.map(({ leader }) => leader);
}

function isOf(pair: Pair, group: readonly string[]): boolean {
  return leadersOf(pair).every((leader) => group.includes(leader));
}
