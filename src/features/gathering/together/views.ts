// The gathering as an organiser plans it and looks at it: the form, what stands, and the short words that take their place. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Blanks, Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, context, divider, input, modal, section } from '../../../platform/slack/blocks.ts';
import { checkboxes, datePicker, textBox, timePicker } from '../../../platform/slack/controls.ts';
import { sayZone } from '../../founding/words.ts';
import { ownClock, publicly } from '../words.ts';
import type { Counts } from './answers.ts';
import { countLine } from './letters.ts';
import { PLACE_LENGTH } from './plan.ts';
import { type Occurring, sayPlace } from './words.ts';

export const PLAN_FORM = 'together.plan';
export const OVERVIEW = 'together.overview';
export const CONTROL = {
  change: 'together.change',
  callOff: 'together.call-off',
  pack: 'together.pack',
} as const;
/** The form's fields, by block id. */
export const FIELD = { day: 'day', time: 'time', place: 'place', reveal: 'reveal' } as const;
export const REVEALS = 'reveals';

/** A word about what has just happened: an id of `content/` with what fills it. */
export interface Remark {
  id: string;
  blanks?: Blanks;
}

export interface PlanForm {
  programme: string;
  number: number;
  zone: string;
  day: string;
  time: string;
  place: string;
  reveals: boolean;
  /** Whether the next pairs can be named at all: not once the next round has been approved. */
  revealable: boolean;
  /** What comes back with the form. */
  about: string;
  /** A gathering that stands is changed, not planned. */
  changing: boolean;
}

export function planModal(content: Content, form: PlanForm): ModalView {
  const { programme, number, zone, day, time, place, reveals, about, changing } = form;
  const label = 'Name the next pairs there';
  const hint = content.plain('together.form.reveal.hint');
  const reveal = checkboxes({ action: 'together.reveal', choices: [{ value: REVEALS, label }], chosen: reveals ? [REVEALS] : [] });
  return modal({
    callback: PLAN_FORM,
    title: 'The gathering',
    submit: changing ? 'Change it' : 'Plan it',
    close: 'Cancel',
    about,
    blocks: [
      section(content.say(changing ? 'together.form.changing' : 'together.form', { programme, number })),
      input({ block: FIELD.day, label: 'Day', element: datePicker({ action: 'together.day', chosen: day }) }),
      input({
        block: FIELD.time,
        label: 'Begins at',
        hint: content.plain('together.form.zone', { zone: sayZone(zone) }),
        element: timePicker({ action: 'together.time', chosen: time }),
      }),
      input({
        block: FIELD.place,
        label: 'Where',
        hint: content.plain('together.form.place.hint'),
        element: textBox({ action: 'together.place', initial: place, most: PLACE_LENGTH }),
      }),
      ...(form.revealable ? [input({ block: FIELD.reveal, label: 'The next pairs', hint, optional: true, element: reveal })] : []),
    ],
  });
}

export interface Overview extends Occurring {
  programme: string;
  number: number;
  counts: Counts;
  /** Whether the invitation stands in the channel. */
  invited: boolean;
  /** What becomes of the next pairs. */
  pairs: 'reveal' | 'reveal.approved' | 'reveal.missing' | 'own';
  /** Insights that pairs have agreed to share. */
  insights: number;
  state: 'ahead' | 'begun' | 'over';
  remark?: Remark;
  /** While something is being made, nothing is to be pressed. */
  busy?: boolean;
}

export function overviewModal(content: Content, shown: Overview): ModalView {
  const { id, remark, busy = false } = shown;
  return modal({
    callback: OVERVIEW,
    title: 'The gathering',
    about: id,
    blocks: [
      ...(remark ? [section(content.say(remark.id, remark.blanks)), divider()] : []),
      ...(shown.state === 'over' ? overParts(content, shown) : aheadParts(content, shown)),
      section(content.say(shown.state === 'over' ? 'together.overview.pack.over' : 'together.overview.pack', { x: shown.insights })),
      ...(busy ? [] : [actions(buttonsOf(content, shown))]),
    ],
  });
}

function overParts(content: Content, { programme, number, startsAt, zone, counts }: Overview): KnownBlock[] {
  const { date } = publicly(startsAt, zone);
  return [section(content.say('together.overview.over', { programme, number, date })), context(countLine(content, counts))];
}

function aheadParts(content: Content, shown: Overview): KnownBlock[] {
  const { programme, number, startsAt, zone, place, pairs, counts, invited } = shown;
  const said = content.say('together.overview', { programme, number, ...publicly(startsAt, zone) });
  const lines = [content.say('together.invite.clock', { when: ownClock(startsAt, zone) }), sayPlace(content, place)];
  return [
    section([said, ...lines].join('\n')),
    section(content.say(`together.overview.${pairs}`)),
    section(content.say(invited ? 'together.overview.invited' : 'together.overview.not-invited')),
    context(countLine(content, counts)),
  ];
}

function buttonsOf(content: Content, { id, state }: Overview) {
  const sure = confirm({
    title: 'Call it off?',
    text: content.plain('together.call-off.sure'),
    yes: 'Call it off',
    no: 'Keep it',
    danger: true,
  });
  const pack = button({ label: 'Make the slides', action: CONTROL.pack, value: id, style: 'primary' });
  if (state !== 'ahead') return [pack];
  return [
    pack,
    button({ label: 'Change it', action: CONTROL.change, value: id }),
    button({ label: 'Call it off', action: CONTROL.callOff, value: id, style: 'danger', confirm: sure }),
  ];
}

/** A short text in the place of a form. */
export function toldModal(content: Content, { id, blanks }: Remark): ModalView {
  return modal({ callback: 'together.told', title: 'The gathering', blocks: [section(content.say(id, blanks))] });
}
