// What a preview tells of wishes: only what the bot's own draw tells. A pair that comes of a change says nothing of them, or an organiser could
// ask about any two people, one change after the other, until it is known who named whom (decision 0022). Pure.
import { groupsOf } from '../draw.ts';
import type { Gathered } from '../facts.ts';
import type { Because, Cause, PairingPlan, PlannedPair } from '../plan.ts';
import type { Proposal } from '../proposals.ts';

const WISHES: ReadonlySet<string> = new Set([
  ...['pairing.reason.both', 'pairing.reason.both.three', 'pairing.reason.wished'],
  ...['pairing.reason.chosen', 'pairing.reason.chosen.three'],
]);

const RULES: ReadonlySet<string> = new Set(['pairing.cause.rule.line', 'pairing.cause.rule.organiser', 'pairing.cause.rule.private']);
const WHICHEVER: Because = { id: 'pairing.cause.rule.kept', blanks: {} };

type Drawn = Pick<Proposal, 'edits' | 'drawn'>;

/** The groups as the bot drew them, to be kept with a round of these changes; nothing for one that is as it was drawn. */
export function firstDraw(
  { edits, drawn }: Drawn,
  after: Proposal['edits'],
  { people }: Pick<Gathered, 'people'>,
): Pick<Proposal['drawn'], 'first'> {
  if (after.length === 0) return {};
  const first = edits.length === 0 ? groupsOf(drawn.plan) : (drawn.first ?? []);
  // Whoever has gone meanwhile is not put on record again.
  return { first: first.filter((group) => group.every((leader) => people.has(leader))) };
}

/** Whether a group is as the bot drew it. */
export function drawnFirst({ edits, drawn: { first } }: Drawn): (group: readonly string[]) => boolean {
  if (edits.length === 0) return () => true;
  const known = new Set((first ?? []).map(keyOf));
  return (group) => known.has(keyOf(group));
}

/** The reasons for a pair, as far as the preview tells them. */
export function reasonsTold(pair: PlannedPair, isFirst: (group: readonly string[]) => boolean): readonly Because[] {
  return isFirst(pair.leaders) ? pair.reasons : withoutWishes(pair.reasons);
}

/** The reasons that are nobody's wish. */
export function withoutWishes(reasons: readonly Because[]): readonly Because[] {
  return reasons.filter(({ id }) => !WISHES.has(id));
}

/** Why a change leaves no round, without which rules are in the way: whoever leaves out all but two could ask whether a private wish parts them. */
export function causesTold(causes: readonly Cause[]): Because[] {
  const all = causes.map(({ because }) => because);
  const others = all.filter(({ id }) => !RULES.has(id));
  return others.length === all.length ? others : [...others, WHICHEVER];
}

/** How many pairs are told to have come of a wish. */
export function wishedIn(plan: PairingPlan, isFirst: (group: readonly string[]) => boolean): number {
  if (!plan.possible) return 0;
  return plan.pairs.filter((pair) => reasonsTold(pair, isFirst).some(({ id }) => WISHES.has(id))).length;
}

function keyOf(group: readonly string[]): string {
  return [...group].sort().join(' ');
}
