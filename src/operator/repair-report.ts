// What `coachingpairs repair` prints: for a program as data, for a person as lines.
import type { Because } from '../features/pairing/plan.ts';
import type { Repair } from '../features/pairing/planning/repair.ts';
import { sayDifference, sayTotals } from '../features/pairing/said.ts';
import type { Content } from '../platform/content/load.ts';

export function repairData(content: Content, found: Repair, milliseconds: number): Record<string, unknown> {
  const plain = ({ id, blanks }: Because) => content.plain(id, blanks);
  if (!found.possible) {
    const causes = found.causes.map(({ leaders, because }) => ({ leaders, because: plain(because) }));
    return { possible: false, causes, needs: found.needs ?? null, proof: found.proof, milliseconds };
  }
  const made = found.made.map(({ leaders, reasons, compromises }) => ({
    ...{ leaders, reasons: reasons.map(plain), compromises: compromises.map(plain) },
  }));
  return { ...found, made, milliseconds };
}

export function repairLines(content: Content, found: Repair, named: ReadonlyMap<string, string>): string[] {
  const names = (group: readonly string[]) => group.map((id) => named.get(id) ?? id).join(' – ');
  if (!found.possible) return found.causes.map(({ because }) => content.plain(because.id, because.blanks));
  if (found.made.length === 0) return ['Everyone has a place. Nothing has to change.'];
  const changed = found.changed.map(names);
  const made = found.made.flatMap(({ leaders, reasons, compromises }) => [
    names(leaders),
    ...(reasons.length > 0 ? [`  ${reasons.map(({ id, blanks }) => content.plain(id, blanks)).join(' · ')}`] : []),
    ...compromises.map(({ id, blanks }) => `  But: ${content.plain(id, blanks)}`),
  ]);
  const difference = sayDifference(content, found.totals.before, found.totals.after);
  const proof = found.proof.whole
    ? 'Proved: within the limit there is no better way.'
    : found.proof.upTo < 0
      ? 'Not proved: there were too many ways to go through.'
      : `Proved only among the ways that change ${found.proof.upTo} groups or fewer: beyond, there were too many to go through.`;
  const before = changed.length === 0 ? ['No other group changes.'] : ['These groups change:', ...changed.map((line) => `  ${line}`)];
  return [...before, 'The new groups:', ...made, '', sayTotals(content, found.totals.after), ...(difference ? [difference] : []), proof];
}
