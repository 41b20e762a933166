// What is kept of the same leader's forum, team and gathering, as they take it away.
import type { MyGroups, MyGroupsAnywhere } from '../../../features/leaving/my-groups.ts';
import { bySize, name, programme, times, written } from '../made-up.ts';
import type { Size } from '../sample.ts';

const SEAT: MyGroups['forums'][number] = {
  ...{ starts: '2027-11-11T15:00:00.000Z', signed_up: '2027-11-02T10:12:00.000Z', got_a_place: '2027-11-02T10:12:00.000Z' },
  ...{ may_bring_a_question: '2027-11-02T10:12:00.000Z', gave_it_back: null, was_not_there: null, part: ['read the words'] },
  ...{ answered_worth_it: '2027-11-11T16:00:00.000Z', answered_more: '2027-11-11T16:00:00.000Z' },
};

/** Somebody who has only just joined has none. */
export function groupsOfSample(size: Size): MyGroups {
  if (size === 'shortest') return { forums: [], teams_hosted: [], gatherings: [] };
  const invitation = bySize(size, {
    usual: 'For the past few months I have been coached by a colleague in another function. I would like to offer you the same.',
    longest: written('longest', 1500),
    shortest: '',
  });
  return {
    forums: times(size === 'longest' ? 12 : 1, () => SEAT),
    teams_hosted: [
      {
        ...{
          run: 1,
          made: '2027-11-12T08:40:00.000Z',
          begins: '2027-11-29',
          began: null,
          fortnights_told: 0,
          asked: 6,
          joined: '3 have joined.',
        },
        ...{ invitation, ended: null, ended_because: null },
      },
    ],
    gatherings: [{ starts: '2028-04-06T13:00:00.000Z', place: 'The large room', answer: 'coming', answered: '2028-03-20T09:05:00.000Z' }],
  };
}

/** They offered a forum, and another leader has asked them into a team. */
export function groupsAnywhere(size: Size): MyGroupsAnywhere {
  if (size === 'shortest') return { forums_offered: [], gatherings_planned: [], teams: [] };
  const offered = {
    programme: programme(size).name,
    starts: SEAT.starts,
    places: 8,
    offered: SEAT.signed_up,
    ended: null,
    ended_because: null,
  };
  const pair = { since: '2027-11-01T08:00:00.000Z', with: [name(size, 6)], agreed: '2027-11-02T09:00:00.000Z', until: null };
  return {
    forums_offered: [offered],
    gatherings_planned: [],
    teams: [
      {
        ...{ team_of: name(size, 5), asked: '2027-10-18T09:00:00.000Z', joined: '2027-10-18T11:00:00.000Z', declined: null, left: null },
        ...{ pairs: [pair], answered_worth_it: null, answered_more: null, answered_heard: null },
      },
    ],
  };
}
