// Two organisers look at one round: when one changes or decides it, the other's form is drawn anew, and says who did what. A form on top of it
// stays; what is asked there is refused, for it was about an earlier revision.
import type { Tools } from '../../../platform/tools.ts';
import type { Preview } from '../propose.ts';
import { sayEdits } from '../said.ts';
import { lookIn } from './about.ts';
import * as openPreviews from './open-previews.ts';
import { sayRefusal } from './outcomes.ts';
import type { Looking } from './preview-view.ts';
import { see } from './see.ts';
import { type Outcome, show } from './show-preview.ts';

/** Brings every open preview up to date that shows an earlier revision than the one that stands. */
export async function keepUpToDate(tools: Tools): Promise<void> {
  for (const seen of await openPreviews.behind(tools, tools.now())) {
    if (await show(tools, seen, await outcomeFor(tools, seen))) continue;
    // Closed meanwhile, most likely: Slack does not tell.
    await openPreviews.closed(tools.db, seen);
  }
}

async function outcomeFor(tools: Tools, { proposal, user, look }: openPreviews.OpenPreview): Promise<Outcome> {
  const seen = await see(tools, proposal, user);
  if (!seen.ok) return { told: sayRefusal(tools.content, seen), proposal };
  return { preview: seen.preview, looking: { ...lookIn(look), notice: noticeFor(tools, seen.preview, user) } };
}

function noticeFor({ content }: Pick<Tools, 'content'>, { proposal, people, gathering }: Preview, user: string): Looking['notice'] {
  const approved = gathering?.approved;
  if (approved?.proposal === proposal.id && approved.revision === proposal.revision) {
    if (approved.by === user) return undefined;
    return { text: content.say('pairing.preview.others.approved', { who: { mrkdwn: `<@${approved.by}>` } }) };
  }
  const { before } = proposal.drawn;
  const last = proposal.edits.at(-1);
  if (before?.by === user) return undefined;
  if (!before?.by || (!last && !before.undone)) return 'changed';
  const who = { mrkdwn: `<@${before.by}>` };
  if (before.undone || !last) return { text: content.say('pairing.preview.others.undone', { who }) };
  return { text: content.say('pairing.preview.others', { who, change: { mrkdwn: sayEdits(content, [last], people) } }) };
}
