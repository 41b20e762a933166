// What somebody reads whom a leader asks into their team: who asks, in the leader's own words, and who will know of the answer; and how the message stands
// once they have answered. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section, words as wordsOf } from '../../../platform/slack/blocks.ts';
import { sayList } from '../../founding/words.ts';
import { leaveButton, lineBlocks } from './weeks/step-views.ts';

export const JOIN = 'teams.join';
export const NOT_NOW = 'teams.not-now';

export interface Invitation {
  team: string;
  /** The leader's name. */
  name: string;
  /** The Monday on which it begins, in words. */
  date: string;
  /** The leader's own words; empty where they are not kept any more. */
  words: string;
  /** Whether the weeks have begun. */
  begun: boolean;
}

/** Where somebody stands in a team. */
export type Standing =
  | { as: 'asked' }
  /** They would rather not, or have left; they may think again. */
  | { as: 'declined' | 'left' }
  | { as: 'joined' }
  /** `line`: which fortnight's it is, and for which pair. */
  | { as: 'paired'; partners: readonly string[]; line?: { pair: string; n: number } }
  /** The weeks have begun, and there is nobody to meet with. */
  | { as: 'waiting' };

/** The invitation, as it comes. */
export function inviteMessage(content: Content, invitation: Invitation): Body {
  const asked = askedLine(content, invitation);
  const sees = content.say('teams.invite.sees', { name: invitation.name });
  return {
    text: [asked, ...(invitation.words ? [content.say('teams.invite.words', { words: invitation.words })] : []), sees].join('\n\n'),
    blocks: [
      section(asked),
      ...(invitation.words ? [context(content.say('teams.invite.own-words', { name: invitation.name })), wordsOf(invitation.words)] : []),
      section(sees),
      actions(answerButtons(content, invitation.team)),
    ],
  };
}

function askedLine(content: Content, { name, date, begun }: Invitation): string {
  return content.say(begun ? 'teams.invite.begun' : 'teams.invite', { name, date });
}

function answerButtons(content: Content, team: string) {
  const [join = '', notNow = ''] = content.buttons('teams.invite');
  return [
    button({ label: join, action: `${JOIN}#${team}`, value: team, style: 'primary' }),
    button({ label: notNow, action: `${NOT_NOW}#${team}`, value: team }),
  ];
}

/** How it stands once somebody has answered: in place of the invitation, and wherever they look it up. */
export function standingBlocks(content: Content, invitation: Invitation, standing: Standing): KnownBlock[] {
  if (standing.as === 'asked') return inviteMessage(content, invitation).blocks;
  const said = section(sayStanding(content, invitation, standing));
  if (standing.as === 'paired' && standing.line) return [said, ...lineBlocks(content, { team: invitation.team, ...standing.line })];
  if (standing.as !== 'declined' && standing.as !== 'left') return [said, actions([leaveButton(content, invitation.team)])];
  const again = { label: 'Join after all', action: `${JOIN}#${invitation.team}`, value: invitation.team };
  return [said, actions([button(again)])];
}

export function sayStanding(content: Content, { name, date }: Invitation, standing: Standing): string {
  if (standing.as === 'paired') return content.say('teams.standing.paired', { name, partners: sayList(standing.partners) });
  return content.say(`teams.standing.${standing.as}`, { name, date });
}

export function standingMessage(content: Content, invitation: Invitation, standing: Standing): { text: string; blocks: KnownBlock[] } {
  return { text: sayStanding(content, invitation, standing), blocks: standingBlocks(content, invitation, standing) };
}
