// Pairs everyone but a few people: what that comes to bounds every trio that holds these few.
import { type Standing, settleAgain, type Two } from '../again/again.ts';
import type { Stage } from '../order/in-order.ts';
import type { Obstacle } from '../search/feasible.ts';
import type { TrioCosts } from './costs.ts';
import { type Sight, sightOf } from './sight.ts';

/** Prices that bound every trio which holds all of `without`; or an obstacle: no such trio leaves the others in pairs. */
export interface Prices {
  without: readonly number[];
  stages: readonly Stage[];
  obstacle?: Obstacle;
}

export interface Apart {
  prices: Prices;
  /** Missing where there is an obstacle. */
  sight?: Sight;
  /** The best pairs of the others, −1 for those without. */
  mate: Int32Array;
}

/** Pairs all but one person, or all but three, as well as can be. `standing` has the chair as its last vertex. */
export function pairWithout(costs: TrioCosts, standing: Standing, without: readonly [number] | readonly [number, number, number]): Apart {
  const { size } = costs.question;
  const [third, ...others] = without;
  const leftOut: Two[] = [[third, size], ...(others.length === 2 ? [others as [number, number]] : [])];
  const answer = settleAgain(standing, { leftOut });
  if ('obstacle' in answer) return { prices: { without, stages: [], obstacle: answer.obstacle }, mate: new Int32Array(0) };
  const stages = answer.stages.map((stage) => withoutChair(stage, size));
  const mate = answer.mate.slice(0, size);
  for (const v of without) mate[v] = -1;
  return { prices: { without, stages }, sight: sightOf(costs, stages), mate };
}

function withoutChair(stage: Stage, chair: number): Stage {
  const blossoms = stage.blossoms.map(({ members, z }) => ({ members: members.filter((v) => v !== chair), z }));
  return { ...stage, y: stage.y.slice(0, chair), blossoms };
}
