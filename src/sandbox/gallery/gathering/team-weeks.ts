// The eight weeks of a team: each fortnight's line, the short agreement, the half hour, the three taps, and being asked again.
import { agreementModal } from '../../../features/gathering/teams/weeks/agreement-views.ts';
import { halfHourModal, lineBlocks, type StepShown, stepMessage, weeksTold } from '../../../features/gathering/teams/weeks/step-views.ts';
import { type TapsShown, tapsMessage } from '../../../features/gathering/teams/weeks/taps-views.ts';
import { againMessage, plainWord } from '../../../features/gathering/teams/weeks/words-views.ts';
import { bySize, name, recordId, times } from '../made-up.ts';
import { inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { monday, teamHostSamples } from './team-host.ts';

const TEAM = recordId(80);
const PAIR = recordId(90);

function members(size: Size) {
  return times(size === 'longest' ? 3 : 2, (n) => ({ user: `U000000000${n}`, name: name(size, n + 1) }));
}

function step(size: Size, more: Partial<StepShown> = {}): StepShown {
  return { team: TEAM, pair: PAIR, n: 1, host: name(size), members: members(size), first: 'start', ...more };
}

const line = (more: Partial<StepShown>): Sample['draw'] => {
  return (content, size) => message(stepMessage(content, step(size, more)));
};

const agreedBy = (count: number): Sample['draw'] => {
  return (content, size) => {
    const those = members(size).map((each, at) => ({ ...each, agreed: at < (count === 9 ? 3 : count) }));
    return inModal(agreementModal(content, { pair: PAIR, me: 'U0000000001', members: those }));
  };
};

function proposal(size: Size) {
  const when = bySize(size, {
    usual: 'Tuesday 16 March 2027 at 2pm',
    longest: 'Wednesday 22 September 2027 at 12:30pm',
    shortest: 'Monday 3 May 2027 at 9am',
  });
  return { when, google: 'https://calendar.google.com/calendar/render?action=TEMPLATE', outlook: 'https://outlook.office.com/calendar/0' };
}

function taps(size: Size, answered: readonly string[] = []): TapsShown {
  return {
    team: TEAM,
    host: name(size),
    until: bySize(size, { usual: 'Monday 10 May 2027', longest: 'Wednesday 22 September 2027', shortest: 'Monday 3 May 2027' }),
    answered,
  };
}

const again = (way: 'carry-on' | 'change'): Sample['draw'] => {
  const controls = { join: 'teams.join', decline: 'teams.not-now' };
  return (content, size) => message(againMessage(content, { team: TEAM, host: name(size), way, date: monday(size) }, controls));
};

export const teamWeeksSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/teams/weeks/step-views.ts', {
    'gathering.team.line.first': ['The first line, when the pairs have formed', line({})],
    'gathering.team.line.changed': ['A line for a pair that has changed', line({ n: 2, first: 'changed' })],
    'gathering.team.line.third': ['The third line', (content, size) => message(stepMessage(content, withoutFirst(size)))],
    'gathering.team.line.alone': [
      'A line, for somebody who reads it alone',
      (content, size) => message(stepMessage(content, { ...withoutFirst(size), n: 4 }).alone),
    ],
    'gathering.team.half-hour': [
      'The half hour',
      (content, size) => inModal(halfHourModal(content, { pair: PAIR, members: members(size), n: 1, proposal: proposal(size) })),
    ],
    'gathering.team.half-hour.no-time': [
      'The half hour, without hours in common',
      (content, size) => inModal(halfHourModal(content, { pair: PAIR, members: members(size), n: 3 })),
    ],
    'gathering.team.line.looked-up': ['A line, looked up', (content) => onHome(lineBlocks(content, { team: TEAM, pair: PAIR, n: 2 }))],
    'gathering.team.weeks-gone': ['The eight weeks are not open any more', (content) => inModal(weeksTold(content, 'teams.weeks.gone'))],
  }),
  ...samplesOf('src/features/gathering/teams/weeks/agreement-views.ts', {
    'gathering.team.agreement.none': ['The short agreement', agreedBy(0)],
    'gathering.team.agreement.some': ['The short agreement, one has agreed', agreedBy(1)],
    'gathering.team.agreement.all': ['The short agreement, everyone has agreed', agreedBy(9)],
  }),
  ...teamHostSamples,
  ...samplesOf('src/features/gathering/teams/weeks/taps-views.ts', {
    'gathering.team.taps': ['The three taps', (content, size) => message(tapsMessage(content, taps(size)))],
    'gathering.team.taps.last': [
      'The three taps, two of them done',
      (content, size) => message(tapsMessage(content, taps(size, ['fo.1', 'fo.2']))),
    ],
    'gathering.team.taps.done': [
      'The three taps, done',
      (content, size) => message(tapsMessage(content, taps(size, ['fo.1', 'fo.2', 'ts.1']))),
    ],
  }),
  ...samplesOf('src/features/gathering/teams/weeks/words-views.ts', {
    'gathering.team.alone': ['A partner has left, and there is nobody else', (content) => message(plainWord(content, 'teams.weeks.alone'))],
    'gathering.team.over-told': ['The eight weeks are over', (content) => message(plainWord(content, 'teams.weeks.over'))],
    'gathering.team.again': ['Asked to carry on', again('carry-on')],
    'gathering.team.again.change': ['Asked to go on with a new partner', again('change')],
  }),
];

/** Not the first that they hear together. */
function withoutFirst(size: Size): StepShown {
  const { first: _, ...shown } = step(size, { n: 3 });
  return shown;
}
