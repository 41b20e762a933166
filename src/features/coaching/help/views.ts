// The form with which somebody asks for help, and where else there is help. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { textBox } from '../../../platform/slack/controls.ts';
import { sayList } from '../../founding/words.ts';

export const OTHER_HELP = 'coaching.other-help';
export const HELP_FORM = 'coaching.help-form';
export const HELP_LENGTH = 1000;

export interface HelpForm {
  request: string;
  programme: string;
  /** Who will hear, by name. */
  organisers: readonly string[];
  /** Who will not. */
  partners: readonly string[];
  /** The only organiser there is, is the partner. */
  toPartner: boolean;
}

/** `m.help` with an optional box: one tap opened it, the other sends it. */
export function helpForm(content: Content, { request, programme, organisers, partners, toPartner }: HelpForm): ModalView {
  const organiser = sayList(organisers);
  const told = toPartner ? 'coaching.help.partner' : 'coaching.help.alone';
  const apart = partners.length > 0 && !toPartner;
  const said = apart ? content.say('m.help', { organiser, partner: sayList(partners) }) : content.say(told, { organiser });
  const [send = ''] = content.buttons('m.help');
  return modal({
    callback: HELP_FORM,
    title: 'Ask for help',
    submit: send,
    close: 'Not now',
    about: JSON.stringify({ request, programme }),
    blocks: [
      section(said),
      input({
        block: 'text',
        label: 'What would help',
        hint: content.plain('coaching.help.hint'),
        optional: true,
        element: textBox({ action: 'text', lines: 'many', most: HELP_LENGTH }),
      }),
      actions([otherHelpButton(programme)]),
    ],
  });
}

/** What follows when it has been sent. */
export function askedModal(content: Content, programme: string, organisers: readonly string[]): ModalView {
  return modal({
    callback: 'coaching.help-told',
    title: 'Ask for help',
    blocks: [section(content.say('coaching.help.asked', { organiser: sayList(organisers) })), actions([otherHelpButton(programme)])],
  });
}

export function otherHelpButton(programme: string) {
  return button({ label: 'Other kinds of help', action: `${OTHER_HELP}#${programme}`, value: programme });
}

/** Other kinds of help, as the organiser has set them, one to a line. */
export function otherHelpModal(content: Content, links: readonly string[]): ModalView {
  const none = content.plain('coaching.other-help.none');
  const [before = '', after = ''] = content.say('m.other', { links: { mrkdwn: links.length > 0 ? BREAK : none } }).split(BREAK);
  const list = links.map((link) => linked(content.say('coaching.other-help.link', { link }))).join('\n');
  return modal({
    callback: 'coaching.help-told',
    title: 'Other kinds of help',
    blocks: [
      section(before.trim()),
      ...(list === '' ? [] : sections(list)),
      ...(after === '' ? [] : [section(after.replace(/^\s*\.\s*/, ''))]),
      context(content.say('coaching.other-help.who')),
    ],
  });
}

/** Stands for the list inside its sentence until it becomes a list. */
const BREAK = '\n\n';

/** Pages open with a press; everything else stands as it was written. */
function linked(line: string): string {
  return line.replace(/https?:\/\/[^\s<>|]+/g, (address) => `<${address}>`);
}

/** A short text in the place of a form. */
export function helpTold(content: Content, id: string, blanks: Record<string, string> = {}): ModalView {
  return modal({ callback: 'coaching.help-told', title: 'Ask for help', blocks: [section(content.say(id, blanks))] });
}
