// Puts a round, or a sentence in its place, into a form that somebody has open, and remembers who has which round before them.
import type { ModalView } from '@slack/types';
import type { Tools } from '../../../platform/tools.ts';
import type { Preview } from '../propose.ts';
import { lookOf } from './about.ts';
import * as openPreviews from './open-previews.ts';
import { type Looking, previewModal } from './preview-view.ts';
import { toldModal } from './told-view.ts';

/** Somebody, and the view in which they have a round before them. */
export interface Onlooker {
  user: string;
  view: string;
}

/** Either a round, with the part of it to show, or a sentence (mrkdwn) about one that there is nothing to see of. */
export type Outcome = { preview: Preview; looking?: Looking } | { told: string; proposal?: string };

/** Shows it; false where Slack does not change the form. */
export async function show(tools: Tools, { user, view }: Onlooker, outcome: Outcome): Promise<boolean> {
  const shown = await tools.slack.updateModal(view, viewOf(tools, outcome));
  if (shown.ok) await remember(tools, { user, view }, outcome);
  return shown.ok;
}

export function viewOf({ content }: Pick<Tools, 'content'>, outcome: Outcome): ModalView {
  return 'told' in outcome ? toldModal(outcome.told) : previewModal(content, outcome.preview, outcome.looking);
}

/** Notes that they see it, once they do. */
export async function remember(tools: Pick<Tools, 'db' | 'workspace' | 'now'>, { user, view }: Onlooker, outcome: Outcome): Promise<void> {
  if ('told' in outcome) {
    if (outcome.proposal) await openPreviews.closed(tools.db, { proposal: outcome.proposal, user });
    return;
  }
  // Some Slack-like servers do not say which view it is.
  if (view === '') return;
  const { id: proposal, revision } = outcome.preview.proposal;
  const look = JSON.stringify(lookOf({ page: 0, ...outcome.looking }));
  await openPreviews.showed(tools, { proposal, user, view, revision, look }, tools.now());
}
