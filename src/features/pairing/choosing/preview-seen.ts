// What organisers see of choosing while they look at a round: how many have chosen, and which of these pairs could not be. Never who asked in vain.
import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { sayList } from '../../founding/words.ts';
import type { PairingPlan } from '../plan.ts';
import { apartIn } from './chosen.ts';
import { type Phase, phaseOf, type Season } from './plan.ts';
import { seasonNow } from './season.ts';

export interface ChoosingSeen {
  season: Season;
  phase: Phase;
  pairs: number;
  /** "Amina and Bo", for those who chose each other and are not together. */
  apart: readonly string[];
}

interface Looking {
  /** Pairs that no rule keeps apart: where one does, the two hear of it, and nobody is to wonder why. */
  chosen: readonly (readonly [string, string])[];
  people: ReadonlyMap<string, { name: string }>;
}

/** Nothing where leaders do not choose each other. */
export async function choosingSeen(
  db: Db,
  programme: Programme,
  { chosen, people, plan }: Looking & { plan: PairingPlan },
  now: Temporal.Instant,
): Promise<ChoosingSeen | undefined> {
  if (programme.choosing !== 'leaders') return undefined;
  const season = await seasonNow(db, programme, now);
  const apart = apartIn(plan, chosen).map((two) => sayList(two.flatMap((id) => people.get(id)?.name ?? [])));
  return { season, phase: phaseOf(season, programme, now), pairs: chosen.length, apart: apart.filter((names) => names !== '') };
}
