// Approving a round for the gathering, and taking that back, as pressed in the preview.
import { transact } from '../../../platform/db/transact.ts';
import type { Ears, Reply } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { approveForGathering } from '../approve-for-gathering.ts';
import { takeBackApproval } from '../take-back-approval.ts';
import { type AboutForm, lookOf } from './about.ts';
import { overAt, TAKE_BACK } from './gathering-view.ts';
import { sayRefusal } from './outcomes.ts';
import { inPreview, shown } from './preview-ears.ts';
import { see } from './see.ts';
import type { Outcome } from './show-preview.ts';
import { below } from './trying-ears.ts';

/** The preview under the form, with what has become of it. */
export async function approvedForGathering(tools: Tools, user: string, { proposal, revision, root, ...form }: AboutForm): Promise<Reply> {
  const done = await approveForGathering(tools, { proposal, revision, by: user });
  return below(tools, { user, view: root }, await outcome());

  async function outcome(): Promise<Outcome> {
    if (done.ok) {
      const { programme, number, proposal: approved } = done.preview;
      const { plan } = approved.drawn;
      const x = plan.possible ? plan.totals.leaders : 0;
      const blanks = { number, programme: programme.name, x, ...overAt(done.gathering, programme) };
      return outcomeNow(tools, { user, proposal }, tools.content.say('pairing.approved.gathering', blanks));
    }
    if ('preview' in done) return { preview: done.preview, looking: { ...lookOf(form), notice: done.because } };
    if (done.because === 'no-gathering') return outcomeNow(tools, { user, proposal }, tools.content.say('pairing.no-gathering'));
    return { told: sayRefusal(tools.content, done), proposal };
  }
}

const onTakeBack = inPreview(async (tools, { user, view }, { proposal: id }) => {
  const seen = await see(tools, id, user);
  if (!seen.ok) return shown(tools, { user, view: view.id }, { told: sayRefusal(tools.content, seen), proposal: id });
  const { programme } = seen.preview;
  const now = tools.now();
  const done = await transact(tools.db, (tx) => takeBackApproval(tools, tx, { programme, by: user }, now));
  const text = tools.content.say(done ? 'pairing.approval.taken-back' : 'pairing.approval.none');
  return shown(tools, { user, view: view.id }, await outcomeNow(tools, { user, proposal: id }, text));
});

/** The round as it stands now, under a sentence. */
async function outcomeNow(tools: Tools, { user, proposal }: { user: string; proposal: string }, text: string): Promise<Outcome> {
  const seen = await see(tools, proposal, user);
  return seen.ok ? { preview: seen.preview, looking: { notice: { text } } } : { told: sayRefusal(tools.content, seen), proposal };
}

export const gatheringPresses: NonNullable<Ears['presses']> = { [TAKE_BACK]: onTakeBack };
