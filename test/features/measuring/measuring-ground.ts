// A programme with many pairs that meet, commit and answer as a test wishes, and time that closes its pulses and publishes its reports.
import type { Programme } from '../../../src/features/founding/programmes.ts';
import type { Leader } from '../../../src/features/joining/leaders.ts';
import type { Moment } from '../../../src/features/measuring/figures.ts';
import { reportPublishings } from '../../../src/features/measuring/publishings.ts';
import * as reports from '../../../src/features/measuring/reports.ts';
import { keepAnswers } from '../../../src/features/reviewing/answer.ts';
import type { Given } from '../../../src/features/reviewing/answers.ts';
import { pulseClosings } from '../../../src/features/reviewing/closings.ts';
import type { Moment as PulseMoment } from '../../../src/features/reviewing/plan.ts';
import { stamp } from '../../../src/platform/clock.ts';
import type { OpenDatabase } from '../../platform/both-databases.ts';
import { at, beginRound, foundProgramme, type Ground, joinLeader, openGround, type Round } from '../coaching/ground.ts';

export const HANA = 'U0HANA';
const FUNCTIONS = ['Finance', 'Operations', 'People', 'Technology'];

/** The round begins on Monday 18 January 2027; half way closes on Monday 19 April, the closing pulse on Monday 26 July. */
export const BEGUN = '2027-01-20T10:00:00Z';
export const IN_HALF = '2027-04-05T10:00:00Z';
export const HALF_CLOSED = '2027-04-19T10:00:00Z';
export const IN_CLOSING = '2027-07-12T10:00:00Z';
export const ALL_CLOSED = '2027-07-26T10:00:00Z';

export interface Measured extends Omit<Ground, 'round'> {
  here: Programme;
  round: Round & { leaders: Leader[] };
  /** The pair (from 0) says of these fortnights that they met, or that they did not. */
  meets: (pair: number, fortnights: readonly number[], met?: 'met' | 'not-yet') => Promise<void>;
  commits: (leader: number, fortnight: number, state: string) => Promise<void>;
  answers: (leader: number, moment: PulseMoment, given: Given) => ReturnType<typeof keepAnswers>;
  /** Time passes to an instant, and what is due then is done. */
  comes: (to: string) => Promise<void>;
  report: (moment: Moment) => Promise<reports.Report>;
}

/** `people` leaders in pairs, with a trio where they are odd. */
export async function measured(people: number, open?: OpenDatabase): Promise<Measured> {
  const ground = await openGround('2027-01-13T09:00:00Z', open);
  const { clock } = ground;
  const tools = { ...ground.tools, organisers: [HANA] };
  await isMember(ground, HANA);
  const here = await foundProgramme(tools);
  const leaders: Leader[] = [];
  for (let n = 0; n < people; n++) leaders.push(await joinLeader(tools, `Leader${n}`, here, { function: FUNCTIONS[n % 4] ?? '' }));
  const pairs: Leader[][] = [];
  for (let n = 0; n + 1 < people; n += 2) pairs.push(leaders.slice(n, n + 3 === people ? n + 3 : n + 2));
  const round = await beginRound(tools, here, { pairs, beginsOn: '2027-01-18', number: 1 });
  const said = { workspace: tools.workspace, answered_at: stamp(at(BEGUN)), changed_at: stamp(at(BEGUN)), finished_at: null };
  return {
    ...{ ...ground, tools, here, round: { ...round, leaders } },
    meets: async (pair, fortnights, met = 'met') => {
      const who = { pair: round.pairs[pair] ?? '', leader: pairs[pair]?.[0]?.id ?? '' };
      for (const fortnight of fortnights)
        await tools.db
          .insertInto('checkin')
          .values({ id: tools.newId(), ...who, fortnight, met, ...said })
          .execute();
    },
    commits: async (leader, fortnight, state) => {
      const own = { leader: leaders[leader]?.id ?? '', pair: round.pairs[Math.min(Math.floor(leader / 2), pairs.length - 1)] ?? '' };
      const none = { shared_at: null, shared_with: null, noticed_sealed: null, noticed_at: null, carried_from: null, settled_at: null };
      const times = { made_at: stamp(tools.now()), changed_at: stamp(tools.now()) };
      const asked = state === 'open' ? null : fortnight + 1;
      await tools.db
        .insertInto('commitment')
        .values({
          ...{ id: tools.newId(), workspace: tools.workspace, round: round.id, ...own, fortnight, sealed: 'x', state, carries: 0 },
          ...{ asked_fortnight: asked, ...none, ...times },
        })
        .execute();
    },
    answers: (n, moment, given) => keepAnswers(tools, { user: leaders[n]?.user ?? '', round: round.id, given: new Map([[moment, given]]) }),
    comes: async (to) => {
      clock.now = at(to);
      await pulseClosings.run(tools, clock.now);
      await reportPublishings.run(tools, clock.now);
    },
    report: async (moment) => {
      const found = await reports.find(tools.db, round.id, moment);
      if (!found) throw new Error(`no report ${moment}`);
      return found;
    },
  };
}

async function isMember({ tools }: Pick<Ground, 'tools'>, user: string): Promise<void> {
  const known = { name: 'Hana', email: null, title: null, time_zone: 'Europe/London', kind: 'member', workspace_admin_at: null, dm: null };
  await tools.db
    .insertInto('person')
    .values({ ...known, workspace: tools.workspace, slack_user: user, refreshed_at: stamp(at('2027-12-31T00:00:00Z')) })
    .execute();
}

/** Everything of a pulse answered with the same choice. */
export function all(items: readonly string[], choice: number): Given {
  return { answers: Object.fromEntries(items.map((item) => [item, [choice]])) };
}
