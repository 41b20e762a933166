// The forms of the pulses: taps, each of which may be passed over, with who sees them beside the boxes. The looking back of the closing
// fortnight is a part of another form. Pure.
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { choices, type PulseItem } from '../../platform/content/pulse.ts';
import { context, input, modal, section } from '../../platform/slack/blocks.ts';
import { checkboxes, radios, textBox } from '../../platform/slack/controls.ts';
import { choiceIn, choicesIn, textIn } from '../../platform/slack/inputs.ts';
import type { ViewState } from '../../platform/slack/spoken.ts';
import type { Given } from './answers.ts';
import type { Answers } from './conclude.ts';
import { itemsOf, type Moment, type Pulse } from './plan.ts';
import { answerOf, severalFrom } from './sides.ts';

/** So long may a remark be, in characters. */
export const REMARK_LENGTH = 600;

const titles: Readonly<Record<Pulse, string>> = { opening: 'Before you begin', half: 'Half way', closing: 'About the round' };

export interface PulseForm {
  pulse: Pulse;
  round: string;
  /** What they gave before, to change. */
  given?: Given;
  /** What they said at the beginning, to see beside it. */
  before?: Answers;
  /** The last day on which it can be changed, in words. */
  until: string;
}

/** One pulse, to answer or to change. */
export function pulseForm(content: Content, { pulse, round, given, before, until }: PulseForm): ModalView {
  const items = itemsOf(pulse);
  return modal({
    callback: 'reviewing.pulse',
    title: titles[pulse],
    submit: 'Keep my answers',
    close: 'Cancel',
    about: JSON.stringify({ pulse, round }),
    blocks: [
      section(content.say('reviewing.pulse.form', { x: items.length })),
      context(content.say('reviewing.pulse.form.who'), content.say('reviewing.pulse.form.until', { date: until })),
      ...items.map((item) => itemInput(content, item, { moment: pulse, given: given?.answers ?? {}, ...(before && { before }) })),
      ...(pulse === 'opening' ? [] : remark(content, given?.text)),
    ],
  });
}

/** The self-check, looking back and as it is today: ten taps, with what was said at the beginning beside them. */
export function thenAndNow(content: Content, given: { then?: Answers; now?: Answers; before?: Answers }): KnownBlock[] {
  const { then = {}, now = {}, before } = given;
  const asked = (moment: 'then' | 'now') =>
    itemsOf(moment).map((item) =>
      itemInput(content, item, { moment, given: moment === 'then' ? then : now, ...(before && moment === 'then' && { before }) }),
    );
  return [
    section(content.say('cap.then')),
    section(content.say('reviewing.pulse.form.then')),
    ...asked('then'),
    section(content.say('reviewing.pulse.form.now')),
    ...asked('now'),
  ];
}

/** What was tapped in a form, at one moment. */
export function answersIn(content: Content, state: ViewState, moment: Moment): Answers {
  const found = itemsOf(moment).map((item) => {
    const block = blockOf(moment, item);
    const values = severalFrom(item.scale) ? choicesIn(state, block) : [choiceIn(state, block) ?? ''];
    const chosen = values.filter((value) => /^\d$/.test(value)).map(Number);
    return [item.id, answerOf(item.scale, chosen, choices(content, item.scale).length)] as const;
  });
  return Object.fromEntries(found.filter(([, chosen]) => chosen.length > 0));
}

/** The remark of a form, if it may be read. */
export function remarkIn(state: ViewState): string | undefined {
  const text = textIn(state, 'remark');
  return choicesIn(state, 'may').includes('may') && text !== '' ? text : undefined;
}

interface Asking {
  moment: Moment;
  given: Answers;
  before?: Answers;
}

function itemInput(content: Content, item: PulseItem, { moment, given, before }: Asking): InputBlock {
  const names = choices(content, item.scale);
  const offered = names.map((label, at) => ({ value: String(at), label }));
  const chosen = (given[item.id] ?? []).map(String);
  const said = (before?.[item.id] ?? []).map((at) => names[at] ?? '').join(', ');
  const element = severalFrom(item.scale)
    ? checkboxes({ action: 'choice', choices: offered, chosen })
    : radios({ action: 'choice', choices: offered, chosen: chosen[0] });
  return input({
    block: blockOf(moment, item),
    label: content.plain(item.id),
    optional: true,
    element,
    ...(said && { hint: content.plain('reviewing.pulse.form.before', { answer: said }) }),
  });
}

/** Two moments may stand in one form. */
function blockOf(moment: Moment, { id }: PulseItem): string {
  return `${moment}.${id}`;
}

function remark(content: Content, text: string | undefined): KnownBlock[] {
  const may = { value: 'may', label: content.plain('pu.text.may') };
  return [
    input({
      block: 'remark',
      label: content.plain('pu.text'),
      optional: true,
      element: textBox({ action: 'text', lines: 'many', most: REMARK_LENGTH, ...(text && { initial: text }) }),
    }),
    input({
      block: 'may',
      label: 'Who may read it',
      optional: true,
      hint: content.plain('reviewing.pulse.form.may'),
      element: checkboxes({ action: 'may', choices: [may], chosen: text ? ['may'] : [] }),
    }),
  ];
}
