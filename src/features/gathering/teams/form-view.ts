// The form with which a leader starts: whom to ask, in which words, from which Monday on; and the shorter one for asking more people. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { input, modal, section } from '../../../platform/slack/blocks.ts';
import { datePicker, people, textBox } from '../../../platform/slack/controls.ts';
import { MOST_ASKED } from './words.ts';

export const START_FORM = 'teams.start-form';
export const MORE_FORM = 'teams.more-form';
/** The fields, by block id. */
export const PEOPLE = 'people';
export const INVITATION = 'invitation';
export const MONDAY = 'monday';
export const INVITATION_LENGTH = 1500;

export interface StartForm {
  /** The team's id to be, and the leader's programme. */
  team: string;
  programme: string;
  /** The suggested Monday, `2027-02-01`. */
  monday: string;
}

export function startForm(content: Content, { team, programme, monday }: StartForm): ModalView {
  return modal({
    callback: START_FORM,
    title: 'Start with my team',
    submit: 'Send the invitation',
    about: JSON.stringify({ team, programme }),
    blocks: [
      whomField(content, 'teams.form.people.hint'),
      input({
        ...{ block: INVITATION, label: 'The invitation, in your words', hint: content.plain('teams.form.invitation.hint') },
        element: textBox({ action: 'teams.invitation', lines: 'many', most: INVITATION_LENGTH, initial: content.plain('ts.invite') }),
      }),
      input({
        ...{ block: MONDAY, label: 'The Monday on which it begins', hint: content.plain('teams.form.monday.hint') },
        element: datePicker({ action: 'teams.monday', chosen: monday }),
      }),
      section(content.say('teams.how.sees')),
    ],
  });
}

export function moreForm(content: Content, team: string): ModalView {
  return modal({
    callback: MORE_FORM,
    title: 'Ask more people',
    submit: 'Send the invitation',
    about: team,
    blocks: [whomField(content, 'teams.form.more.hint'), section(content.say('teams.form.more'))],
  });
}

function whomField(content: Content, hint: string) {
  return input({
    ...{ block: PEOPLE, label: 'Whom to ask', hint: content.plain(hint) },
    element: people({ action: 'teams.people', most: MOST_ASKED, placeholder: 'People in your team' }),
  });
}
