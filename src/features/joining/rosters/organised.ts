// What the ears for organisers share: whether somebody organises the programme a form is about, asked again at every press, and the short answers.
import type { ModalView } from '@slack/types';
import type { Answer, Pressed, Reply, Submitted } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { organisedBy } from '../../founding/rights.ts';
import type { Saying } from '../../founding/words.ts';
import { toldModal } from '../views.ts';

/** The form's metadata begins with the programme's id, whatever else stands in it. */
function programmeIn(metadata: string): string {
  return metadata.split(' ')[0] ?? '';
}

/** Does it for the programme the form is about, if the person still organises it. */
export async function organised(
  tools: Tools,
  { user, view }: Pressed,
  act: (programme: Programme) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const programme = await organisedBy(tools, user, programmeIn(view?.privateMetadata ?? ''));
  return programme ? act(programme) : notOrganiser(tools);
}

/** The same for a form that was sent. */
export async function organisedForm(
  tools: Tools,
  { user, privateMetadata }: Submitted,
  act: (programme: Programme) => Promise<Reply>,
): Promise<Reply> {
  const programme = await organisedBy(tools, user, programmeIn(privateMetadata));
  return programme ? act(programme) : told(notOrganiser(tools).text);
}

/** Puts a form over the one that stands open. */
export function push(tools: Tools, pressed: Pressed, view: (programme: Programme) => ModalView): Promise<Answer | undefined> {
  return organised(tools, pressed, async (programme) => {
    const pushed = await tools.slack.pushModal(pressed.triggerId, view(programme));
    return pushed.ok ? undefined : { text: tools.content.say('founding.form.failed') };
  });
}

export function notOrganiser({ content }: Tools): Answer {
  return { text: content.say('founding.refused.not-organiser') };
}

export function wrong({ content }: Tools, block: string, { id, blanks }: Saying): Reply {
  return { then: 'errors', errors: { [block]: content.plain(id, blanks) } };
}

export function told(...texts: string[]): Reply {
  return { then: 'update', view: toldModal('Roster', ...texts) };
}
