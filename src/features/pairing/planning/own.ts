// What is looked up once for each person of a round, before any two of them are held against each other. Pure.

import type { PairingFacts } from '../plan.ts';
import { functionOf, type Past, plain } from './between.ts';
import { type Topics, topicsOf } from './topics.ts';

export interface Own {
  /** Names as they are compared. */
  function: string;
  level: string;
  /** Those who keep the same hours have the same number, from 0 up. */
  week: number;
  welcomes: ReadonlySet<string>;
  /** Whom they have chosen, who chose them as well. */
  chosen: ReadonlySet<string>;
  topics: Topics;
  /** Everyone they have been with. */
  past: ReadonlyMap<string, Past>;
}

/** By id, everyone of the facts. */
export function ownOf({ leaders, history, chosen = [] }: Pick<PairingFacts, 'leaders' | 'history' | 'chosen'>): Map<string, Own> {
  const past = pastOf(history);
  const together = new Map(chosen.flatMap((two) => two.map((one) => [one, new Set(two.filter((id) => id !== one))] as const)));
  const weeks = new Map<string, number>();
  const weekOf = (key: string) => weeks.get(key) ?? weeks.set(key, weeks.size).size - 1;
  return new Map(
    leaders.map((leader) => [
      leader.id,
      {
        function: functionOf(leader),
        level: plain(leader.level),
        week: weekOf(JSON.stringify(leader.hours)),
        welcomes: new Set(leader.welcomes),
        chosen: together.get(leader.id) ?? new Set(),
        topics: topicsOf(leader),
        past: past.get(leader.id) ?? new Map(),
      },
    ]),
  );
}

function pastOf(history: PairingFacts['history']): Map<string, Map<string, Past[number][]>> {
  const past = new Map<string, Map<string, Past[number][]>>();
  for (const { leaders, roundsAgo, met } of [...history].sort((a, b) => a.roundsAgo - b.roundsAgo)) {
    const time = { roundsAgo, met: met !== false };
    for (const one of leaders) {
      const others = past.get(one) ?? new Map<string, Past[number][]>();
      if (others.size === 0) past.set(one, others);
      for (const other of leaders) {
        if (other === one) continue;
        const times = others.get(other);
        if (times) times.push(time);
        else others.set(other, [time]);
      }
    }
  }
  return past;
}
