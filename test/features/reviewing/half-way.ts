// A programme whose leaders are half way: who they are, what they answer, and how time closes the pulse.
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import { keepAnswers } from '../../../src/features/reviewing/answer.ts';
import type { Given } from '../../../src/features/reviewing/answers.ts';
import { pulseClosings } from '../../../src/features/reviewing/closings.ts';
import type { Moment } from '../../../src/features/reviewing/plan.ts';
import * as results from '../../../src/features/reviewing/results.ts';
import { at, type Ground, openGround, type Round } from '../coaching/ground.ts';

export interface HalfWay extends Omit<Ground, 'round'> {
  programmeHere: Programme;
  round: Round & { leaders: Leader[] };
  /** `leader` (counted from 0) answers everything with `choice`, or with what is given. */
  answers: (leader: number, moment: Moment, given: Given) => ReturnType<typeof keepAnswers>;
  closes: (on: string) => Promise<void>;
  result: (report: results.Result['report']) => Promise<results.Result | undefined>;
  single: () => Promise<string[]>;
}

/** The round begins on Monday 18 January 2027; fortnight 6 on 29 March; half way closes on Monday 19 April. */
export const IN_FORTNIGHT_6 = '2027-03-31T10:00:00Z';
export const HALF_CLOSES = '2027-04-18T23:00:00Z';

/** `people` leaders in pairs, on a day on which half way is open. */
export async function halfWay(people: number, now = IN_FORTNIGHT_6): Promise<HalfWay> {
  const ground = await openGround('2027-01-13T09:00:00Z');
  const programmeHere = await ground.programme();
  const leaders: Leader[] = [];
  for (let n = 0; n < people; n++) leaders.push(await ground.leader(`Leader${n}`, programmeHere));
  const pairs = leaders.flatMap((leader, n) => (n % 2 === 1 ? [[leaders[n - 1] as Leader, leader]] : []));
  const round = await ground.round(programmeHere, pairs);
  ground.clock.now = at(now);
  return {
    ...ground,
    programmeHere,
    round: { ...round, leaders },
    answers: (n, moment, given) =>
      keepAnswers(ground.tools, { user: (leaders[n] as Leader).user, round: round.id, given: new Map([[moment, given]]) }),
    closes: async (on) => {
      ground.clock.now = at(on);
      await pulseClosings.run(ground.tools, ground.clock.now);
    },
    result: (report) => results.find(ground.tools.db, round.id, report),
    single: async () => {
      const rows = await ground.tools.db.selectFrom('pulse_answer').select(['moment', 'leader']).orderBy('moment').execute();
      return rows.map(({ moment }) => moment);
    },
  };
}
