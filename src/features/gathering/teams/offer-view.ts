// The offer to start a small version with one's own team, and how it stands once somebody has said "Not now". Pure.
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { sayList } from '../../founding/words.ts';
import { HOW } from './team-view.ts';

export const OFFER_NOT = 'teams.offer-not';

export interface Offer {
  met: number;
  partners: readonly string[];
  programme: string;
}

export function offerMessage(content: Content, { met, partners, programme }: Offer): Body {
  const said = content.say('ts.offer', { x: met, partner: sayList(partners) });
  const [how = '', notNow = ''] = content.buttons('ts.offer');
  const stop = content.say('m.footer');
  return {
    text: said,
    blocks: [
      section(said),
      actions([button({ label: how, action: HOW, value: programme }), button({ label: notNow, action: OFFER_NOT, value: programme })]),
      context(stop),
    ],
  };
}

export function offerDeclined(content: Content): Body {
  const text = content.say('teams.offer.not-now');
  return { text, blocks: [section(text)] };
}
