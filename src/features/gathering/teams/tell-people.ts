// Writes to the people of a team one by one: in the hours of each, on a day on which nothing else unasked reaches them, and counted where they are leaders.
import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../../../platform/clock.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { enqueue } from '../../../platform/outbox/enqueue.ts';
import { knownPeople } from '../../../platform/slack/people.ts';
import type { Tools, Tx } from '../../../platform/tools.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import * as contacts from '../../joining/contacts.ts';
import { politeWindows } from '../../joining/hours.ts';
import type { Team } from './teams.ts';
import { readersOf } from './weeks/readers.ts';

export interface Telling {
  team: Team;
  /** Slack ids. */
  users: readonly string[];
  /** The letters' keys are `<kind>:<team>:…`, with the person at the end. */
  kind: string;
  /** Which of several of this kind. */
  which?: string;
  body: Body;
  expiresAt?: Temporal.Instant;
}

/** In the transaction of its cause. Whoever sits out hears it when they are back, if that is in time. */
export async function tellPeople(tools: Tools, tx: Tx, telling: Telling, now: Temporal.Instant): Promise<void> {
  const { team, users, kind, which, body, expiresAt } = telling;
  const people = (await knownPeople(tx, tools.workspace, users)).map(({ id: user, name, timeZone: zone }) => ({ user, name, zone }));
  const unknown = users.filter((user) => !people.some((each) => each.user === user)).map((user) => ({ user, name: user, zone: null }));
  const rests = await pauseWeeks.of(tx, team.programme);
  const readers = await readersOf(tools, tx, { team, rests, people: [...people, ...unknown] }, now);
  for (const { user, leader, hours, freeFrom, backAt } of readers.values()) {
    const key = [kind, team.id, ...(which ? [which] : []), user].join(':');
    const from = backAt && isBefore(freeFrom, backAt) ? backAt : freeFrom;
    const windows = politeWindows(hours, from, expiresAt);
    // Whoever has no hour left before it is pointless is not woken for it: where they stand is on their Home.
    if (expiresAt && windows.length === 0) continue;
    const when = { notBefore: windows[0]?.opens ?? from, ...(windows.length > 0 && { windows }), ...(expiresAt && { expiresAt }) };
    await enqueue(tools, tx, { key, kind, priority: 3, address: { to: 'person', user }, body, ...when }, now);
    if (leader) await contacts.note(tools, tx, { key, kind, rank: 'word', readers: [{ user, leader }] }, now);
  }
}
