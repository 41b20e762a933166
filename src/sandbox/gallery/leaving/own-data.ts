// Everything that is kept about one leader in the third fortnight of their first round, as they take it away. Nothing in it but what the other samples
// tell of them.
import type { MyData, MyPlace } from '../../../features/leaving/my-data-file.ts';
import { words } from '../coaching/pair.ts';
import { leader } from '../leader.ts';
import { bySize, name, programme, times, written } from '../made-up.ts';
import type { Size } from '../sample.ts';
import { groupsAnywhere, groupsOfSample } from './own-groups.ts';

/** At the longest as many notes as two years hold; at the shortest somebody who has only just joined. */
export function ownData(size: Size): MyData {
  const own = leader(size);
  const empty = size === 'shortest';
  return {
    slack: { id: own.user, name: own.name, email: own.email, title: empty ? null : 'Finance Director', time_zone: own.timeZone },
    organiser_of: [],
    previews_open: [],
    home_tab_drawn: empty ? null : '2027-11-16T08:55:00.000Z',
    on_lists: [],
    programmes: [place(size)],
    ...groupsAnywhere(size),
  };
}

function place(size: Size): MyPlace {
  const own = leader(size);
  const begun = size !== 'shortest';
  return {
    ...{ programme: programme(size).name, joined: own.joinedAt, left: null, paused_until: null, function: own.function, level: own.level },
    ...{
      manager: begun ? name(size, 5) : null,
      time_zone: own.timeZone,
      working_days: 'Monday to Friday',
      working_hours: '09:00 to 17:00',
    },
    ...{ rhythm: own.rhythm, would_welcome: begun ? [name(size, 2)] : [], would_rather_not: [] },
    would_like_to_work_on: begun ? 'Letting go of the quarterly review.' : '',
    can_help_with: begun ? 'Money, and how to say no kindly.' : '',
    ...(begun ? round(size) : NOTHING),
    ...groupsOfSample(size),
    ...{ answers_to_pulses: [], end_of_rounds: CLOSED, requests_for_help: [], breaks: [], wishes_for_another_partner: [] },
    ...{ partners_asked_for: [], asked_to_take_in_a_third: [], asked_to_carry_on: [] },
  };
}

type Round = Pick<MyPlace, 'rounds' | 'notes' | 'commitments' | 'check_ins' | 'meetings' | 'agreements' | 'messages_planned'>;

const NOTHING: Round = { rounds: [], notes: [], commitments: [], check_ins: [], meetings: [], agreements: [], messages_planned: [] };

const CLOSED: MyPlace['end_of_rounds'] = {
  ...{ looking_back: [], insights: [], cards: [], introductions_i_wrote: [], next_rounds: [], kept_rounds: [], introductions_of_me: [] },
};

function round(size: Size): Round {
  const text = bySize(size, {
    usual: 'Held back in the supplier review until everyone had spoken. Edo proposed the split I had in mind, and a better one.',
    longest: written('longest', 3000),
    shortest: '',
  });
  const question = 'What did you do in the past fortnight that you are quietly pleased with? Say what you did, not how it turned out.';
  const note = { fortnight: 3, question, written: '2027-11-11T07:40:00.000Z', changed: '2027-11-11T07:40:00.000Z', text };
  return {
    rounds: [
      { round: 1, began: '2027-10-11', partners: [name(size, 1)], said_it_suits: '2027-09-30T10:02:00.000Z', asked_for_another: null },
    ],
    notes: times(size === 'longest' ? 60 : 1, () => note),
    commitments: [
      {
        ...{ fortnight: 2, ...words(size), shared_since: '2027-11-05T09:31:00.000Z', state: 'open', carried_on: 0, noticed: null },
        ...{ made: '2027-11-05T09:30:00.000Z', settled: null },
      },
    ],
    check_ins: [{ fortnight: 2, met: 'met', answered: '2027-11-05T09:29:00.000Z' }],
    meetings: [{ fortnight: 3, state: 'booked', starts: '2027-11-18T14:00:00.000Z', minutes: 60 }],
    agreements: [
      {
        ...{ version: 2, agreed_to_version: 2, complete_since: '2027-10-14T14:25:00.000Z', rhythm: 'steady', usually_on: 'Thursday' },
        ...{ usually_at: '14:00 (Europe/London)', by: 'video', line_of_our_own: null, prefers_to_be_challenged: 'ask' },
        it_helps_to_have: 'questions beforehand',
      },
    ],
    messages_planned: [{ kind: 'opener', planned: '2027-11-09T09:30:00.000Z' }],
  };
}
