// Pairs everyone but a few people: what that comes to bounds every trio that holds these few.
import { pairedAgain, type Standing, type Two } from '../again/again.ts';
import type { Stage } from '../order/in-order.ts';
import type { Obstacle } from '../search/feasible.ts';
import type { Trio, TrioCosts } from './costs.ts';

/** Prices that bound every trio which holds all of `without`; or an obstacle: no such trio leaves the others in pairs. */
export interface Prices {
  without: readonly number[];
  stages: readonly Stage[];
  obstacle?: Obstacle;
}

export interface Apart {
  /** The best pairs of the others, −1 for those without; missing where there is an obstacle. */
  mate?: Int32Array;
  /** Worked out when they are first asked for. */
  prices: () => Prices;
}

/** Pairs all but one person, or all but three, as well as can be. `standing` has the chair as its last vertex. */
export function pairWithout({ question: { size } }: TrioCosts, standing: Standing, without: readonly [number] | Trio): Apart {
  const [third, ...others] = without;
  const leftOut: Two[] = [[third, size], ...(others.length === 2 ? [others as [number, number]] : [])];
  const answer = pairedAgain(standing, { leftOut });
  if ('obstacle' in answer) {
    const prices = { without, stages: [], obstacle: answer.obstacle };
    return { prices: () => prices };
  }
  const mate = answer.mate.slice(0, size);
  for (const v of without) mate[v] = -1;
  let prices: Prices | undefined;
  return {
    mate,
    prices: () => {
      prices ??= { without, stages: answer.stages().map((stage) => withoutChair(stage, size)) };
      return prices;
    },
  };
}

function withoutChair(stage: Stage, chair: number): Stage {
  const blossoms = stage.blossoms.map(({ members, z }) => ({ members: members.filter((v) => v !== chair), z }));
  return { ...stage, y: stage.y.slice(0, chair), blossoms };
}
