// Sends openers, or puts on record why one is not sent: the prompt, its letter and the mark that it is settled are one transaction.
import type { Temporal } from 'temporal-polyfill';
import { dayOf, stamp } from '../../platform/clock.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim, settledSubjects } from '../../platform/schedule/occurrences.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import { isAway } from '../joining/plan.ts';
import type { RoundCalendar } from './calendar.ts';
import { themeOf } from './fortnights.ts';
import { openerSlot, type Slot } from './hours.ts';
import type { Owed } from './owed.ts';
import * as owed from './owed.ts';
import { hoursOf, usualOf } from './places.ts';
import { type OpenerPlan, planOpener } from './plan.ts';
import * as prompts from './prompts.ts';
import { openerMessage } from './views.ts';

/** What openers are on record under. */
export const OPENERS = 'opener';

export interface RunningRound {
  programme: Programme;
  round: RoundTable;
  calendar: RoundCalendar;
}

export interface Decided {
  place: Owed;
  slot: Slot;
  plan: OpenerPlan;
}

/** What is to happen to the opener of fortnight `n` in each of `places` whose opener is not on record yet. */
export async function decide(
  db: Db | Tx,
  { programme, round, calendar }: RunningRound,
  { n, places }: { n: number; places: readonly Owed[] },
  now: Temporal.Instant,
): Promise<Decided[]> {
  const settled = await settledSubjects(db, { programme: programme.id, stream: OPENERS, period: periodOf(round, n) });
  const slots = new Map<string, Slot>();
  return places
    .filter((place) => !settled.has(place.subject))
    .map((place) => {
      const hours = hoursOf(place, calendar);
      const usual = usualOf(place, programme);
      const like = JSON.stringify([hours.zone, hours.days, hours.from, hours.to, usual]);
      const slot = slots.get(like) ?? openerSlot(calendar, n, hours, usual);
      slots.set(like, slot);
      const gone = place.leftAt !== null ? 'left' : place.ended ? 'ended' : undefined;
      const away = isAway(place, dayOf(now, place.timeZone));
      return { place, slot, plan: planOpener({ now, slot, hours, away, ...(gone && { gone }) }) };
    });
}

/** Settles the openers of fortnight `n` for these leaders, looking at them once more: someone may have paused a moment ago. */
export async function sendOpeners(
  tools: Tools,
  running: RunningRound,
  { n, to }: { n: number; to: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const { programme, round } = running;
  await transact(tools.db, async (tx) => {
    const places = await owed.ofRound(tx, round.id, to);
    for (const { place, slot, plan } of await decide(tx, running, { n, places }, now)) {
      if (plan.then === 'wait') continue;
      const occurrence = { programme: programme.id, stream: OPENERS, subject: place.subject, period: periodOf(round, n), dueAt: slot.due };
      if (plan.then === 'skip') await claim(tools, tx, { ...occurrence, outcome: 'skipped', reason: plan.because }, now);
      else if (await claim(tools, tx, { ...occurrence, outcome: 'done' }, now)) await send(tools, tx, { n, place, slot }, now);
    }
  });
  tools.knock();
}

async function send(tools: Tools, tx: Tx, opener: { n: number; place: Owed; slot: Slot }, now: Temporal.Instant): Promise<void> {
  const { n, slot } = opener;
  const { pair, leader, user } = opener.place;
  const theme = themeOf(tools.content, n);
  const id = tools.newId();
  const letter = {
    key: `opener:${pair}:${n}:${leader}`,
    kind: 'opener',
    address: { to: 'person', user },
    priority: 3,
    body: openerMessage(tools.content, theme, { prompt: id, question: 1 }),
    expiresAt: slot.closes,
  } as const;
  const outbox = await enqueue(tools, tx, letter, now);
  const element = theme.element?.key ?? 'closing';
  const times = { due_at: stamp(now), created_at: stamp(now) };
  await prompts.add(tx, { id, workspace: tools.workspace, pair, leader, fortnight: n, element, question: 1, outbox, ...times });
}

/** A round's number and a fortnight's: the same fortnight of another round is another period. */
function periodOf(round: RoundTable, n: number): string {
  return `${round.number}.${n}`;
}
