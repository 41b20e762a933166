// The form in which a leader describes themselves, on joining and whenever something changes. Beside each field it says who sees it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { weekdays } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { context, divider, input, modal, section } from '../../platform/slack/blocks.ts';
import { type Choice, checkboxes, people, person, radios, select, textBox, timePicker } from '../../platform/slack/controls.ts';
import { FUNCTION_MOST } from '../founding/settings-form.ts';
import { FIELD, LEVEL_MOST, OTHER, type ProfileWish, TOPIC_MOST, WELCOMES_MOST } from './profile-form.ts';

const DAYS: Choice[] = weekdays.map((label, at) => ({ value: String(at + 1), label }));
const RHYTHM: Choice[] = [
  { value: 'steady', label: 'Steady: 60 minutes one fortnight, 20 the next' },
  { value: 'full', label: 'Full: 60 minutes every fortnight' },
];

export interface ProfileForm {
  /** The programme's id, checked again when it comes back. */
  programme: string;
  functions: readonly string[];
  wish: ProfileWish;
  /** `join` for someone new, `change` for someone who is in. */
  to: 'join' | 'change';
  /** A sentence at the top, where there is something to say first. */
  first?: string;
}

export function profileModal(content: Content, form: ProfileForm): ModalView {
  return modal({
    callback: 'joining.profile',
    title: form.to === 'join' ? 'Join Coaching Pairs' : 'Your profile',
    submit: form.to === 'join' ? 'Join' : 'Save',
    about: form.programme,
    blocks: [
      ...(form.first ? [section(form.first)] : []),
      context(content.say('joining.form.seen')),
      ...roleFields(content, form),
      ...hourFields(content, form.wish),
      divider(),
      context(content.say('joining.form.private')),
      ...wishFields(content, form.wish),
    ],
  });
}

function roleFields(content: Content, { functions, wish }: ProfileForm): KnownBlock[] {
  const listed = functions.includes(wish.function);
  const choices = [...functions.map((name) => ({ value: name, label: name })), { value: OTHER, label: 'Another one, written below' }];
  const chosen = listed ? wish.function : wish.function === '' ? undefined : OTHER;
  const list = input({
    block: FIELD.function,
    label: 'Function',
    element: select({ action: 'joining.function', choices, chosen }),
  });
  return [
    ...(functions.length > 0 ? [list] : []),
    input({
      block: FIELD.other,
      label: functions.length > 0 ? 'If it is not in the list' : 'Function',
      optional: functions.length > 0,
      element: textBox({ action: 'joining.other-function', initial: listed ? '' : wish.function, most: FUNCTION_MOST }),
    }),
    input({
      block: FIELD.level,
      label: 'Level',
      hint: content.plain('joining.hint.level'),
      optional: true,
      element: textBox({ action: 'joining.level', initial: wish.level, most: LEVEL_MOST }),
    }),
    input({
      block: FIELD.manager,
      label: 'Manager',
      hint: content.plain('joining.hint.manager'),
      optional: true,
      element: person({ action: 'joining.manager', chosen: wish.manager ?? undefined }),
    }),
  ];
}

function hourFields(content: Content, wish: ProfileWish): KnownBlock[] {
  return [
    input({
      block: FIELD.days,
      label: 'Working days',
      element: checkboxes({ action: 'joining.days', choices: DAYS, chosen: wish.workingDays.map(String) }),
    }),
    input({ block: FIELD.from, label: 'Working hours from', element: timePicker({ action: 'joining.from', chosen: wish.workingFrom }) }),
    input({
      block: FIELD.to,
      label: 'Working hours to',
      hint: content.plain('joining.hint.hours'),
      element: timePicker({ action: 'joining.to', chosen: wish.workingTo }),
    }),
    input({
      block: FIELD.zone,
      label: 'Time zone',
      hint: content.plain('founding.hint.zone'),
      element: textBox({ action: 'joining.zone', initial: wish.timeZone, most: 60, placeholder: 'Europe/London' }),
    }),
    input({
      block: FIELD.rhythm,
      label: 'Rhythm you would like',
      hint: content.plain('joining.hint.rhythm'),
      element: radios({ action: 'joining.rhythm', choices: RHYTHM, chosen: wish.rhythm }),
    }),
  ];
}

function wishFields(content: Content, { wishes }: ProfileWish): KnownBlock[] {
  return [
    input({
      block: FIELD.welcomes,
      label: 'People I would welcome as a partner',
      hint: content.plain('joining.hint.welcomes'),
      optional: true,
      element: people({ action: 'joining.welcomes', chosen: wishes.welcomes, most: WELCOMES_MOST }),
    }),
    input({
      block: FIELD.avoids,
      label: 'People I would rather not be paired with',
      hint: content.plain('joining.hint.avoids'),
      optional: true,
      element: people({ action: 'joining.avoids', chosen: wishes.avoids }),
    }),
    topic(FIELD.workOn, 'What I would like to work on', wishes.workOn, content.plain('joining.hint.topics')),
    topic(FIELD.helpWith, 'What I can help with', wishes.helpWith, content.plain('joining.hint.topics')),
  ];
}

function topic(block: string, label: string, initial: string, hint: string): KnownBlock {
  const element = textBox({ action: `joining.${block}`, lines: 'many', initial, most: TOPIC_MOST });
  return input({ block, label, hint, optional: true, element });
}
