// What groups came to in a rehearsal: forums, seats, teams, members, gatherings and their figures. The bot forgets who was where after a while, so it is
// looked at on the way, and of each the most that was ever seen counts.
import type { House } from '../house.ts';
import { forumsIn, gatheringsIn, NOBODY_ASKED, type Seen, teamsIn } from './group-rows.ts';

export interface GroupFigures {
  forums: { offered: number; held: Readonly<Record<string, number>>; ended: Readonly<Record<string, number>> };
  seats: { taken: number; givenBack: number; mayBring: number; absent: number; replied: number; asked: number };
  teams: { started: number; begun: number; asked: number; joined: number; pairs: number; ended: Readonly<Record<string, number>> };
  taps: { replied: number; asked: number };
  gatherings: { planned: number; calledOff: number; reveals: number; revealed: number; coming: number; notThisTime: number };
}

export interface GroupLook {
  look: (house: House) => Promise<void>;
  figures: () => GroupFigures;
}

export function openGroupLook(): GroupLook {
  const seen = { forums: new Map<string, Seen>(), teams: new Map<string, Seen>(), gatherings: new Map<string, Seen>() };
  return {
    look: async (house) => {
      note(seen.forums, await forumsIn(house));
      note(seen.teams, await teamsIn(house));
      note(seen.gatherings, await gatheringsIn(house));
    },
    figures: () => summed([...seen.forums.values()], [...seen.teams.values()], [...seen.gatherings.values()]),
  };
}

/** Of each count the most, of all else the latest. */
function note(known: Map<string, Seen>, now: ReadonlyMap<string, Seen>): void {
  for (const [id, seen] of now) {
    const before = known.get(id)?.counts ?? {};
    const names = new Set([...Object.keys(before), ...Object.keys(seen.counts)]);
    const counts = Object.fromEntries([...names].map((what) => [what, Math.max(seen.counts[what] ?? 0, before[what] ?? 0)]));
    known.set(id, { ...seen, counts });
  }
}

function summed(forums: readonly Seen[], teams: readonly Seen[], gatherings: readonly Seen[]): GroupFigures {
  return {
    forums: { offered: forums.length, held: by(forums, 'held'), ended: by(forums, 'ended') },
    seats: {
      ...{
        taken: all(forums, 'taken'),
        givenBack: all(forums, 'givenBack'),
        mayBring: all(forums, 'mayBring'),
        absent: all(forums, 'absent'),
      },
      ...replies(forums),
    },
    teams: {
      ...{ started: teams.length, begun: teams.filter(({ held }) => held !== null).length, asked: all(teams, 'asked') },
      ...{ joined: all(teams, 'joined'), pairs: all(teams, 'pairs'), ended: by(teams, 'ended') },
    },
    taps: replies(teams),
    gatherings: {
      ...{ planned: gatherings.length, calledOff: gatherings.filter(({ ended }) => ended !== null).length },
      ...{ reveals: all(gatherings, 'reveals'), revealed: all(gatherings, 'revealed') },
      ...{ coming: all(gatherings, 'coming'), notThisTime: all(gatherings, 'not') },
    },
  };
}

function all(seen: readonly Seen[], what: string): number {
  return seen.reduce((sum, { counts }) => sum + (counts[what] ?? 0), 0);
}

function replies(seen: readonly Seen[]): { replied: number; asked: number } {
  return seen.reduce((sum, one) => ({ replied: sum.replied + one.replied, asked: sum.asked + one.asked }), NOBODY_ASKED);
}

function by(seen: readonly Seen[], what: 'held' | 'ended'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of seen) {
    const value = one[what];
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
