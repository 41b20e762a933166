// What help listens to: asking for it, reading what somebody asked, saying that it is seen to, and other kinds of help.
import { z } from 'zod';
import { recall, textIn } from '../../../platform/slack/inputs.ts';
import { lookUp } from '../../../platform/slack/people.ts';
import type { Answer, Ears, Press, Pressed, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { inProgramme } from '../../founding/which.ts';
import * as leaders from '../../joining/leaders.ts';
import { askForHelp, maySee, settleHelp } from './ask-for-help.ts';
import * as helpRequests from './help-requests.ts';
import { helpReadModal, SEEN_TO, seenToMessage } from './letters.ts';
import { askedModal, HELP_FORM, HELP_LENGTH, helpForm, helpTold, OTHER_HELP, otherHelpModal } from './views.ts';
import { whoHelps } from './who-helps.ts';

/** So many organisers are named; all of them hear. */
const MOST_NAMED = 5;

const helpMe = inProgramme('coaching.help-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const view = await formFor(tools, user, programme);
  return 'text' in view ? view : openForm(tools, triggerId, view);
});

/** `/coachingpairs help-me` */
export const onHelpMe = helpMe.hear;

/** The value is the programme's id. */
const onAsk: Press = async (tools, pressed) => {
  const programme = await programmes.find(tools.db, tools.workspace, pressed.value);
  if (!programme) return { text: tools.content.say('founding.gone') };
  const view = await formFor(tools, pressed.user, programme);
  return 'text' in view ? view : onTop(tools, pressed, view);
};

async function formFor(tools: Tools, user: string, programme: Programme): Promise<ReturnType<typeof helpForm> | Answer> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { text: tools.content.say('joining.refused.not-in', { programme: programme.name }) };
  const { helpers, partners } = await whoHelps(tools, tools.db, leader);
  if (helpers.length === 0) return helpTold(tools.content, 'coaching.help.nobody');
  const organisers = await namesOf(tools, helpers);
  const toPartner = partners.some((partner) => helpers.includes(partner.user));
  const request = tools.newId();
  return helpForm(tools.content, { request, programme: programme.id, organisers, partners: partners.map(({ name }) => name), toPartner });
}

const about = z.object({ request: z.string(), programme: z.string() });

const onSend: Submit = async (tools, { user, privateMetadata, state }) => {
  const { request, programme } = recall(about, privateMetadata);
  const text = textIn(state, 'text').slice(0, HELP_LENGTH);
  const asked = await askForHelp(tools, { user, programme, id: request, text });
  if (!asked.ok) return { then: 'update', view: helpTold(tools.content, `coaching.help.${asked.because}`) };
  return { then: 'update', view: askedModal(tools.content, programme, await namesOf(tools, asked.helpers)) };
};

const onSeenTo: Press = async (tools, { user, value, message }) => {
  const done = await settleHelp(tools, { id: value, by: user });
  if (!done.ok) return { text: tools.content.say(done.because === 'settled' ? 'coaching.help.settled' : 'pairing.not-organiser') };
  const body = seenToMessage(tools.content, done.name);
  const shown = message ? await tools.slack.updateMessage(message.channel, message.ts, body) : { ok: false };
  return shown.ok ? undefined : { text: body.text };
};

const onRead: Press = async (tools, pressed) => {
  const request = await helpRequests.byId(tools.db, tools.workspace, pressed.value);
  if (!request || !(await maySee(tools, request, pressed.user))) return { text: tools.content.say('pairing.not-organiser') };
  const text = (await helpRequests.textOf(tools, tools.db, request)) ?? '';
  return onTop(tools, pressed, helpReadModal(tools.content, { id: request.id, name: request.name, text }));
};

/** Of the programme whose button it was, where they take part in it; else of all in which they do. */
const onOtherHelp: Press = async (tools, pressed) => {
  const { db, workspace } = tools;
  const here = (await programmes.placesOf(db, workspace, pressed.user)).filter(({ left }) => !left).map(({ programme }) => programme);
  const wanted = here.includes(pressed.value) ? [pressed.value] : here;
  const found = await Promise.all(wanted.map((id) => programmes.find(db, workspace, id)));
  const links = [...new Set(found.flatMap((programme) => programme?.helpLinks ?? []))].slice(0, 40);
  return onTop(tools, pressed, otherHelpModal(tools.content, links));
};

async function namesOf(tools: Tools, users: readonly string[]): Promise<string[]> {
  const people = await Promise.all(users.slice(0, MOST_NAMED).map((user) => lookUp(tools, user)));
  return people.map(({ name }) => name);
}

/** On top of the modal in which the button stood, or as one of its own. */
async function onTop(tools: Tools, { view, triggerId }: Pressed, next: ReturnType<typeof helpForm>): Promise<Answer | undefined> {
  const pushed = view?.callbackId ? await tools.slack.pushModal(triggerId, next) : { ok: false };
  return pushed.ok ? undefined : openForm(tools, triggerId, next);
}

export const ears: Ears = {
  presses: {
    'home.help-me': onAsk,
    'coaching.help-in': helpMe.press,
    'coaching.help-read': onRead,
    [SEEN_TO]: onSeenTo,
    [OTHER_HELP]: onOtherHelp,
  },
  submits: { [HELP_FORM]: onSend },
};
