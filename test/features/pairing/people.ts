// People for tests of the matching: alike unless a test says otherwise, in London hours, nobody on anybody's line.
import type { Candidate, PairingFacts, PairingPlan } from '../../../src/features/pairing/plan.ts';

/** Monday to Friday, from one full hour to another, in UTC. */
export function week(from = 9, to = 17): [number, number][] {
  return [0, 1, 2, 3, 4].map((day) => [day * 1440 + from * 60, day * 1440 + to * 60]);
}

export function person(name: string, own: string, more: Partial<Candidate> = {}): Candidate {
  const plain = { level: 'Director', line: [], welcomes: [], avoids: [], workOn: '', helpWith: '', rhythm: 'steady' as const };
  return { id: name.toLowerCase(), name, function: own, hours: week(), ...plain, ...more };
}

export function factsOf(leaders: readonly Candidate[], more: Partial<PairingFacts> = {}): PairingFacts {
  return { leaders, history: [], forbidden: [], fixed: [], duty: {}, seed: '7', ...more };
}

/** Who is with whom: `amina bo | chidi dolores`. */
export function together(plan: PairingPlan): string {
  if (!plan.possible) return `impossible: ${plan.causes.map(({ because }) => because.id).join(', ')}`;
  return plan.pairs.map(({ leaders }) => leaders.join(' ')).join(' | ');
}

/** The ids of the reasons and compromises of the group that someone is in. */
export function toldOf(plan: PairingPlan, id: string): string[] {
  const group = plan.possible ? plan.pairs.find(({ leaders }) => leaders.includes(id)) : undefined;
  return [...(group?.reasons ?? []), ...(group?.compromises ?? [])].map(({ id: told }) => told.replace('pairing.', ''));
}
