// Who has which part in an hour: one reads the words, one keeps the others asking, one or two bring a question. Whoever presses first has it.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../../../platform/clock.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { Tools, Tx } from '../../../../platform/tools.ts';
import type { Forum } from '../forums.ts';
import * as forums from '../forums.ts';
import type { Seat } from '../seats.ts';
import { type Acted, leading, type Pressing, pressedIn, type Refused, readerOf } from './act.ts';
import { sentence } from './around-views.ts';
import { choosing, type Hour, holdersOf, mayPutRight } from './circle.ts';
import { sayAside } from './lines.ts';

type In = { hour: Hour; own: Seat };

/** "I will read the words" */
export function takeReader(tools: Tools, pressing: Pressing): Promise<Acted> {
  return change(tools, pressing, async (_, { hour, own }) => {
    const taken = readerOf(hour);
    if (taken.length > 0 && hour.forum.reader !== own.leader) return { ok: false, because: 'reader-taken', names: taken };
    return { ...hour.forum, reader: own.leader };
  });
}

/** "I will keep us asking" */
export function takeKeeper(tools: Tools, pressing: Pressing): Promise<Acted> {
  return change(tools, pressing, async (_, { hour, own }) => {
    const taken = named(hour, [hour.forum.keeper]);
    if (taken.length > 0 && hour.forum.keeper !== own.leader) return { ok: false, because: 'keeper-taken', names: taken };
    return { ...hour.forum, keeper: own.leader };
  });
}

/** "My question" */
export function takeQuestion(tools: Tools, pressing: Pressing): Promise<Acted> {
  return change(tools, pressing, async (_, { hour, own }) => withQuestion(hour, own.leader));
}

/** The reader says whose question it is. */
export function giveQuestion(tools: Tools, pressing: Pick<Pressing, 'user' | 'forum'>, leader: string): Promise<Acted> {
  return change(tools, pressing, async (_, { hour, own }) => {
    const led = leading(hour, own);
    if (!led) return { ok: false, because: 'not-yours', names: readerOf(hour) };
    if (!hour.seats.some((seat) => seat.leader === leader)) return { ok: false, because: 'not-seated' };
    return mayPutRight(hour) ? { ...led, holder: leader } : withQuestion({ ...hour, forum: led }, leader);
  });
}

/** So soon after it was said it is not said again. */
const SOON = { seconds: 15 };

/** "A pause: could that be a question?", said to all. While nobody keeps the others asking, whoever says it first does. */
export function keepAsking(tools: Tools, pressing: Pressing): Promise<Acted> {
  return change(tools, pressing, async (tx, { hour, own }, now) => {
    const taken = named(hour, [hour.forum.keeper]);
    if (taken.length > 0 && hour.forum.keeper !== own.leader) return { ok: false, because: 'not-keeper', names: taken };
    const beginning = `forum:${hour.forum.id}:asked:${hour.going.step}`;
    const said = await tx
      .selectFrom('outbox')
      .select('created_at')
      .where('workspace', '=', tools.workspace)
      .where('key', 'like', `${beginning}:%`)
      .execute();
    if (said.some(({ created_at }) => created_at > stamp(now.subtract(SOON)))) return { ok: false, because: 'just-asked' };
    await sayAside(tools, tx, { hour, key: `${beginning}:${said.length + 1}`, body: sentence(tools.content.say('f.keeper')) }, now);
    return { ...hour.forum, keeper: own.leader };
  });
}

function withQuestion(hour: Hour, leader: string): Forum | Refused {
  const { forum } = hour;
  const held = named(hour, holdersOf(forum, hour.seats));
  if (!choosing(hour)) return { ok: false, because: held.length > 0 ? 'held' : 'no-question-now', ...(held.length > 0 && { names: held }) };
  if (leader === forum.holder || leader === forum.secondHolder) return forum;
  return forum.holder === null ? { ...forum, holder: leader } : { ...forum, secondHolder: leader };
}

function named({ seats }: Hour, leaders: readonly (string | null)[]): string[] {
  return leaders.flatMap((leader) => seats.find((seat) => seat.leader === leader)?.name ?? []);
}

async function change(
  tools: Tools,
  pressing: Pick<Pressing, 'user' | 'forum'> & { step?: number },
  changed: (tx: Tx, found: In, now: Temporal.Instant) => Promise<Forum | Refused>,
): Promise<Acted> {
  const now = tools.now();
  const done = await transact(tools.db, async (tx): Promise<Acted> => {
    const found = await pressedIn(tools, tx, pressing);
    if (!found.ok) return found;
    const forum = await changed(tx, found, now);
    if ('ok' in forum) return forum;
    await forums.save(tx, forum);
    return { ok: true, hour: { ...found.hour, forum }, changed: true };
  });
  tools.knock();
  return done;
}
