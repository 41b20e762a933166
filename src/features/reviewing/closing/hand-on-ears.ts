// What is heard about what is handed on: the card, and the introduction.
import { z } from 'zod';
import { recall, textIn } from '../../../platform/slack/inputs.ts';
import type { Press, Pressed, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import { doneModal } from './box-view.ts';
import { cardIn, decideHandOn, introduce, removeCard, sentenceIn, writeCard } from './hand-on.ts';
import { cardForm, cardModal, introductionForm, introductionMessage, introductionModal } from './hand-on-views.ts';
import * as handOns from './hand-ons.ts';
import { closingOf } from './place.ts';
import { CARD_LINES, LENGTHS } from './plan.ts';
import { refusal, refusalAt } from './refusals.ts';

/** The card to look at where there is one; else the form. `toChange` opens the form either way. */
const onCard =
  (toChange: boolean): Press =>
  async (tools, pressed) => {
    const { user, value: pair } = pressed;
    const found = await closingOf(tools, tools.db, { pair, user }, tools.now());
    if (!found.ok) return refusal(tools.content, found);
    const { round, leader } = found.closing;
    const row = (await handOns.writtenIn(tools.db, { round: round.id, leader: leader.id })).find(({ what }) => what === 'card');
    const card = row && (await cardIn(tools, tools.db, row));
    const look = row && card && { pair, id: row.id, writtenAt: row.writtenAt, card, approved: row.approvedAt !== null };
    return show(tools, pressed, look && !toChange ? cardModal(tools.content, look) : cardForm(tools.content, { pair, card: card ?? {} }));
  };

const onApproveCard: Press = async (tools, pressed) => {
  const approved = await decideHandOn(tools, { user: pressed.user, ...versionIn(pressed), decision: 'approved' });
  return show(tools, pressed, doneModal('My card', tools.content.say(approved ? 'reviewing.card.approved' : 'reviewing.card.changed')));
};

const onDeleteCard: Press = async (tools, pressed) => {
  await removeCard(tools, { user: pressed.user, id: pressed.value });
  return show(tools, pressed, doneModal('My card', tools.content.say('reviewing.card.removed')));
};

const onIntroduce: Press = async (tools, pressed) => {
  const { user } = pressed;
  const [pair = '', about = ''] = pressed.value.split(' ');
  const found = await closingOf(tools, tools.db, { pair, user }, tools.now());
  if (!found.ok) return refusal(tools.content, found);
  const partner = found.closing.partners.find(({ leader }) => leader === about);
  if (!partner) return refusal(tools.content, { because: 'alone' });
  const { round, leader } = found.closing;
  const written = await handOns.writtenIn(tools.db, { round: round.id, leader: leader.id });
  const row = written.find((each) => each.what === 'introduction' && each.leader === about);
  const text = row && (await sentenceIn(tools, tools.db, row));
  return show(tools, pressed, introductionForm(tools.content, { pair, leader: about, partner: partner.name, ...(text && { text }) }));
};

const decides =
  (decision: 'approved' | 'declined'): Press =>
  async (tools, pressed) => {
    const version = versionIn(pressed);
    if (!(await decideHandOn(tools, { user: pressed.user, ...version, decision })))
      return { text: tools.content.say('reviewing.introduction.changed') };
    const row = await handOns.byId(tools.db, tools.workspace, version.id);
    const text = row && (await sentenceIn(tools, tools.db, row));
    const { message, view } = pressed;
    const done = tools.content.say(`reviewing.introduction.${decision}`);
    if (view?.callbackId === 'reviewing.introduction-look') return show(tools, pressed, doneModal('An introduction', done));
    if (!message || !row || text === undefined) return { text: done };
    const body = introductionMessage(tools.content, { ...version, partner: row.authorName, text, said: decision });
    return (await tools.slack.updateMessage(message.channel, message.ts, body)).ok ? undefined : { text: done };
  };

const onReadIntroduction: Press = async (tools, { user, value, triggerId }) => {
  const row = await handOns.byId(tools.db, tools.workspace, value);
  const text = row?.what === 'introduction' && row.about === user ? await sentenceIn(tools, tools.db, row) : undefined;
  if (!row || text === undefined) return { text: tools.content.say('reviewing.introduction.changed') };
  const said = row.approvedAt !== null ? 'approved' : row.declinedAt !== null ? 'declined' : undefined;
  const { id, writtenAt, authorName: partner } = row;
  return openForm(tools, triggerId, introductionModal(tools.content, { id, writtenAt, partner, text, ...(said && { said }) }));
};

const ofPair = z.object({ pair: z.string() });
const ofPartner = ofPair.extend({ leader: z.string() });

const onNewCard: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair } = recall(ofPair, privateMetadata);
  const card = Object.fromEntries(CARD_LINES.map((id) => [id, textIn(state, id)]).filter(([, text]) => text !== ''));
  const kept = await writeCard(tools, { user, pair, card });
  if (!kept.ok) return refusalAt(tools.content, CARD_LINES[0], kept, LENGTHS.card);
  return { then: 'update', view: cardModal(tools.content, { pair, ...kept, approved: false }) };
};

const onNewIntroduction: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair, leader } = recall(ofPartner, privateMetadata);
  const done = await introduce(tools, { user, pair, about: leader, text: textIn(state, 'text') });
  if (!done.ok) return refusalAt(tools.content, 'text', done, LENGTHS.introduction);
  return { then: 'update', view: doneModal('An introduction', tools.content.say('reviewing.introduction.sent', { partner: done.name })) };
};

export const handOnPresses: Record<string, Press> = {
  'reviewing.card': onCard(false),
  'reviewing.card-change': onCard(true),
  'reviewing.card-approve': onApproveCard,
  'reviewing.card-delete': onDeleteCard,
  'reviewing.introduce': onIntroduce,
  'reviewing.introduction-show': decides('approved'),
  'reviewing.introduction-hide': decides('declined'),
  'reviewing.introduction-read': onReadIntroduction,
  'reviewing.introduction-skip': async ({ content }) => ({ text: content.say('reviewing.introduction.skipped') }),
};

export const handOnSubmits: Record<string, Submit> = {
  'reviewing.card': onNewCard,
  'reviewing.introduction': onNewIntroduction,
};

/** In the place of a form of this room where the button stood in one; else as a form of its own. */
async function show(tools: Tools, { view, triggerId }: Pressed, next: Parameters<typeof openForm>[2]) {
  if (!view?.callbackId.startsWith('reviewing.')) return openForm(tools, triggerId, next);
  const shown = await tools.slack.updateModal(view.id, next, view.hash);
  return shown.ok ? undefined : { text: tools.content.say('reviewing.closing.no-form') };
}

/** Whose words, and which of them, a button was about. */
function versionIn({ value }: Pressed): { id: string; writtenAt: string } {
  const [id = '', writtenAt = ''] = value.split(' ');
  return { id, writtenAt };
}
