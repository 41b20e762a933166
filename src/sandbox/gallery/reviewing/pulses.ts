// The pulses: asked before the round, half way and at its end; what the group said; and the one thing that changes because of it.
import { type PulseForm, pulseForm, thenAndNow } from '../../../features/reviewing/form-view.ts';
import { homeBlocks } from '../../../features/reviewing/home-view.ts';
import { type Pulse, pulses } from '../../../features/reviewing/plan.ts';
import { remarksModal, resultsModal } from '../../../features/reviewing/result-view.ts';
import {
  changeForm,
  closedMessage,
  selfCheckMessage,
  skippedMessage,
  toldModal,
  youSaidMessage,
} from '../../../features/reviewing/views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { modal } from '../../../platform/slack/blocks.ts';
import { PAIR } from '../coaching/pair.ts';
import { bySize, recordId } from '../made-up.ts';
import { type Drawn, inModal, message, onHome, type Sample, type Size, samplesOf } from '../sample.ts';
import { answersOf, change, fullAnswers, given, remarks, result, turnout } from './replies.ts';

const RESULT = recordId(70);
const ROUND = recordId(71);

/** The last day of each pulse. */
const UNTIL: Readonly<Record<Pulse, string>> = {
  opening: 'Sunday 7 November 2027',
  half: 'Sunday 23 January 2028',
  closing: 'Sunday 9 April 2028',
};

function form(size: Size, pulse: Pulse, again = false): PulseForm {
  const before =
    pulse === 'closing' || size === 'longest' ? { before: size === 'longest' ? fullAnswers('opening') : answersOf('opening', 0) } : {};
  const filled = again || size === 'longest' ? { given: given(size, pulse) } : {};
  return { pulse, round: ROUND, until: size === 'longest' ? 'Wednesday 30 September 2027' : UNTIL[pulse], ...filled, ...before };
}

function lookingBack(content: Content, size: Size): Drawn {
  const all = bySize(size, {
    usual: { before: answersOf('opening', 0) },
    longest: { then: fullAnswers('then'), now: fullAnswers('now'), before: fullAnswers('opening') },
    shortest: {},
  });
  return inModal(
    modal({ callback: 'reviewing.look-back', title: 'Look back', submit: 'Keep it', close: 'Cancel', blocks: thenAndNow(content, all) }),
  );
}

const closed = (pulse: Pulse, said: boolean) => (content: Content, size: Size) =>
  message(closedMessage(content, { pulse, result: RESULT, ...turnout(said ? size : 'shortest'), said }));

const youSaid = (changed: boolean) => (content: Content, size: Size) =>
  message(youSaidMessage(content, { result: RESULT, changed, ...turnout(size) }));

const pulsesAtHome: Sample['draw'] = (content, size) => {
  const open = pulses
    .filter((pulse) => size === 'longest' || pulse === 'half')
    .map((pulse) => ({ pulse, pair: PAIR, answered: size === 'longest' && pulse === 'opening', until: UNTIL[pulse] }));
  const latest = { id: RESULT, report: 'opening', changed: size === 'longest' } as const;
  return onHome(homeBlocks(content, { open: size === 'shortest' ? [] : open, latest }));
};

export const pulseSamples: readonly Sample[] = [
  ...samplesOf('src/features/reviewing/views.ts', {
    'reviewing.self-check': ['The self-check before the round', (content) => message(selfCheckMessage(content, PAIR))],
    'reviewing.skipped': ['A pulse is skipped', (content) => message(skippedMessage(content, UNTIL.half))],
    'reviewing.you-said': ['You said, we did', youSaid(true)],
    'reviewing.you-said.plain': ['What the group said half way', youSaid(false)],
    'reviewing.closed.opening': ['To organisers: the self-check has closed', closed('opening', true)],
    'reviewing.closed.half': ['To organisers: the pulse half way has closed', closed('half', true)],
    'reviewing.closed.closing': ['To organisers: the closing pulse has closed', closed('closing', true)],
    'reviewing.closed.none': ['To organisers: too few replied', closed('half', false)],
    'reviewing.change-form': [
      'One thing to change',
      (content, size) => inModal(changeForm(content, { result: RESULT, shown: [result(size, 'half')], remarks: remarks(size) })),
    ],
    'reviewing.told': [
      'The answers are kept',
      (content) => inModal(toldModal('Kept', content.say('reviewing.pulse.kept', { date: UNTIL.half }))),
    ],
  }),
  ...samplesOf('src/features/reviewing/form-view.ts', {
    'reviewing.form.opening': ['Ten taps before the round', (content, size) => inModal(pulseForm(content, form(size, 'opening')))],
    'reviewing.form.half': ['Eight taps half way', (content, size) => inModal(pulseForm(content, form(size, 'half')))],
    'reviewing.form.closing': ['Eleven taps about the round', (content, size) => inModal(pulseForm(content, form(size, 'closing')))],
    'reviewing.form.again': ['Answers, to change', (content, size) => inModal(pulseForm(content, form(size, 'half', true)))],
    'reviewing.then-and-now': ['Then and now', lookingBack],
  }),
  ...samplesOf('src/features/reviewing/result-view.ts', {
    'reviewing.results.opening': [
      'What the group said before the round',
      (content, size) => inModal(resultsModal(content, [result(size, 'opening')])),
    ],
    'reviewing.results.half': [
      'What the group said half way, and what changes',
      (content, size) => inModal(resultsModal(content, [result(size, 'half', size === 'shortest' ? {} : { change: change(size) })])),
    ],
    'reviewing.results.closing': [
      'What the group said at the end',
      (content, size) => inModal(resultsModal(content, [result(size, 'closing'), result(size, 'then-and-now')])),
    ],
    'reviewing.results.organiser': [
      'What the group said half way, for an organiser',
      (content, size) => inModal(resultsModal(content, [result(size, 'half')], remarks(size))),
    ],
    'reviewing.remarks': [
      'In their own words',
      (content, size) => inModal(remarksModal(content, remarks(size), size === 'longest' ? 2 : 1)),
    ],
  }),
  ...samplesOf('src/features/reviewing/home-view.ts', { 'reviewing.home.pulses': ['Pulses on the Home tab', pulsesAtHome] }),
];
