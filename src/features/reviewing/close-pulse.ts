// A pulse closes: what may be said of it is worked out once, published, and the single answers behind it are deleted, all in one transaction.
// Nothing is ever added to it later.
import type { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { at, dayOf, isBefore, onOrAfter } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import { claim } from '../../platform/schedule/occurrences.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as answers from './answers.ts';
import { conclude, type Report, reportsOf } from './conclude.ts';
import { forgottenWith } from './plan.ts';
import type { NewResult } from './results.ts';
import * as results from './results.ts';
import { askedIn, PULSES, type Standing } from './standing.ts';
import { remarksOf } from './thresholds.ts';
import { closedMessage } from './views.ts';

/** Closes a pulse that has come to its day. */
export async function closePulse(tools: Tools, standing: Standing, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    if (!(await settle(tools, tx, { ...standing, outcome: 'done' }, now))) return;
    const published = await publish(tools, tx, standing, now);
    await answers.forget(tx, standing.round.id, forgottenWith(standing.pulse));
    await tellOrganisers(tools, tx, { ...standing, published }, now);
    await note(tools, tx, { ...standing, published }, now);
  });
  tools.knock();
}

/** Puts on record that a pulse never opened: the next round begins before it would have. */
export async function passOver(tools: Tools, standing: Standing, now: Temporal.Instant): Promise<void> {
  await transact(tools.db, async (tx) => {
    if (!(await settle(tools, tx, { ...standing, outcome: 'skipped', reason: 'next-round' }, now))) return;
    await answers.forget(tx, standing.round.id, forgottenWith(standing.pulse));
  });
}

/** The instant from which a pulse is closed. */
export function closesAt({ programme, days }: Pick<Standing, 'programme' | 'days'>): Temporal.Instant {
  return at(days.closes, '00:00', programme.timeZone);
}

type Settling = Standing & { outcome: 'done' | 'skipped'; reason?: string };

function settle(
  tools: Tools,
  tx: Tx,
  { programme, round, pulse, days, outcome, reason }: Settling,
  now: Temporal.Instant,
): Promise<boolean> {
  const occurrence = { programme: programme.id, stream: PULSES, subject: round.id, period: pulse };
  const how = { outcome, ...(reason && { reason }), dueAt: closesAt({ programme, days }) };
  return claim(tools, tx, { ...occurrence, ...how }, now);
}

type Published = Pick<NewResult, 'report' | 'replied' | 'asked' | 'statements'> & { id: string };

async function publish(tools: Tools, tx: Tx, { programme, round, pulse }: Standing, now: Temporal.Instant): Promise<Published[]> {
  const moments = pulse === 'closing' ? (['closing', 'then', 'now'] as const) : [pulse];
  const { replies, remarks } = await answers.forTheCount(tools, tx, round.id, moments);
  const present = await askedIn(tx, round.id);
  const published: Published[] = [];
  for (const report of reportsOf(pulse)) {
    const concluded = conclude(report, replies);
    const asked = new Set([...present, ...replies.filter(({ moment }) => isOf(report, moment)).map(({ leader }) => leader)]).size;
    const result = { programme: programme.id, round: round.id, report, asked, ...concluded };
    const id = await results.add(tools, tx, { ...result, remarks: report === pulse ? remarksOf(remarks) : [] }, now);
    published.push({ id, ...result });
  }
  return published;
}

function isOf(report: Report, moment: string): boolean {
  return report === 'then-and-now' ? moment === 'then' || moment === 'now' : report === moment;
}

type Closed = Pick<Standing, 'programme' | 'round' | 'pulse'> & { published: readonly Published[] };

/** On record for organisers, with the line that everybody is told. */
async function note(tools: Tools, tx: Tx, { programme, round, pulse, published }: Closed, now: Temporal.Instant): Promise<void> {
  const { replied, asked } = published.find(({ report }) => report === pulse) ?? { replied: 0, asked: 0 };
  const detail = { x: replied, y: asked };
  await record(tools, tx, { programme: programme.id, actor: 'programme', action: 'pulse-closed', subject: round.id, detail }, now);
}

/** Leaders can read it from this moment on; organisers hear on their next working day. Where nobody replied there is nothing to hear. */
async function tellOrganisers(tools: Tools, tx: Tx, { programme, round, pulse, published }: Closed, now: Temporal.Instant): Promise<void> {
  const main = published.find(({ report }) => report === pulse);
  if (!main || published.every(({ replied }) => replied === 0)) return;
  const said = published.some(({ statements }) => statements.length > 0);
  const body = closedMessage(tools.content, { pulse, result: main.id, replied: main.replied, asked: main.asked, said });
  for (const user of await organisers.of(tools, tx, programme.id)) {
    const letter = { key: `pulse-closed:${round.id}:${pulse}:${user}`, kind: 'pulse-closed', address: { to: 'person', user } } as const;
    await enqueue(tools, tx, { ...letter, priority: 3, body, notBefore: nextMorning(programme, now) }, now);
  }
}

/** The programme's usual hour on its next working day. */
function nextMorning({ timeZone, workingDays, sendTime }: Programme, now: Temporal.Instant): Temporal.Instant {
  const today = dayOf(now, timeZone);
  const first = at(onOrAfter(today, workingDays), sendTime, timeZone);
  return isBefore(first, now) ? at(onOrAfter(today.add({ days: 1 }), workingDays), sendTime, timeZone) : first;
}
