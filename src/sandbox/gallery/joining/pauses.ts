// How a leader sits out: the question until when, the answer said back, and word that it has begun.
import { pausedAnswer, pauseModal, pauseQuestion, pauseQuestionModal } from '../../../features/joining/views.ts';
import { leader } from '../leader.ts';
import { day, programme, recordId } from '../made-up.ts';
import { inModal, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';

const UNTIL = day('2027-10-25');

/** A pause of somebody who has `others` partners; at the longest it lasts beyond the beginning of the next round. */
function pause(size: Size, others: number) {
  const all = [1, 2].map((n) => leader(size, n)).slice(0, others);
  return {
    ...{ ok: true as const, leader: leader(size), days: 21 },
    ...(others > 0 && { partnership: { pair: recordId(40), round: recordId(41), others: all } }),
    ...(size === 'longest' && { overRound: day('2027-09-29') }),
  };
}

export const pauseSamples: readonly Sample[] = samplesOf('src/features/joining/views.ts', {
  'joining.pause': ['Until when somebody sits out', (content, size) => inModal(pauseModal(content, programme(size), UNTIL))],
  'joining.pause.question': [
    'A pause, said back after the command',
    (content, size) => onlyForYou(pauseQuestion(content, programme(size), UNTIL, pause(size, 1))),
  ],
  'joining.pause.question.form': [
    'A pause, said back in the form',
    (content, size) => inModal(pauseQuestionModal(content, programme(size), UNTIL, pause(size, 2))),
  ],
  'joining.paused': ['A pause has begun', (content, size) => onlyForYou(pausedAnswer(content, programme(size), UNTIL, pause(size, 1)))],
  'joining.paused.trio': [
    'A pause has begun, in a trio',
    (content, size) => onlyForYou(pausedAnswer(content, programme(size), UNTIL, pause(size, 2))),
  ],
  'joining.paused.alone': [
    'A pause has begun, of somebody without a partner',
    (content, size) => onlyForYou(pausedAnswer(content, programme(size), UNTIL, pause(size, 0))),
  ],
});
