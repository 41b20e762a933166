// What is heard between partners: a line written at the end, and the words that a new partner has handed on.
import { z } from 'zod';
import { recall, textIn } from '../../../platform/slack/inputs.ts';
import type { Press, Submit } from '../../../platform/slack/spoken.ts';
import { openForm } from '../../founding/forms.ts';
import { doneModal } from './box-view.ts';
import { lineForm, partnerWordsModal } from './hand-on-views.ts';
import { partnerWords } from './partner-words.ts';
import { closingOf } from './place.ts';
import { LENGTHS } from './plan.ts';
import { refusal, refusalAt } from './refusals.ts';
import { linesSent, writeLine } from './write-line.ts';

const onWriteLine: Press = async (tools, pressed) => {
  const [pair = '', to = ''] = pressed.value.split(' ');
  const found = await closingOf(tools, tools.db, { pair, user: pressed.user }, tools.now());
  if (!found.ok) return refusal(tools.content, found);
  const partner = found.closing.partners.find(({ leader }) => leader === to);
  if (!partner) return refusal(tools.content, { because: 'alone' });
  const before = await linesSent(tools, tools.db, { pair, from: found.closing.leader.id, to });
  return openForm(tools, pressed.triggerId, lineForm(tools.content, { pair, leader: to, partner: partner.name, before }));
};

const about = z.object({ pair: z.string(), leader: z.string(), before: z.number().int().min(0) });

const onNewLine: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair, leader, before } = recall(about, privateMetadata);
  const done = await writeLine(tools, { user, pair, to: leader, before, text: textIn(state, 'text') });
  if (!done.ok) return refusalAt(tools.content, 'text', done, LENGTHS.line);
  return { then: 'update', view: doneModal('A line', tools.content.say('reviewing.line.sent', { partner: done.name })) };
};

const onPartnerCard: Press = async (tools, { user, value, triggerId }) =>
  openForm(tools, triggerId, partnerWordsModal(tools.content, await partnerWords(tools, { pair: value, user })));

export const linePresses: Record<string, Press> = { 'reviewing.write-line': onWriteLine, 'reviewing.partner-card': onPartnerCard };

export const lineSubmits: Record<string, Submit> = { 'reviewing.line': onNewLine };
