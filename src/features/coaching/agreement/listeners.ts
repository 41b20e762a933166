// What the agreement listens to: its word, the button that opens it, and what can be done inside it.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { sayDay } from '../../../platform/clock.ts';
import { choiceIn, recall, textIn, timeIn } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Submit, ViewState } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { inProgramme } from '../../founding/which.ts';
import * as leaders from '../../joining/leaders.ts';
import * as pairs from '../../pairing/pairs.ts';
import { type AgreeResult, agree, keepAsItIs } from './agree.ts';
import type { Direct, Rhythm } from './agreements.ts';
import { changeLines } from './change-lines.ts';
import { FIELD, FORM, linesForm, MOST } from './form-view.ts';
import type { LinesWish } from './plan.ts';
import { seeAgreement } from './see-agreement.ts';
import { AGREE, agreementModal, agreementTold, CHANGE, KEEP, type Remark } from './views.ts';
import { AGREEMENT, DIRECT } from './words.ts';

const inOurs = inProgramme('coaching.agreement-in', 'leader', async (tools, { user, triggerId }, programme) => {
  const found = await ourPair(tools, user, programme);
  return 'pair' in found ? opened(tools, { user, triggerId }, found.pair) : found;
});

/** `/coachingpairs agreement` */
export const onAgreement = inOurs.hear;

/** The value is a pair's id, or a programme's where the button does not know the pair. */
const onOpen: Press = async (tools, pressed) => {
  const programme = await programmes.find(tools.db, tools.workspace, pressed.value);
  const found = programme ? await ourPair(tools, pressed.user, programme) : { pair: pressed.value };
  return 'pair' in found ? opened(tools, pressed, found.pair) : found;
};

const onAgree: Press = (tools, pressed) => answered(tools, pressed, agree, 'coaching.agreement.done');
const onKeep: Press = (tools, pressed) => answered(tools, pressed, keepAsItIs, 'coaching.agreement.kept');

/** Does what was pressed, and shows the agreement as it stands then, with a word about what happened. */
async function answered(tools: Tools, pressed: Pressed, act: typeof agree, done: string): Promise<Answer | undefined> {
  const [pair = '', version = ''] = pressed.value.split(':');
  const result: AgreeResult = await act(tools, { user: pressed.user, pair, version: Number(version) });
  const view = await agreementView(tools, { user: pressed.user, pair }, remarkOn(result, done));
  return inPlace(tools, pressed, view);
}

function remarkOn(result: AgreeResult, done: string): Remark | undefined {
  if (result.ok) return result.complete ? { id: done } : undefined;
  return result.because === 'changed' ? { id: 'coaching.agreement.meanwhile' } : undefined;
}

const onChange: Press = async (tools, pressed) => {
  const [pair = ''] = pressed.value.split(':');
  const seen = await seeAgreement(tools, { user: pressed.user, pair }, tools.now());
  const view = seen.ok
    ? linesForm(tools.content, seen.standing, seen.seat.leader.timeZone)
    : agreementTold(tools.content, `coaching.agreement.${seen.because}`);
  return inPlace(tools, pressed, view);
};

const about = z.object({ pair: z.string(), version: z.number() });

const onLines: Submit = async (tools, { user, privateMetadata, state }) => {
  const { pair, version } = recall(about, privateMetadata);
  const done = await changeLines(tools, { user, pair, version, wish: wishIn(state) });
  if (!done.ok && done.because === 'changed') {
    const { content } = tools;
    const text = done.by
      ? content.plain('coaching.agreement.form.meanwhile', { name: done.by })
      : content.plain('coaching.agreement.form.changed');
    return { then: 'errors', errors: { [FIELD.rhythm]: text } };
  }
  const remark = done.ok ? { id: `coaching.agreement.form.${done.outcome}` } : undefined;
  return { then: 'update', view: await agreementView(tools, { user, pair }, remark) };
};

/** Only what the form offers, in one line where the form has one. */
function wishIn(state: ViewState): LinesWish {
  const rhythm = choiceIn(state, FIELD.rhythm);
  const weekday = Number(choiceIn(state, FIELD.weekday));
  const direct = choiceIn(state, FIELD.direct);
  return {
    rhythm: rhythm === 'steady' || rhythm === 'full' ? (rhythm satisfies Rhythm) : undefined,
    weekday: Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : undefined,
    time: timeIn(state, FIELD.time),
    by: lineIn(state, FIELD.by, MOST.by),
    added: lineIn(state, FIELD.added, MOST.added),
    direct: direct !== undefined && Object.hasOwn(DIRECT, direct) ? (direct as Direct) : undefined,
    helps: lineIn(state, FIELD.helps, MOST.helps),
  };
}

function lineIn(state: ViewState, block: string, most: number): string {
  return textIn(state, block).replace(/\s+/g, ' ').slice(0, most).trim();
}

/** The pair that `user` is in now, or why there is none. */
async function ourPair({ db, content, now }: Tools, user: string, programme: Programme): Promise<{ pair: string } | Answer> {
  const leader = await leaders.find(db, programme.id, user);
  if (!leader || leader.leftAt !== null) return { text: content.say('home.not-in', { programme: programme.name }) };
  const pair = await pairs.presentOf(db, leader.id);
  if (pair) return { pair: pair.id };
  const { on } = await comingRound(db, programme, now());
  return { text: content.say('coaching.agreement.none', { programme: programme.name, date: sayDay(on) }) };
}

async function agreementView(tools: Tools, wanted: { user: string; pair: string }, remark?: Remark): Promise<ModalView> {
  const seen = await seeAgreement(tools, wanted, tools.now());
  if (!seen.ok) return agreementTold(tools.content, `coaching.agreement.${seen.because}`);
  return agreementModal(tools.content, seen.standing, remark);
}

/** On top of the modal in which the button stood, or as one of its own. */
async function opened(tools: Tools, pressed: Pick<Pressed, 'user' | 'triggerId' | 'view'>, pair: string): Promise<Answer | undefined> {
  const view = await agreementView(tools, { user: pressed.user, pair });
  const pushed = pressed.view?.callbackId ? await tools.slack.pushModal(pressed.triggerId, view) : { ok: false };
  return pushed.ok ? undefined : openForm(tools, pressed.triggerId, view);
}

async function inPlace(tools: Tools, { view, triggerId }: Pressed, next: ModalView): Promise<Answer | undefined> {
  if (!view?.callbackId) return openForm(tools, triggerId, next);
  const shown = await tools.slack.updateModal(view.id, next);
  return shown.ok ? undefined : { text: tools.content.say('founding.form.failed') };
}

export const ears: Ears = {
  presses: {
    [AGREEMENT]: onOpen,
    'coaching.agreement-in': inOurs.press,
    [AGREE]: onAgree,
    [KEEP]: onKeep,
    [CHANGE]: onChange,
  },
  submits: { [FORM]: onLines },
};
