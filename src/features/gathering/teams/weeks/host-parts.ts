// What the leader who hosts a team is to hear, part by part: which of it has not been settled yet, when it is due, and how it reads.

import type { KnownBlock } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { dayNamed, instantOf, sayDay } from '../../../../platform/clock.ts';
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { settledPeriods } from '../../../../platform/schedule/occurrences.ts';
import type { Db, Tx } from '../../../../platform/tools.ts';
import type { PauseWeek } from '../../../founding/pause-weeks.ts';
import type { Rank } from '../../../joining/ranks.ts';
import type { Team } from '../teams.ts';
import { decideBy, HOST_PARTS, type HostPart, hostSlot, type Slot, type Weeks } from './calendar.ts';
import { resultSchema } from './conclude.ts';
import { beforeMessage, resultMessage, tenMessage } from './host-views.ts';
import { HOST } from './scene.ts';

export interface Part {
  part: HostPart;
  slot: Slot;
  rank: Rank;
  key: string;
}

/** What they will say to people, and what is theirs to decide, does not wait for room as a habit may. */
const ranks: Readonly<Record<HostPart, Rank>> = {
  ...{ before: 'opener', end: 'opener' },
  ...{ '1': 'pick-a-time', '2': 'pick-a-time', '3': 'pick-a-time', '4': 'pick-a-time' },
};

/** Those that stand out: sent and given up ones are on record. */
export async function openParts(db: Db | Tx, team: Team, rests: readonly PauseWeek[]): Promise<Part[]> {
  const weeks = { beginsOn: Temporal.PlainDate.from(team.beginsOn), rests, zone: team.zone };
  const settled = await settledPeriods(db, { programme: team.programme, stream: HOST, subjects: [team.id] });
  return HOST_PARTS.flatMap((part): Part[] => {
    const slot = settled.has(`${team.id} ${part}`) ? undefined : slotOf(team, weeks, part);
    return slot ? [{ part, slot, rank: ranks[part], key: `team-host:${team.id}:${part}` }] : [];
  });
}

/** A fortnight is spoken of once there are pairs; the promises are made once, and not again by a team that carries on. */
function slotOf({ run, beganAt, countedAt }: Team, weeks: Weeks, part: HostPart): Slot | undefined {
  if (part === 'end') return countedAt === null ? undefined : { due: instantOf(countedAt), closes: decideBy(instantOf(countedAt)) };
  const wanted = part === 'before' ? run === 1 : beganAt !== null;
  return wanted ? hostSlot(weeks, part) : undefined;
}

/** The words of a part; why not, where it is not wanted any more. */
export function hostBody(content: Content, team: Team, part: HostPart): Body | { off: string } {
  if (team.endedAt !== null) return { off: 'ended' };
  if (part === 'before') return beforeMessage(content, { team: team.id, date: sayDay(dayNamed(team.beginsOn)) });
  if (part !== 'end') return tenMessage(content, part);
  if (team.result === null) return { off: 'not-counted' };
  return resultMessage(content, { team: team.id, result: resultSchema.parse(JSON.parse(team.result)) });
}

/** For wherever a leader looks up their team: how it goes on, once it is counted; nothing before. */
export function goesOnBlocks(content: Content, team: Team): KnownBlock[] {
  const body = team.countedAt === null ? { off: 'not-counted' } : hostBody(content, team, 'end');
  return 'off' in body ? [] : body.blocks;
}
