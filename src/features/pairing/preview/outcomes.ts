// How a change, an approval or a refusal is told to the organiser who asked for it. Pure.
import { dayOf, instantOf, sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { type Begun, BY_ITSELF } from '../begin.ts';
import type { Because } from '../plan.ts';
import type { Proposal } from '../proposals.ts';
import { type About, lookOf } from './about.ts';
import type { Edited } from './edit.ts';
import type { Outcome } from './show-preview.ts';

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
export function outcomeOf(content: Content, edited: Exclude<Edited, { because: 'impossible' }>, about: About): Outcome {
  const looking = lookOf(about);
  if (edited.ok) return { preview: edited.preview, looking };
  if (edited.because === 'other') return { preview: edited.preview, looking: { ...looking, notice: 'other' } };
  const isGone = edited.because === 'decided' || edited.because === 'gone' || edited.because === 'not-organiser';
  return { told: sayRefusal(content, edited), ...(isGone && { proposal: about.proposal }) };
}

/** The causes in the way, as sentences without formatting. */
export function causeOf(content: Content, causes: readonly Because[]): string {
  return causes.map(({ id, blanks }) => content.plain(id, blanks)).join(' ');
}
