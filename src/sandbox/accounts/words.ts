// The words of the record of calls: how calls end, what the bot plans, and what became of a letter in the end. Pure.
import type { Ended, NotedCall } from '../calls.ts';
import type { Letter } from './letters.ts';

/** How a call ended, as the bot heard it; a whole sentence but for its beginning. */
export function endedWords(ended: Ended): string {
  switch (ended.how) {
    case 'answered':
      return 'it arrived.';
    case 'refused':
      return `Slack refused it (${ended.error}).`;
    case 'limited':
      return `Slack said that it was too fast, and to wait ${count(ended.seconds, 'second')}.`;
    case 'status':
      return `Slack answered with error ${ended.status}.`;
    case 'unreadable':
      return 'the answer could not be read.';
    case 'killed':
      return 'the bot was killed before it heard an answer.';
    default:
      return 'no answer came.';
  }
}

/** What was so in truth, where the answer does not tell. */
export function truthWords({ ended, done }: Pick<NotedCall, 'ended' | 'done'>): string | undefined {
  if (ended.how === 'late') return `In truth Slack does it ${count(Math.round(ended.ms / 1000), 'second')} later.`;
  if (ended.how === 'answered' || ended.how === 'limited') return undefined;
  if (ended.how === 'refused' && !done) return undefined;
  return done ? 'In truth Slack had done it. The bot cannot know.' : 'In truth Slack had not done it. The bot cannot know.';
}

/** What the bot does next about a letter, at the time beside it; nothing when it is settled. */
export function planWords({ state, to, pause }: Letter): string | undefined {
  if (state === 'organiser') return 'Waits for an organiser to say whether it stands there.';
  if (state === 'operator') return 'Waits for whoever runs the bot to say whether it stands there.';
  if (state === 'sending' || state === 'unclear') {
    if (to === 'group') return 'Decides what to do: it cannot look into the conversation of a pair.';
    return 'Looks in the conversation whether it has arrived.';
  }
  if (state !== 'pending') return undefined;
  if (pause === 'ratelimited') return 'Sends it, having waited as long as Slack asked.';
  return pause === undefined ? 'Sends it.' : 'Tries again; until then every message waits.';
}

const SKIPPED: readonly [string, string][] = [
  ['told-each', 'Told each of them alone instead.'],
  ['in-doubt', 'Left it at that: nobody waits for it, and twice would be once too often.'],
  ['withdrawn', 'Took it back: what it told is no longer so.'],
];

/** How a letter ended, where its calls do not say so themselves. */
export function settledWords({ state, reason = '', to }: Letter): string | undefined {
  if (state === 'skipped') return SKIPPED.find(([code]) => reason.startsWith(code))?.[1] ?? 'Gave it up: it would have come too late.';
  if (state === 'sent' && reason === 'seen') return 'An organiser said that it stands there.';
  if (state !== 'dead') return undefined;
  const told = to === 'channel' ? ' An organiser is told, and can post it again.' : ' It is not sent again.';
  return `Gave it up: ${reason.replaceAll('_', ' ')}.${told}`;
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
