// Opens a leader's own commitments for their own eyes: all of the running rounds for the list, one for a form. And what partners have shared,
// for whom they shared it with.
import type { Temporal } from 'temporal-polyfill';
import type { Db, Tools, Tx } from '../../../platform/tools.ts';
import type { Match, Place } from '../places.ts';
import * as places from '../places.ts';
import type { Commitment } from './commitments.ts';
import * as commitments from './commitments.ts';
import type { Listed, Shown } from './list-view.ts';
import { isOpen } from './plan.ts';
import * as sealed from './sealed-commitments.ts';

type Seeing = Pick<Tools, 'db' | 'workspace' | 'vault' | 'log'>;

/** All that `user` has committed to in the rounds that run, for the list. */
export async function listOf(tools: Seeing, user: string, now: Temporal.Instant): Promise<Listed> {
  const all = await places.ofPerson(tools.db, tools.workspace, user, now);
  const shown: Shown[] = [];
  for (const place of all) shown.push(...(await ofPlace(tools, place, all.length > 1)));
  const writing = all.filter(({ match }) => typeof match?.fortnight === 'number');
  return {
    shown,
    mayShare: all.some(({ match }) => partnersOf(match).length > 0),
    mayAdd: writing.map(({ programme }) => programme.id),
  };
}

/** Those of one programme, oldest first; under its name where there are `several`. */
export async function ofPlace(tools: Seeing, { leader, match, programme }: Place, several: boolean): Promise<Shown[]> {
  if (!match) return [];
  const own = await commitments.ofRound(tools.db, leader.id, match.round.id);
  const shown: Shown[] = [];
  for (const each of own) {
    const { id, state } = each;
    const words = await sealed.open(tools, tools.db, each);
    const noticed = isOpen(each) ? undefined : await sealed.openNoticed(tools, tools.db, each);
    shown.push({ id, words, state, noticed, sharedWith: sharedWithNames(each, match), ...(several && { programme: programme.name }) });
  }
  return shown;
}

/** One of `user` with its words, for a form. */
export async function one(
  tools: Seeing,
  db: Db | Tx,
  { user, id }: { user: string; id: string },
): Promise<{ commitment: Commitment; words?: sealed.Words | undefined } | undefined> {
  const commitment = await commitments.byId(db, tools.workspace, user, id);
  return commitment && { commitment, words: await sealed.open(tools, db, commitment) };
}

/** Whoever it was shared with and is still in the pair, by name; empty where nobody sees it. */
export function sharedWithNames({ sharedAt, sharedWith, pair }: Commitment, match: Pick<Match, 'pair' | 'partners'> | undefined): string {
  if (sharedAt === null || !match || pair !== match.pair.id) return '';
  return match.partners
    .filter(({ leader }) => sharedWith.includes(leader))
    .map(({ name }) => name)
    .join(' and ');
}

function partnersOf(match: Match | undefined) {
  return match?.partners.filter(({ leftAt }) => leftAt === null) ?? [];
}
