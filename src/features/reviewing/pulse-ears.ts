// What is pressed and filled in around the pulses: answering, skipping, reading what the group said, and writing what will change.
import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { sayDay } from '../../platform/clock.ts';
import { dayIn, recall, textIn } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import { keepAnswers } from './answer.ts';
import * as answers from './answers.ts';
import { answersIn, pulseForm, REMARK_LENGTH, remarkIn } from './form-view.ts';
import { pulses } from './plan.ts';
import { type Shown, showChangeForm, showRemarks, showResults } from './show-results.ts';
import { openIn, roundOfPair } from './standing.ts';
import { CHANGE_LENGTH, skippedMessage, toldModal } from './views.ts';
import { writeChange } from './write-change.ts';

const offer = z.tuple([z.enum(pulses), z.string()]);

/** The pulse behind a button, if it is open to whoever pressed it. `value` is `half:<pair>`. */
async function find(tools: Tools, user: string, value: string) {
  const asked = offer.safeParse(value.split(':')).data;
  const round = asked && (await roundOfPair(tools.db, tools.workspace, asked[1]));
  if (!asked || !round) return { ok: false, because: 'not-in' } as const;
  return openIn(tools, tools.db, { user, round, pulse: asked[0] }, tools.now());
}

const onAnswer: Press = async (tools, pressed) => {
  const found = await find(tools, pressed.user, pressed.value);
  if (!found.ok) return { text: tools.content.say(`reviewing.pulse.${found.because}`) };
  const { round, pulse, days, author } = found.open;
  const given = await answers.ofLeader(tools, tools.db, author);
  const [own, before] = [given.get(pulse), pulse === 'closing' ? given.get('opening') : undefined];
  const until = sayDay(days.closes.subtract({ days: 1 }));
  const form = { pulse, round: round.id, until, ...(own && { given: own }), ...(before && { before: before.answers }) };
  return show(tools, pressed, pulseForm(tools.content, form));
};

/** Nothing is kept of a skip: the pulse stays on Home as long as it is open. Where the offer stands in a message about other things too, that stays. */
const onSkip: Press = async (tools, { user, value, message }) => {
  const found = await find(tools, user, value);
  if (!found.ok) return { text: tools.content.say(`reviewing.pulse.${found.because}`) };
  const body = skippedMessage(tools.content, sayDay(found.open.days.closes.subtract({ days: 1 })));
  const alone = found.open.pulse === 'opening' ? message : undefined;
  const shown = alone && (await tools.slack.updateMessage(alone.channel, alone.ts, body));
  return shown?.ok ? undefined : { text: body.text };
};

const pulseAbout = z.object({ pulse: z.enum(pulses), round: z.string() });

const onPulse: Submit = async (tools, { user, privateMetadata, state }) => {
  const { content } = tools;
  const { pulse, round } = recall(pulseAbout, privateMetadata);
  const text = pulse === 'opening' ? undefined : remarkIn(state);
  const given = { answers: answersIn(content, state, pulse), ...(text !== undefined && { text }) };
  const done = await keepAnswers(tools, { user, round, given: new Map([[pulse, given]]) });
  if (done.ok) return update('Kept', content.say('reviewing.pulse.kept', { date: sayDay(done.until) }));
  if (done.because !== 'too-long') return update('Not kept', content.say(`reviewing.pulse.${done.because}`));
  return { then: 'errors', errors: { remark: content.plain('reviewing.pulse.too-long', { x: REMARK_LENGTH }) } };
};

const onRead: Press = async (tools, pressed) => shown(tools, pressed, await showResults(tools, pressed.user, pressed.value));

const onWrite: Press = async (tools, pressed) => shown(tools, pressed, await showChangeForm(tools, pressed.user, pressed.value));

const onRemarks: Press = async (tools, pressed) => {
  const [id = '', page = ''] = pressed.value.split(':');
  return shown(tools, pressed, await showRemarks(tools, pressed.user, { id, page: Number(page) }));
};

const changeAbout = z.object({ result: z.string() });

const onChange: Submit = async (tools, { user, privateMetadata, state }) => {
  const { content } = tools;
  const { result } = recall(changeAbout, privateMetadata);
  const day = dayIn(state, 'by');
  const by = day === undefined ? undefined : Temporal.PlainDate.from(day);
  const done = await writeChange(tools, { user, result, text: textIn(state, 'change'), by });
  if (done.ok) return update('Written down', content.say('reviewing.pulse.change.written'));
  const said = content.plain(`reviewing.pulse.change.${done.because}`, done.because === 'too-long' ? { x: CHANGE_LENGTH } : {});
  if (done.because === 'empty' || done.because === 'too-long') return { then: 'errors', errors: { change: said } };
  if (done.because === 'no-day' || done.because === 'past') return { then: 'errors', errors: { by: said } };
  return update('Not written', said);
};

async function shown(tools: Tools, pressed: Pressed, found: Shown): Promise<Answer | undefined> {
  if (!found.ok) return { text: tools.content.say(`reviewing.pulse.change.${found.because}`) };
  return show(tools, pressed, found.view);
}

/** On top of the modal in which the button was pressed; from elsewhere as a modal of its own. */
async function show(tools: Tools, { view, triggerId }: Pressed, form: ModalView): Promise<Answer | undefined> {
  if (!view?.callbackId) return openForm(tools, triggerId, form);
  const pushed = await tools.slack.pushModal(triggerId, form);
  return pushed.ok ? undefined : openForm(tools, triggerId, form);
}

function update(title: string, text: string): Reply {
  return { then: 'update', view: toldModal(title, text) };
}

export const pulseEars: Ears = {
  presses: {
    'reviewing.answer': onAnswer,
    'reviewing.skip': onSkip,
    'reviewing.read': onRead,
    'reviewing.remarks': onRemarks,
    'reviewing.write-change': onWrite,
  },
  submits: { 'reviewing.pulse': onPulse, 'reviewing.change': onChange },
};
