// Which groups of a round still stand when people have left, come or refused their match, and who needs a place because of it. Pure.
import type { Candidate, PairingFacts } from '../plan.ts';

/** What has happened to a round. */
export interface Happened {
  facts: PairingFacts;
  /** The groups of the round; people who are not among the facts' leaders have left it. */
  standing: readonly (readonly string[])[];
  /** Two who must not be together again, because one of them has asked for another. */
  refused: readonly (readonly [string, string])[];
}

export interface Standing {
  /** The facts, two who refused each other being kept apart like people with a private wish. */
  facts: PairingFacts;
  /** Groups that stay whatever happens, as asked. */
  fixed: readonly (readonly string[])[];
  /** Groups of two or three that stand. */
  groups: readonly (readonly string[])[];
  /** Who is in none of these. */
  loose: readonly string[];
}

/** A group stands with whoever is left of it, as long as nobody in it has refused anyone else in it. */
export function standingOf({ facts, standing, refused }: Happened): Standing {
  const here = new Set(facts.leaders.map(({ id }) => id));
  const fixed = facts.fixed.filter((group) => group.every((id) => here.has(id))).map((group) => [...new Set(group)]);
  const placed = new Set(fixed.flat());
  const groups: string[][] = [];
  for (const group of standing) {
    const left = [...new Set(group)].filter((id) => here.has(id) && !placed.has(id));
    const stays = withoutRefused(left, refused);
    if (stays.length < 2 || stays.length > 3) continue;
    groups.push(stays);
    for (const id of stays) placed.add(id);
  }
  return { facts: keptApart(facts, refused), fixed, groups, loose: [...here].filter((id) => !placed.has(id)) };
}

/** Of three, whoever has refused both others, or was refused by them, leaves the two together; any other refusal ends the group. */
function withoutRefused(group: readonly string[], refused: Happened['refused']): string[] {
  const within = refused.filter((two) => two[0] !== two[1] && two.every((id) => group.includes(id)));
  if (within.length === 0) return [...group];
  const apart = group.find((id) => group.every((other) => other === id || within.some((two) => two.includes(id) && two.includes(other))));
  const others = group.filter((id) => id !== apart);
  return apart !== undefined && !within.some((two) => two.every((id) => others.includes(id))) ? others : [];
}

function keptApart(facts: PairingFacts, refused: Happened['refused']): PairingFacts {
  const against = (leader: Candidate) => refused.flatMap(([a, b]) => (a === leader.id ? [b] : b === leader.id ? [a] : []));
  return { ...facts, leaders: facts.leaders.map((leader) => ({ ...leader, avoids: [...leader.avoids, ...against(leader)] })) };
}
