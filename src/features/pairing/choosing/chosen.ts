// What leaders have chosen, as the matching takes it: their pairs stay together where no rule forbids it, and where nobody is left without a partner.
// Each is as if they had named one another as welcome.

import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as contacts from '../../joining/contacts.ts';
import type { Candidate, PairingFacts, PairingPlan } from '../plan.ts';
import { rulesOf } from '../planning/rules.ts';
import type { InRound } from './partner-requests.ts';
import * as partnerRequests from './partner-requests.ts';

type Two = readonly [string, string];

/** Who has found each other for a round; nobody where leaders do not choose, or no round to come is meant. */
export async function chosenFor(db: Db | Tx, { id, choosing }: Programme, number: number | undefined): Promise<Two[]> {
  if (choosing !== 'leaders' || number === undefined) return [];
  return partnerRequests.chosen(db, { programme: id, number });
}

/** The leaders, each of whom welcomes whom they have chosen. */
export function welcoming(leaders: readonly Candidate[], accepted: readonly Two[]): Candidate[] {
  const others = new Map<string, string>();
  for (const [one, other] of accepted) others.set(one, other).set(other, one);
  return leaders.map((leader) => {
    const other = others.get(leader.id);
    return other === undefined || leader.welcomes.includes(other) ? leader : { ...leader, welcomes: [...leader.welcomes, other] };
  });
}

/** Those of the pairs whose people are both here, and whom no rule keeps apart. */
export function allowed(facts: Omit<PairingFacts, 'seed' | 'fixed'>, accepted: readonly Two[]): Two[] {
  if (accepted.length === 0) return [];
  const rules = rulesOf({ ...facts, seed: '', fixed: [] });
  const byId = new Map(facts.leaders.map((leader) => [leader.id, leader]));
  return accepted.filter((two) => {
    const [one, other] = two.map((id) => byId.get(id));
    return one !== undefined && other !== undefined && rules.apart(one, other) === 0;
  });
}

/** Those of the pairs who are not together in a plan. */
export function apartIn(plan: PairingPlan, accepted: readonly Two[]): Two[] {
  if (!plan.possible) return [];
  const groupOf = new Map(plan.pairs.flatMap((pair) => pair.leaders.map((leader) => [leader, pair] as const)));
  return accepted.filter(([one, other]) => groupOf.get(one) === undefined || groupOf.get(one) !== groupOf.get(other));
}

/** What those read above their match who had chosen somebody else, by leader. */
export function cameBefore(
  content: Content,
  apart: readonly Two[],
  people: ReadonlyMap<string, { name: string }>,
): ReadonlyMap<string, string> {
  const said = (other: string) => content.say('pairing.choosing.came-before', { name: people.get(other)?.name ?? '' });
  return new Map(
    apart
      .filter((two) => two.every((id) => people.has(id)))
      .flatMap(([one, other]) => [
        [one, said(other)],
        [other, said(one)],
      ]),
  );
}

const KINDS = ['partner-asked', 'partner-news', 'choosing-opens'];

/** The round begins: what is still on its way about choosing is taken back, and of who asked in vain nothing stays. */
export async function endChoosing(tx: Tx, inRound: InRound, now: Temporal.Instant): Promise<void> {
  await contacts.takeBack(tx, await waitingAbout(tx, inRound.programme, KINDS), 'round-begun', now);
  await partnerRequests.forgetInVain(tx, inRound);
}

/** Letters of these kinds that have not gone out to leaders of a programme. */
export async function waitingAbout(db: Db | Tx, programme: string, kinds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('outbox', 'outbox.id', 'contact.outbox')
    .innerJoin('leader', 'leader.id', 'contact.leader')
    .select('outbox.id')
    .where('leader.programme', '=', programme)
    .where('contact.kind', 'in', [...kinds])
    .where('outbox.state', '=', 'pending')
    .execute();
  return rows.map(({ id }) => id);
}
