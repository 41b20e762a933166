// Check-ins: one question after the other, in a message or in a form of their own, and the word after two fortnights without a meeting.
import type { Step } from '../../../features/coaching/checkins/plan.ts';
import type { StepWords } from '../../../features/coaching/checkins/questions-view.ts';
import { stallMessage } from '../../../features/coaching/checkins/stall-view.ts';
import { nudgeMessage, stepMessage, stepModal } from '../../../features/coaching/checkins/step-view.ts';
import { fortnight } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, name, recordId } from '../made-up.ts';
import { inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { namesOf, PAIR, partners, THIRD, words } from './pair.ts';

const HALF_WAY = 6;
const ABOUT = recordId(40);

/** Every question, and every way in which it may end. */
const STEPS: Record<string, { title: string; step: Step; state?: string; saidMet?: true }> = {
  ask: { title: 'Did you meet?', step: { is: 'ask' } },
  'ask.said-met': { title: 'Did you meet? The partner says so', step: { is: 'ask' }, saidMet: true },
  'not-yet': { title: 'Not yet', step: { is: 'not-yet' } },
  left: { title: 'Left this time', step: { is: 'left' } },
  skipped: { title: 'Skipped', step: { is: 'skipped' } },
  how: { title: 'How did the commitment go?', step: { is: 'how', about: ABOUT } },
  noticed: { title: 'What did you notice?', step: { is: 'noticed', about: ABOUT }, state: 'done' },
  'noticed.partly': { title: 'What did you notice, in part?', step: { is: 'noticed', about: ABOUT }, state: 'partly' },
  carry: { title: 'Carry it on?', step: { is: 'carry', about: ABOUT, last: false } },
  'carry.last': { title: 'Carried on twice', step: { is: 'carry', about: ABOUT, last: true } },
  commit: { title: 'One small thing', step: { is: 'commit' } },
  full: { title: 'Two commitments are open', step: { is: 'full' } },
  done: { title: 'They met', step: { is: 'done', saved: false } },
  'done.saved': { title: 'They met, and there is a commitment', step: { is: 'done', saved: true } },
};

interface Asked {
  count?: number;
  /** The sixth fortnight is half way: then the pulse is offered too, as it always is at the longest. */
  fortnight?: number;
}

function asked(content: Content, size: Size, which: string, { count = 2, fortnight: of = THIRD }: Asked = {}): StepWords {
  const { step, state = 'open', saidMet } = STEPS[which] as (typeof STEPS)[string];
  const [number, names] = bySize<[number, string[]]>(size, {
    usual: [of, namesOf(partners('usual', count))],
    longest: [HALF_WAY, namesOf(partners('longest', 3))],
    shortest: [of, namesOf(partners('shortest', count))],
  });
  const about = 'about' in step ? { about: { words: words(size), state } } : {};
  const said = saidMet || size === 'longest' ? names.slice(0, 1) : [];
  const { title } = fortnight(content, number);
  return { step, pair: PAIR, fortnight: number, title, past: size === 'longest', partners: names, saidMet: said, ...about };
}

/** The seventh fortnight, where they have met often enough. */
function withTeam(content: Content, size: Size, declined: boolean): StepWords {
  const seventh = { fortnight: 7, title: fortnight(content, 7).title };
  const team = { met: bySize(size, { usual: 5, longest: 7, shortest: 4 }), declined, programme: recordId(1) };
  return { ...asked(content, size, 'done.saved'), ...seventh, team };
}

const inMessage = Object.fromEntries(
  Object.entries(STEPS).map(([which, { title }]) => [
    `coaching.checkin.${which}`,
    [`The check-in: ${title}`, (content: Content, size: Size) => message(stepMessage(content, asked(content, size, which)))] as const,
  ]),
);

const inForm = Object.fromEntries(
  Object.entries(STEPS).map(([which, { title }]) => [
    `coaching.checkin-form.${which}`,
    [
      `The check-in as a form: ${title}`,
      (content: Content, size: Size) => inModal(stepModal(content, asked(content, size, which))),
    ] as const,
  ]),
);

export const checkinSamples: readonly Sample[] = [
  ...samplesOf('src/features/coaching/checkins/step-view.ts', {
    ...inMessage,
    'coaching.checkin.ask.trio': [
      'The check-in of three: Did you meet?',
      (content, size) => message(stepMessage(content, asked(content, size, 'ask', { count: 3 }))),
    ],
    'coaching.checkin.commit.trio': [
      'The check-in of three: One small thing',
      (content, size) => message(stepMessage(content, asked(content, size, 'commit', { count: 3 }))),
    ],
    'coaching.checkin.half': [
      'The check-in half way, with the pulse',
      (content, size) => message(stepMessage(content, asked(content, size, 'done.saved', { fortnight: HALF_WAY }))),
    ],
    'coaching.checkin.team': [
      'The check-in, with the offer to start with one’s own team',
      (content, size) => message(stepMessage(content, withTeam(content, size, false))),
    ],
    'coaching.checkin.team.not-now': [
      'The check-in, with that offer declined',
      (content, size) => message(stepMessage(content, withTeam(content, size, true))),
    ],
    'coaching.checkin-form.team': [
      'The check-in as a form, with the offer to start with one’s own team',
      (content, size) => inModal(stepModal(content, withTeam(content, size, false))),
    ],
    'coaching.checkin.broken': [
      'The check-in: a commitment that cannot be opened',
      (content, size) => message(stepMessage(content, { ...asked(content, size, 'how'), about: { state: 'open' } })),
    ],
    'coaching.nudge': ['The nudge', (content, size) => message(nudgeMessage(content, asked(content, size, 'ask')))],
    'coaching.nudge.trio': [
      'The nudge of three',
      (content, size) => message(nudgeMessage(content, asked(content, size, 'ask', { count: 3 }))),
    ],
    ...inForm,
  }),
  ...samplesOf('src/features/coaching/checkins/stall-view.ts', {
    'coaching.stall': [
      'Two fortnights without a meeting',
      (content, size) => {
        const organiser = size === 'shortest' ? {} : { organiser: name(size, 7) };
        return message(stallMessage(content, { pair: PAIR, programme: recordId(1), fortnight: THIRD, ...organiser }));
      },
    ],
  }),
];
