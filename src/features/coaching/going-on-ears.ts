// The part of the room's ears that hears leaders go on: after a silence, or sooner than they said.
import type { Ears, Press } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { inProgramme } from '../founding/which.ts';
import { resumedAnswer } from '../joining/pause-ears.ts';
import { resume } from '../joining/resume.ts';
import { backMessage } from './back-view.ts';
import * as places from './places.ts';
import { endSilence } from './quiet.ts';

const comeBack = inProgramme('coaching.come-back-in', 'leader', async (tools, { user }, programme) => {
  const done = await resume(tools, { programme, user });
  const place = done.ok ? await places.ofLeader(tools.db, programme, done.leader, tools.now()) : undefined;
  const { match } = place ?? {};
  if (!match || typeof match.fortnight !== 'number') return resumedAnswer(tools, programme, done);
  const partners = match.partners.map(({ name }) => name);
  return backMessage(tools.content, { pair: match.pair.id, fortnight: match.fortnight, partners, scheduled: false });
});

/** `/coachingpairs resume` */
export const onComeBack = comeBack.hear;

/** "Carry on": whatever somebody does ends their silence, this too. */
const onCarryOn: Press = async (tools, { user }) => {
  await endSilence(tools, user);
  return { text: tools.content.say('coaching.quiet.carry-on') };
};

export const goingOnPresses: NonNullable<Ears['presses']> = {
  'coaching.carry-on': onCarryOn,
  'coaching.come-back': comeBack.press,
  'coaching.come-back-in': comeBack.press,
};

/** A message to the bot is a sign of life too. */
export async function onSign(tools: Tools, { fields }: { fields: Record<string, string> }): Promise<void> {
  await endSilence(tools, fields.user ?? '');
}
