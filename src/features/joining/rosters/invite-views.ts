// The forms that ask whom to invite, and which of Slack's own profile fields tell function and manager. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { input, modal, section } from '../../../platform/slack/blocks.ts';
import { type Choice, people, radios, select } from '../../../platform/slack/controls.ts';
import type { ProfileField } from '../../../platform/slack/profiles.ts';
import type { Programme } from '../../founding/programmes.ts';
import type { Mapping } from '../profile-fields.ts';

/** The fields of the two forms, by block id. */
export const FIELD = { whom: 'whom', people: 'people', function: 'function-field', manager: 'manager-field' } as const;
/** The choice that stands for no field. */
const NO_FIELD = 'none';

const WHOM: Choice[] = [
  { value: 'roster', label: 'Everyone on the roster who has not been asked yet' },
  { value: 'people', label: 'The people chosen below' },
  { value: 'channel', label: 'The channel, with one message' },
];
/** A workspace has fifty fields at most; Slack takes a hundred choices. */
const FIELDS_MOST = 99;

/** Asks whom to invite. */
export function inviteModal(content: Content, programme: Programme): ModalView {
  return modal({
    callback: 'joining.invite',
    title: 'Invite people',
    submit: 'Invite',
    about: programme.id,
    blocks: [
      section(content.say('joining.invite.how')),
      input({ block: FIELD.whom, label: 'Whom to invite', element: radios({ action: 'joining.whom', choices: WHOM, chosen: 'roster' }) }),
      input({ block: FIELD.people, label: 'People', optional: true, element: people({ action: 'joining.people' }) }),
    ],
  });
}

/** Asks which field says what; somebody's manager may be named by a field of people or by one that holds addresses. */
export function fieldsModal(content: Content, programme: Programme, fields: readonly ProfileField[], mapping: Mapping): ModalView {
  const choices: Choice[] = [
    { value: NO_FIELD, label: 'No field' },
    ...fields.slice(0, FIELDS_MOST).map(({ id, label }) => ({ value: id.slice(0, 75), label })),
  ];
  const field = (block: string, label: string, chosen: string | undefined) =>
    input({ block, label, element: select({ action: `joining.${block}`, choices, chosen: chosen ?? NO_FIELD }) });
  return modal({
    callback: 'joining.fields',
    title: 'Slack profiles',
    submit: 'Save',
    about: programme.id,
    blocks: [
      section(content.say('joining.fields.how')),
      field(FIELD.function, 'Function', mapping.function?.field),
      field(FIELD.manager, 'Manager', mapping.manager?.field),
    ],
  });
}
