// The guide to a good first meeting: opened by organisers, and taken along as a file. For organisers of any programme, asked again at every press.
import { record } from '../../../platform/audit.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Answer, Ears, Press } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import { organisesAny } from '../../founding/rights.ts';
import { fileText } from '../../joining/text-file-view.ts';
import { GUIDE, GUIDE_FILE, guideModal, guideText } from './guide-views.ts';

const onGuide: Press = async (tools, { user, triggerId, view }) => {
  if (!(await organisesAny(tools, user))) return notOrganiser(tools);
  const guide = guideModal(tools.content);
  if (!view?.callbackId.startsWith('home.')) return openForm(tools, triggerId, guide);
  const shown = await tools.slack.pushModal(triggerId, guide);
  return shown.ok ? undefined : openForm(tools, triggerId, guide);
};

const onFile: Press = async (tools, { user }) => {
  if (!(await organisesAny(tools, user))) return notOrganiser(tools);
  const { content } = tools;
  const text = guideText(content);
  const bytes = new TextEncoder().encode(text);
  const sent = await tools.slack.sendFile(user, { name: 'a-good-first-meeting.md', title: content.plain('first.title'), bytes });
  const deed = { actor: user, action: 'guide-taken' };
  await transact(tools.db, (tx) => record(tools, tx, deed, tools.now()));
  return sent.ok ? { text: content.say('together.guide.sent') } : fileText(content.say('together.guide.failed'), text);
};

function notOrganiser({ content }: Tools): Answer {
  return { text: content.say('founding.refused.not-organiser') };
}

export const guidePresses: NonNullable<Ears['presses']> = { [GUIDE]: onGuide, [GUIDE_FILE]: onFile };
