// Publishes a report: worked out, kept and put on record in one transaction, once. Whatever is answered, deleted or changed later changes nothing in it.
import { Temporal } from 'temporal-polyfill';
import { record } from '../../platform/audit.ts';
import { at, dayOf, isBefore, onOrAfter } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { enqueue } from '../../platform/outbox/enqueue.ts';
import type { Tools, Tx } from '../../platform/tools.ts';
import * as organisers from '../founding/organisers.ts';
import type { Programme } from '../founding/programmes.ts';
import * as contacts from '../joining/contacts.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { freshFrom } from '../pairing/fresh-days.ts';
import { politely } from '../pairing/telling-hours.ts';
import { gather, type Reported } from './gather.ts';
import { readyMessage } from './letters.ts';
import { figuresOf } from './plan.ts';
import * as reports from './reports.ts';

const KIND = 'report-ready';

/** False where it had been published already. */
export async function publish(tools: Tools, reported: Reported, now: Temporal.Instant): Promise<boolean> {
  const { programme, round, moment } = reported;
  const done = await transact(tools.db, async (tx) => {
    if (await reports.find(tx, round.id, moment)) return false;
    const figures = figuresOf(moment, await gather(tools, tx, reported, now));
    const id = await reports.add(tools, tx, { programme: programme.id, round: round.id, moment, figures }, now);
    if (!id) return false;
    await tellOrganisers(tools, tx, { ...reported, id }, now);
    const deed = { actor: 'programme', action: `report-published-${moment}`, subject: id, detail: { number: round.number } };
    await record(tools, tx, { programme: programme.id, ...deed }, now);
    return true;
  });
  if (done) tools.knock();
  return done;
}

/** Each organiser hears of it once. One who is a leader too hears it as leaders hear things: on a day with room for it, within their hours. */
async function tellOrganisers(tools: Tools, tx: Tx, ready: Reported & { id: string }, now: Temporal.Instant): Promise<void> {
  const { programme, round, moment, id } = ready;
  const body = readyMessage(tools.content, { report: id, programme: programme.name, number: round.number, moment });
  const usual = morningAfter(programme, now);
  for (const user of await organisers.of(tools, tx, programme.id)) {
    const key = `report:${round.id}:${moment}:${user}`;
    const leader = (await leaders.ofPerson(tx, tools.workspace, user)).find(({ leftAt }) => leftAt === null);
    const when = leader ? await asLeader(tools, tx, { leader, usual }, now) : { notBefore: usual };
    await enqueue(tools, tx, { key, kind: KIND, address: { to: 'person', user }, priority: 3, body, ...when }, now);
    const readers = leader ? [{ user, leader: leader.id }] : [];
    await contacts.note(tools, tx, { key, kind: KIND, rank: 'other', readers }, now);
  }
}

async function asLeader(tools: Tools, tx: Tx, { leader, usual }: { leader: Leader; usual: Temporal.Instant }, now: Temporal.Instant) {
  const fresh = (await freshFrom(tools, tx, [leader], now)).get(leader.id) ?? now;
  return politely(leader, Temporal.Instant.compare(fresh, usual) > 0 ? fresh : usual);
}

/** The programme's usual hour on the working day after the one on which organisers hear that the pulse has closed. */
function morningAfter({ timeZone, workingDays, sendTime }: Programme, now: Temporal.Instant): Temporal.Instant {
  const first = onOrAfter(dayOf(now, timeZone), workingDays);
  const heard = isBefore(at(first, sendTime, timeZone), now) ? onOrAfter(first.add({ days: 1 }), workingDays) : first;
  return at(onOrAfter(heard.add({ days: 1 }), workingDays), sendTime, timeZone);
}
