// The form with the blanks of an agreement: what belongs to all of them, and what its reader says of themselves. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { weekdays } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { divider, input, modal, section } from '../../../platform/slack/blocks.ts';
import { radios, select, textBox, timePicker } from '../../../platform/slack/controls.ts';
import { sayZone } from '../../founding/words.ts';
import type { Standing } from './plan.ts';
import { DIRECT } from './words.ts';

export const FORM = 'coaching.agreement-form';

/** The form's fields, by block id, and how long its texts may be. */
export const FIELD = {
  rhythm: 'rhythm',
  weekday: 'weekday',
  time: 'time',
  by: 'by',
  direct: 'direct',
  helps: 'helps',
  added: 'added',
} as const;
export const MOST = { by: 60, helps: 200, added: 200 } as const;

const RHYTHMS = [
  { value: 'steady', label: 'Steady: 60 minutes, then 20 minutes' },
  { value: 'full', label: 'Full: 60 minutes each time' },
];
const DAYS = weekdays.map((label, at) => ({ value: String(at + 1), label }));
const DIRECTNESS = Object.entries(DIRECT).map(([value, label]) => ({ value, label: label.charAt(0).toUpperCase() + label.slice(1) }));

/** All blanks at once, as they stand; `zone` is the reader's. */
export function linesForm(content: Content, standing: Standing, zone: string): ModalView {
  return modal({
    callback: FORM,
    title: 'Change a line',
    submit: 'Save',
    close: 'Cancel',
    about: JSON.stringify({ pair: standing.pair, version: standing.version }),
    blocks: [
      section(content.say('coaching.agreement.form')),
      ...togetherFields(content, standing, zone),
      divider(),
      ...ownFields(content, standing),
    ],
  });
}

function togetherFields(content: Content, { rhythm, weekday, time, by, added }: Standing, zone: string): KnownBlock[] {
  const day = weekday === undefined ? undefined : String(weekday);
  const field = (block: string, label: string, element: Parameters<typeof input>[0]['element'], hint?: string) =>
    input({ block, label, element, optional: true, ...(hint && { hint }) });
  return [
    field(FIELD.rhythm, 'Our rhythm', radios({ action: 'choice', choices: RHYTHMS, chosen: rhythm })),
    field(FIELD.weekday, 'We usually meet on', select({ action: 'choice', choices: DAYS, chosen: day, placeholder: 'A day' })),
    field(
      FIELD.time,
      'At',
      timePicker({ action: 'choice', chosen: time }),
      content.plain('coaching.agreement.hint.time', { zone: sayZone(zone) }),
    ),
    field(FIELD.by, 'By', textBox({ action: 'text', most: MOST.by, placeholder: 'video', ...(by && { initial: by }) })),
    field(
      FIELD.added,
      'A line of our own',
      textBox({ action: 'text', lines: 'many', most: MOST.added, ...(added && { initial: added }) }),
      content.plain('coaching.agreement.hint.added'),
    ),
  ];
}

function ownFields(content: Content, { people, me }: Standing): KnownBlock[] {
  const own = people.find(({ leader }) => leader === me);
  return [
    input({
      block: FIELD.direct,
      label: 'How I prefer to be challenged',
      optional: true,
      element: radios({ action: 'choice', choices: DIRECTNESS, chosen: own?.direct }),
    }),
    input({
      block: FIELD.helps,
      label: 'It helps me to have',
      hint: content.plain('coaching.agreement.hint.helps'),
      optional: true,
      element: textBox({ action: 'text', most: MOST.helps, ...(own?.helps && { initial: own.helps }) }),
    }),
  ];
}
