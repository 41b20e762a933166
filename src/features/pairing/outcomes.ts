// How a change, an approval or a refusal is told to the organiser who asked for it. Pure.
import type { ModalView } from '@slack/types';
import { dayOf, instantOf, sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { type Begun, BY_ITSELF } from './begin.ts';
import type { Edited } from './edit.ts';
import type { Because } from './plan.ts';
import { previewModal } from './preview-view.ts';
import type { Proposal } from './proposals.ts';
import { toldModal } from './told-view.ts';

/** What is left of a wish when there is nothing to show but a sentence. */
export type Refusal =
  | { because: 'not-organiser' | 'gone' | 'impossible' | 'on-record' | 'none' | 'stranger' | 'same-pair' }
  | { because: 'decided'; proposal: Pick<Proposal, 'decision' | 'decidedBy'> };

export function sayRefusal(content: Content, refusal: Refusal): string {
  switch (refusal.because) {
    case 'decided':
      return sayDecided(content, refusal.proposal);
    case 'on-record':
      return content.say('pairing.decided.clock');
    case 'none':
    case 'stranger':
    case 'same-pair':
      return content.say(`pairing.change.${refusal.because}`);
    default:
      return content.say(`pairing.${refusal.because}`);
  }
}

function sayDecided(content: Content, { decision, decidedBy }: Pick<Proposal, 'decision' | 'decidedBy'>): string {
  if (decidedBy === BY_ITSELF) return content.say('pairing.decided.clock');
  const who = { mrkdwn: `<@${decidedBy}>` };
  return content.say(decision === 'approved' ? 'pairing.decided.approved' : 'pairing.decided.discarded', { who });
}

export function sayApproved(content: Content, { programme, round, leaders }: Begun): string {
  const blanks = { number: round.number, programme: programme.name, x: leaders };
  if (round.telling === 'announce-now') return content.say('pairing.approved.announced', blanks);
  return content.say('pairing.approved', { ...blanks, date: sayDay(dayOf(instantOf(round.confirm_by), programme.timeZone)) });
}

/** The preview after a change, or the sentence that stands in its place. */
export function viewAfter(content: Content, edited: Exclude<Edited, { because: 'impossible' }>, page: number): ModalView {
  if (edited.ok) return previewModal(content, edited.preview, { page });
  if (edited.because === 'other') return previewModal(content, edited.preview, { page, notice: 'other' });
  return toldModal(sayRefusal(content, edited));
}

/** The causes in the way, as sentences without formatting. */
export function causeOf(content: Content, causes: readonly Because[]): string {
  return causes.map(({ id, blanks }) => content.plain(id, blanks)).join(' ');
}
