// The buttons for two more weeks: the one that suggests them, and the two that answer.
import { section } from '../../platform/slack/blocks.ts';
import type { Ears, Press } from '../../platform/slack/spoken.ts';
import { type LongerWish, longer } from './longer.ts';
import { LONGER, LONGER_NO, LONGER_YES, longerAnswer } from './longer-views.ts';

/** After an answer, the outcome stands where the buttons were. */
function on(say: LongerWish['say']): Press {
  return async (tools, { user, value, message }) => {
    const done = await longer(tools, { pair: value, user, say });
    const answer = longerAnswer(tools.content, done);
    if (say === 'ask' || !done.ok || !message) return answer;
    const told = { text: answer.text, blocks: [section(answer.text)] };
    const shown = await tools.slack.updateMessage(message.channel, message.ts, told);
    return shown.ok ? undefined : answer;
  };
}

export const longerPresses: NonNullable<Ears['presses']> = { [LONGER]: on('ask'), [LONGER_YES]: on('yes'), [LONGER_NO]: on('no') };
