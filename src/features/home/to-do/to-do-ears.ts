// What the list of things to do listens to: opening it, turning its pages, and the steps that have no room of their own. Rights are asked again at
// every press.

import { z } from 'zod';
import { remembered } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { seenAgain } from '../../founding/channels.ts';
import { openForm } from '../../founding/forms.ts';
import { organisedBy } from '../../founding/rights.ts';
import { seeTo } from './see-to.ts';
import { TO_DO, toDoModal } from './to-do-view.ts';
import { LOOK_AGAIN, SEEN_TO } from './wait-view.ts';
import { waitsOf } from './waits.ts';

const about = z.object({ programme: z.string(), page: z.number() });

const onOpen: Press = async (tools, { user, value, triggerId }) => {
  const programme = await organisedBy(tools, user, value);
  if (!programme) return { text: tools.content.say('pairing.not-organiser') };
  return openForm(tools, triggerId, toDoModal(tools.content, programme, await waitsOf(tools, programme, user, tools.now())));
};

const onPage: Press = async (tools, pressed) => shown(tools, pressed, Number.parseInt(pressed.value, 10) || 0);

const onSeenTo: Press = async (tools, pressed) => {
  const done = await seeTo(tools, { leader: pressed.value, by: pressed.user });
  if (!done.ok) return { text: tools.content.say('pairing.not-organiser') };
  return pressed.view?.callbackId === TO_DO ? shown(tools, pressed) : undefined;
};

/** Somebody may have brought the channel back, or invited the bot again, without Slack saying so. */
const onLookAgain: Press = async (tools, pressed) => {
  const programme = await organisedBy(tools, pressed.user, pressed.value);
  if (!programme) return { text: tools.content.say('pairing.not-organiser') };
  const { channelLostAt } = await seenAgain(tools, programme);
  if (channelLostAt !== null) return { text: tools.content.say('home.channel.still-lost', { programme: programme.name }) };
  if (pressed.view?.callbackId === TO_DO) return shown(tools, pressed);
  return { text: tools.content.say('home.channel.back', { channel: { mrkdwn: `<#${programme.channel}>` } }) };
};

/** The list as it is now, in the form the press came from; on the same page where no other is asked for. */
async function shown(tools: Tools, { user, view }: Pressed, page?: number): Promise<Answer | undefined> {
  const read = about.safeParse(remembered(view?.privateMetadata));
  const programme = read.success ? await organisedBy(tools, user, read.data.programme) : undefined;
  if (!view || !read.success || !programme) return { text: tools.content.say('pairing.not-organiser') };
  const waits = await waitsOf(tools, programme, user, tools.now());
  const changed = await tools.slack.updateModal(view.id, toDoModal(tools.content, programme, waits, page ?? read.data.page));
  return changed.ok ? undefined : { text: tools.content.say('founding.form.failed') };
}

export const toDoPresses: NonNullable<Ears['presses']> = {
  [TO_DO]: onOpen,
  [`${TO_DO}-back`]: onPage,
  [`${TO_DO}-next`]: onPage,
  [SEEN_TO]: onSeenTo,
  [LOOK_AGAIN]: onLookAgain,
};
