// Opens a form before somebody, or says why it did not open: Slack lets an app do so for three seconds after a command or a press.
import type { ModalView } from '@slack/types';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';

/** Nothing when the form stands open; otherwise a sentence to answer with. */
export async function openForm({ slack, content }: Tools, triggerId: string, view: ModalView): Promise<Answer | undefined> {
  const opened = await slack.openModal(triggerId, view);
  return opened.ok ? undefined : { text: content.say('founding.form.failed') };
}
