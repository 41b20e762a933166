// What is pressed while a forum's hour runs, around its start, and after its end. Every press is looked at anew: who presses, whether they have a place, and
// which line is the present one.
import { z } from 'zod';
import type { Answer, Ears, Press, Pressed } from '../../../../platform/slack/spoken.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { openForm } from '../../../founding/forms.ts';
import { sayList } from '../../../founding/words.ts';
import { onList } from '../enter.ts';
import { forumById } from '../forums.ts';
import { type Acted, act, type Pressing, type Refused } from './act.ts';
import { type Asked, keepTap, nextQuestion } from './answer.ts';
import { GO_AHEAD, sentence } from './around-views.ts';
import { zoneOf } from './circle.ts';
import { TAP, tapModal, tapsTold } from './feedback-view.ts';
import { goAhead } from './go-ahead.ts';
import { ANSWER, GO_ON, KEEP, KEEPER, MORE_TIME, NEXT, NEXT_FORUM, PAUSE, QUESTION, READER, WHOSE } from './line-view.ts';
import { redrawLine } from './lines.ts';
import { onChannelChanged, onUndelivered } from './lose-space.ts';
import { giveQuestion, keepAsking, takeKeeper, takeQuestion, takeReader } from './parts.ts';
import { clockTime } from './words.ts';

const pressing = z.tuple([z.string(), z.coerce.number().int().catch(0), z.coerce.number().catch(0)]);

function pressingOf({ user, value }: Pressed): Pressing {
  const [forum = '', step = 0, ends = 0] = pressing.safeParse(value.split(':')).data ?? [];
  return { user, forum, step, ends };
}

function onLine(verb: (tools: Tools, pressing: Pressing) => Promise<Acted>): Press {
  return async (tools, pressed) => answered(tools, await verb(tools, pressingOf(pressed)));
}

/** What was changed is seen in the line itself. */
async function answered(tools: Tools, acted: Acted): Promise<Answer | undefined> {
  if (!acted.ok) return refused(tools, acted);
  if (acted.changed) await redrawLine(tools, acted.hour, acted.hour.going.step);
  return undefined;
}

function refused({ content }: Tools, { because, names = [] }: Refused): Answer {
  return { text: content.say(`forums.hour.${because}`, { name: sayList(names), names: sayList(names) }) };
}

/** The value is the forum and whose question it is. */
const onWhose: Press = async (tools, { user, value }) => {
  const [forum = '', leader = ''] = value.split(':');
  return answered(tools, await giveQuestion(tools, { user, forum }, leader));
};

/** The value is the forum's id. In the place of the question stands what became of it. */
const onGoAhead: Press = async (tools, { user, value, message }) => {
  const done = await goAhead(tools, { user, forum: value });
  if (!done.ok) return { text: tools.content.say(`forums.hour.${done.because}`) };
  const forum = await forumById(tools.db, tools.workspace, value);
  const zone = forum ? await zoneOf(tools, tools.db, forum) : 'UTC';
  const time = clockTime(done.starts, done.zone ?? zone);
  const body = sentence(
    done.begun ? tools.content.say('forums.hour.going-ahead.now') : tools.content.say('forums.hour.going-ahead', { time }),
  );
  const shown = message ? await tools.slack.updateMessage(message.channel, message.ts, body) : { ok: false };
  return shown.ok ? undefined : { text: body.text };
};

const onAnswer: Press = async (tools, pressed) => {
  const { forum } = pressingOf(pressed);
  const asked = await nextQuestion(tools, tools.db, { user: pressed.user, forum }, tools.now());
  if (!asked.ok) return { text: tools.content.say(`forums.hour.${asked.because}`) };
  return openForm(tools, pressed.triggerId, tapModal(tools.content, { forum, item: asked.item, next: asked.next }));
};

const tap = z.tuple([z.string(), z.string(), z.coerce.number().int()]);

/** One question becomes the next in the same form, and the last of them a word of thanks. */
const onTap: Press = async (tools, { user, value, view, triggerId }) => {
  const [forum = '', item = '', choice = -1] = tap.safeParse(value.split(':')).data ?? [];
  const asked = await keepTap(tools, { user, forum, item, choice });
  const next = tapShown(tools, forum, asked);
  const shown = view?.callbackId === 'forums.taps' ? await tools.slack.updateModal(view.id, next, view.hash) : { ok: false };
  return shown.ok ? undefined : openForm(tools, triggerId, next);
};

function tapShown({ content }: Tools, forum: string, asked: Asked) {
  if (asked.ok) return tapModal(content, { forum, item: asked.item, next: asked.next });
  return tapsTold(content, asked.because === 'feedback.given' ? 'forums.hour.feedback.thanks' : `forums.hour.${asked.because}`);
}

/** The open dates of the programme whose forum it was. */
const onNextForum: Press = async (tools, pressed) => {
  const forum = await forumById(tools.db, tools.workspace, pressingOf(pressed).forum);
  return onList(tools, { ...pressed, value: forum?.programme ?? '' });
};

export const ears: Ears = {
  presses: {
    [NEXT]: onLine((tools, pressing) => act(tools, pressing, 'next')),
    [MORE_TIME]: onLine((tools, pressing) => act(tools, pressing, 'more')),
    [PAUSE]: onLine((tools, pressing) => act(tools, pressing, 'pause')),
    [GO_ON]: onLine((tools, pressing) => act(tools, pressing, 'go-on')),
    [READER]: onLine(takeReader),
    [KEEPER]: onLine(takeKeeper),
    [QUESTION]: onLine(takeQuestion),
    [KEEP]: onLine(keepAsking),
    [WHOSE]: onWhose,
    [GO_AHEAD]: onGoAhead,
    [ANSWER]: onAnswer,
    [TAP]: onTap,
    [NEXT_FORUM]: onNextForum,
  },
  events: { channel_changed: onChannelChanged, undelivered: onUndelivered },
};
