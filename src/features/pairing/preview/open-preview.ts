// An organiser asks for the preview of the next round: at once where it can be shown at once, otherwise a form that says it is being worked out,
// because Slack gives three seconds.
import type { Answer } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Programme } from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { roundReady } from '../organiser-letters.ts';
import { isQuick, propose } from '../propose.ts';
import { type Outcome, remember, show, viewOf } from './show-preview.ts';
import { toldModal } from './told-view.ts';

export interface Asking {
  user: string;
  triggerId: string;
  acknowledge?: () => Promise<void>;
}

/** The round, or a button to it where Slack does not show it in the form that was open. */
export async function openPreview(
  tools: Tools,
  { user, triggerId, acknowledge }: Asking,
  programme: Programme,
): Promise<Answer | undefined> {
  if (!(await mayOrganise(tools, programme, user))) return { text: tools.content.say('pairing.not-organiser') };
  const quick = (await isQuick(tools, programme)) ? await outcomeFor(tools, programme, user) : undefined;
  const first = quick ? viewOf(tools, quick) : toldModal(tools.content.say('pairing.loading'));
  const opened = await tools.slack.openModal(triggerId, first);
  if (!opened.ok) return { text: tools.content.say('pairing.no-form') };
  const onlooker = { user, view: opened.value.id };
  if (quick) {
    await remember(tools, onlooker, quick);
    return undefined;
  }
  await acknowledge?.();
  const shown = await show(tools, onlooker, await outcomeFor(tools, programme, user));
  return shown ? undefined : roundReady(tools.content, programme);
}

async function outcomeFor(tools: Tools, programme: Programme, user: string): Promise<Outcome> {
  const proposed = await propose(tools, programme, user);
  return proposed.ok ? { preview: proposed.preview } : { told: tools.content.say('pairing.too-few', { x: proposed.count }) };
}
