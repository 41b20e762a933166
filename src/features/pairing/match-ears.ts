// The buttons under a match, and under an announcement of which nobody knows whether it arrived. After a press the outcome stands where the
// buttons were, so that a second press has nothing to press.
import { sayDay } from '../../platform/clock.ts';
import type { Answer, Ears, Press, Pressed } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { ANOTHER, type MatchWords, matchMessage, matchWords, SUITS } from './letters.ts';
import { decidedAnnouncement, POST_IT_NOW, POSTED_ALREADY } from './organiser-letters.ts';
import * as pairs from './pairs.ts';
import { askAnother } from './rematching/ask.ts';
import { type Response, suits } from './respond.ts';
import { settleAnnouncement } from './undelivered.ts';

const onSuits: Press = async (tools, { user, value, message }) => answered(tools, message, await suits(tools, { pair: value, user }));
const onAnother: Press = async (tools, { user, value, message }) =>
  answered(tools, message, await askAnother(tools, { pair: value, user }));

/** Puts the outcome where the buttons were; what cannot be shown there is answered. */
async function answered(tools: Tools, message: Pressed['message'], response: Response): Promise<Answer | undefined> {
  const { content } = tools;
  if (!response.ok && response.because === 'others') return { text: content.say('pairing.match.others') };
  const { text, blocks } = matchMessage(content, await wordsAfter(tools, response));
  const shown = message ? await tools.slack.updateMessage(message.channel, message.ts, { text, blocks }) : { ok: false };
  if (!response.ok) return { text: content.say(response.because === 'old' ? 'pairing.match.old' : 'pairing.match.asked-already') };
  return shown.ok ? undefined : { text, blocks };
}

async function wordsAfter(tools: Tools, response: Exclude<Response, { because: 'others' }>): Promise<MatchWords> {
  const { pair, leader, round, programme } = response.answered;
  const reasons = await pairs.reasonsOf(tools, tools.db, pair);
  const words = matchWords({ ...pair, reasons, leader }, round, { zone: programme.timeZone, now: tools.now() });
  if (!response.ok && response.because === 'old') return { ...words, answer: 'ended' };
  if ('lookingUntil' in response && response.lookingUntil) return { ...words, by: sayDay(response.lookingUntil), answer: 'another' };
  return { ...words, answer: pair.openedAt === null ? 'suits' : 'suits-open' };
}

function onAnnouncement(as: 'posted' | 'again'): Press {
  return async (tools, { user, value, message }) => {
    const done = await settleAnnouncement(tools, { id: value, by: user, as });
    if (!done.ok) return { text: tools.content.say(done.because === 'settled' ? 'pairing.announcement.settled' : 'pairing.not-organiser') };
    const { text, blocks } = decidedAnnouncement(tools.content, as, done.number);
    const shown = message ? await tools.slack.updateMessage(message.channel, message.ts, { text, blocks }) : { ok: false };
    return shown.ok ? undefined : { text };
  };
}

export const matchPresses: NonNullable<Ears['presses']> = {
  [SUITS]: onSuits,
  [ANOTHER]: onAnother,
  [POSTED_ALREADY]: onAnnouncement('posted'),
  [POST_IT_NOW]: onAnnouncement('again'),
};
