// What those hear who are asked into a team: [Join], [Not now], and the same from wherever they look it up. The message they pressed under says from then
// on where they stand; whoever presses, what they may is looked up anew.
import { section } from '../../../platform/slack/blocks.ts';
import type { Answer, Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { declineTeam, joinTeam } from './answer.ts';
import { JOIN, NOT_NOW, standingMessage } from './invite-views.ts';
import { seePlace, seeTeams } from './see.ts';
import { TEAM, teamModal } from './team-view.ts';

const onJoin: Press = async (tools, pressed) => {
  const done = await joinTeam(tools, { user: pressed.user, team: pressed.value });
  return done.ok ? shown(tools, pressed) : refused(tools, pressed, done.because);
};

const onNotNow: Press = async (tools, pressed) => {
  const done = await declineTeam(tools, { user: pressed.user, team: pressed.value });
  return done.ok || done.because === 'in' ? shown(tools, pressed) : refused(tools, pressed, done.because);
};

/** What cannot be done any more takes the buttons with it; what is only in the way now leaves them. */
async function refused(tools: Tools, pressed: Pressed, because: 'not-asked' | 'over' | 'late' | 'elsewhere'): Promise<Answer | undefined> {
  const text = tools.content.say(`teams.refused.${because}`);
  if (because === 'elsewhere' || because === 'not-asked') return inView(tools, pressed, text);
  return inPlace(tools, pressed, { text, blocks: [section(text)] });
}

async function shown(tools: Tools, pressed: Pressed): Promise<Answer | undefined> {
  const place = await seePlace(tools, { user: pressed.user, team: pressed.value });
  if (!place) return { text: tools.content.say('teams.refused.not-asked') };
  return inPlace(tools, pressed, standingMessage(tools.content, place.invitation, place.standing));
}

async function inPlace(tools: Tools, pressed: Pressed, said: Required<Answer>): Promise<Answer | undefined> {
  const { message } = pressed;
  if (!message) return inView(tools, pressed, said.text);
  const done = await tools.slack.updateMessage(message.channel, message.ts, said);
  return done.ok ? undefined : { text: said.text };
}

async function inView(tools: Tools, { view, user }: Pressed, text: string): Promise<Answer | undefined> {
  if (view?.callbackId !== TEAM) return { text };
  const done = await tools.slack.updateModal(view.id, teamModal(tools.content, await seeTeams(tools, { user }, tools.now()), text));
  return done.ok ? undefined : { text };
}

export const answerPresses: NonNullable<Ears['presses']> = { [JOIN]: onJoin, [NOT_NOW]: onNotNow };
