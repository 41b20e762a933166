// What the room listens to where leaders choose: the form, the buttons in it and under a request; and the short form of people who are welcome. Who
// acts is whoever pressed, and what they may is looked up at every press.

import { sayDay } from '../../../platform/clock.ts';
import { section } from '../../../platform/slack/blocks.ts';
import { peopleIn, personIn } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import { inProgramme } from '../../founding/which.ts';
import * as leaders from '../../joining/leaders.ts';
import { type Answered, acceptRequest, declineRequest, type Pressing, undoChoice, withdrawRequest } from './answer.ts';
import { type Asked, askPartner } from './ask.ts';
import { ACCEPT, CHOOSE, DECLINE } from './letters.ts';
import { seasonNow } from './season.ts';
import { type Look, seeChoosing } from './see.ts';
import { choosingModal, choosingTold, FORM, PERSON, UNDO, WITHDRAW } from './views.ts';
import { saveWelcomes, wishesOf } from './welcomes.ts';
import { WELCOMED, WELCOMES, WELCOMES_FORM, welcomesModal } from './welcomes-view.ts';

const chooses = inProgramme(CHOOSE, 'leader', async (tools, { user, triggerId }, programme) => {
  const look = await seeChoosing(tools, { programme: programme.id, user }, tools.now());
  if (!look.ok) return { text: sayLook(tools, look) };
  return openForm(tools, triggerId, choosingModal(tools.content, look.seen));
});

function sayLook({ content }: Pick<Tools, 'content'>, look: Exclude<Look, { ok: true }>): string {
  return content.say(`pairing.choosing.refused.${look.because}`);
}

const onAsk: Submit = async (tools, { user, privateMetadata: programme, state }) => {
  const other = personIn(state, PERSON);
  if (!other) return atPerson(tools.content.plain('pairing.choosing.refused.nobody'));
  const asked = await askPartner(tools, { programme, user, other });
  if (!asked.ok) return refusal(tools, asked);
  const notice = tools.content.say(`pairing.choosing.done.${asked.how}`, { name: asked.other.name, last: sayDay(asked.season.lastDay) });
  return { then: 'update', view: await formNow(tools, { programme, user }, notice) };
};

/** What is about the person stands at the field; anything else takes the form's place. */
function refusal(tools: Tools, asked: Exclude<Asked, { ok: true }>): Reply {
  const { content } = tools;
  if ('name' in asked) return atPerson(content.plain(`pairing.choosing.refused.${asked.because}`, { name: asked.name }));
  const blanks = 'season' in asked ? { opens: sayDay(asked.season.opensOn), last: sayDay(asked.season.lastDay) } : {};
  return { then: 'update', view: choosingTold(content.say(`pairing.choosing.refused.${asked.because}`, blanks)) };
}

function atPerson(text: string): Reply {
  return { then: 'errors', errors: { [PERSON]: text } };
}

async function formNow(tools: Tools, wish: { programme: string; user: string }, notice?: string) {
  const look = await seeChoosing(tools, wish, tools.now());
  return look.ok ? choosingModal(tools.content, look.seen, notice) : choosingTold(notice ?? sayLook(tools, look));
}

type What = 'accepted' | 'declined' | 'withdrawn' | 'undone';

/** A press in the form changes the form; one under a message, the message. */
function onRequest(what: What, act: (tools: Tools, pressing: Pressing) => Promise<Answered>): Press {
  return async (tools, { user, value, message, view }) => {
    const done = await act(tools, { request: value, user });
    const text = sayAnswered(tools, what, done);
    if (view?.callbackId === FORM) return inForm(tools, { view, user, programme: view.privateMetadata, text });
    return done.ok || done.because !== 'chosen' ? inMessage(tools, message, text) : { text };
  };
}

function sayAnswered({ content }: Pick<Tools, 'content'>, what: What, done: Answered): string {
  if (done.ok) return content.say(`pairing.choosing.done.${what}`, { name: done.other.name, last: sayDay(done.season.lastDay) });
  if (done.because === 'chosen') return content.say('pairing.choosing.refused.chosen', { name: done.name });
  return content.say(
    `pairing.choosing.refused.${done.because}`,
    'season' in done ? { opens: sayDay(done.season.opensOn), last: sayDay(done.season.lastDay) } : {},
  );
}

interface Showing {
  view: NonNullable<Pressed['view']>;
  user: string;
  programme: string;
  text: string;
}

async function inForm(tools: Tools, { view, user, programme, text }: Showing): Promise<Answer | undefined> {
  const shown = await tools.slack.updateModal(view.id, await formNow(tools, { programme, user }, text));
  return shown.ok ? undefined : { text };
}

async function inMessage(tools: Tools, message: Pressed['message'], text: string): Promise<Answer | undefined> {
  const shown = message ? await tools.slack.updateMessage(message.channel, message.ts, { text, blocks: [section(text)] }) : { ok: false };
  return shown.ok ? undefined : { text };
}

const welcomes = inProgramme(WELCOMES, 'leader', async (tools, { user, triggerId }, programme: Programme) => {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (leader?.leftAt !== null) return { text: tools.content.say('pairing.choosing.refused.not-in') };
  const season = await seasonNow(tools.db, programme, tools.now());
  const named = (await wishesOf(tools, tools.db, leader)).welcomes;
  return openForm(tools, triggerId, welcomesModal(tools.content, { programme: programme.id, season, welcomes: named }));
});

const onWelcomes: Submit = async (tools, { user, privateMetadata: programme, state }) => {
  const saved = await saveWelcomes(tools, { programme, user, people: peopleIn(state, WELCOMED) });
  if (saved.ok) return { then: 'update', view: choosingTold(tools.content.say('pairing.choosing.done.welcomes', { x: saved.count })) };
  if (saved.because === 'not-in') return { then: 'update', view: choosingTold(tools.content.say('pairing.choosing.refused.not-in')) };
  return { then: 'errors', errors: { [WELCOMED]: tools.content.plain(saved.id, saved.blanks) } };
};

export const choosingPresses: NonNullable<Ears['presses']> = {
  [CHOOSE]: chooses.press,
  [ACCEPT]: onRequest('accepted', acceptRequest),
  [DECLINE]: onRequest('declined', declineRequest),
  [WITHDRAW]: onRequest('withdrawn', withdrawRequest),
  [UNDO]: onRequest('undone', undoChoice),
  [WELCOMES]: welcomes.press,
};

export const choosingForms: NonNullable<Ears['submits']> = { [FORM]: onAsk, [WELCOMES_FORM]: onWelcomes };
