// Opens a form before somebody, or says why it did not open: Slack lets an app do so for three seconds after a command or a press. And keeps one open
// in which something has to be put right.
import type { ModalView } from '@slack/types';
import type { Answer, Reply } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Faults } from './settings-form.ts';

/** Nothing when the form stands open; otherwise a sentence to answer with. */
export async function openForm({ slack, content }: Tools, triggerId: string, view: ModalView): Promise<Answer | undefined> {
  const opened = await slack.openModal(triggerId, view);
  return opened.ok ? undefined : { text: content.say('founding.form.failed') };
}

/** What is wrong, each at the field in which it stands. */
export function atFields({ content }: Tools, faults: Faults): Reply {
  const errors = Object.entries(faults).map(([block, { id, blanks }]) => [block, content.plain(id, blanks)]);
  return { then: 'errors', errors: Object.fromEntries(errors) };
}
