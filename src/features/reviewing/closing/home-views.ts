// The end of a round on the Home tab: what there is to do, what waits for an answer, and what the next round brings. Pure.
import type { Button, KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import type { NextAnswer } from '../../joining/next-rounds.ts';
import type { InsightState, Say } from './plan.ts';

/** What there is to close, as one leader sees it. */
export interface ClosingSeen {
  pair: string;
  round: string;
  leader: string;
  /** Names of everyone else in the pair, in words; and each with their id, to write to. */
  partner: string;
  partners: readonly { leader: string; name: string }[];
  /** Whom the leader introduces. */
  introduces?: { leader: string; name: string };
  lookedBack: boolean;
  insight?: { id: string; version: number; by?: string; said?: Say; state: InsightState };
  card?: 'written' | 'approved';
  /** A sentence about the leader that waits for their answer. */
  asked?: { id: string; by: string };
  kept: boolean;
  /** The last day on which something may be added, in words; missing while the round runs. */
  until?: string;
}

export function closingBlocks(content: Content, seen: ClosingSeen): KnownBlock[] {
  const { pair, insight, asked } = seen;
  const lines = [
    ...(seen.lookedBack ? [content.say('reviewing.home.look-back')] : []),
    ...insightLine(content, seen),
    ...cardLine(content, seen),
  ];
  const opening = seen.until ? content.say('reviewing.home.closing.until', { date: seen.until }) : content.say('reviewing.home.closing');
  const waiting = insight?.by !== undefined && insight.said === undefined;
  return [
    section([opening, ...lines].join('\n')),
    actions(doors(content, seen)),
    ...(waiting
      ? [
          section(content.say('reviewing.home.insight.asked', { partner: insight.by ?? '' })),
          actions([button({ label: 'Read and decide', action: `reviewing.insight-read#${pair}`, value: pair, style: 'primary' })]),
        ]
      : []),
    ...(asked
      ? [
          section(content.say('reviewing.home.introduction.asked', { partner: asked.by })),
          actions([
            button({ label: 'Read and decide', action: `reviewing.introduction-read#${asked.id}`, value: asked.id, style: 'primary' }),
          ]),
        ]
      : []),
    keeping(content, seen),
  ];
}

/** One button for each thing that may be done; none says whether it has to be. */
function doors(content: Content, { pair, insight, card, introduces, partners }: ClosingSeen): Button[] {
  const [look = ''] = content.buttons('m.close.prep');
  const [, add = ''] = content.buttons('m.close.after');
  const [write = ''] = content.buttons('m.handon');
  const lines = partners.map(({ leader, name }) => {
    const [label = ''] = content.buttons('m.thanks', { partner: name });
    return button({ label, action: `reviewing.write-line#${leader}`, value: `${pair} ${leader}` });
  });
  return [
    button({ label: look, action: `reviewing.look-back#${pair}`, value: pair }),
    ...(partners.length > 0 ? [button({ label: 'Our closing meeting', action: `reviewing.together#${pair}`, value: pair })] : []),
    ...(insight ? [button({ label: 'Our insight', action: `reviewing.insight-read#own-${pair}`, value: pair })] : []),
    ...(!insight && partners.length > 0 ? [button({ label: add, action: `reviewing.insight-add#${pair}`, value: pair })] : []),
    button({ label: card ? 'My card' : write, action: `reviewing.card#${pair}`, value: pair }),
    ...(introduces
      ? [button({ label: `Introduce ${introduces.name}`, action: `reviewing.introduce#${pair}`, value: `${pair} ${introduces.leader}` })]
      : []),
    ...lines,
    button({ label: 'Take a commitment along', action: `reviewing.carry#${pair}`, value: pair }),
  ];
}

function insightLine(content: Content, { insight }: ClosingSeen): string[] {
  return insight?.said === undefined ? [] : [content.say(`reviewing.insight.${insight.state}`)];
}

function cardLine(content: Content, { card }: ClosingSeen): string[] {
  if (!card) return [];
  return [content.say(card === 'approved' ? 'reviewing.home.card.approved' : 'reviewing.home.card.written')];
}

/** The look back on a round that is over, to read. */
export function lastLookBack(content: Content, pair: string): KnownBlock {
  const read = button({
    label: 'Read it',
    action: `reviewing.look-back#${pair}`,
    value: pair,
    accessibilityLabel: 'Read it: my look back',
  });
  return section(content.say('reviewing.home.look-back.last'), { accessory: read });
}

/** Whether what was written in the round is kept, with the way to change it. */
export function keeping(content: Content, { round, leader, kept }: Pick<ClosingSeen, 'round' | 'leader' | 'kept'>): KnownBlock {
  const label = kept ? 'Let it be deleted' : 'Keep what I wrote';
  return section(content.say(kept ? 'reviewing.home.kept' : 'reviewing.home.not-kept'), {
    accessory: button({ label, action: `reviewing.${kept ? 'let-go' : 'keep'}#${round}`, value: `${round} ${leader}` }),
  });
}

/** Whether the leader is in the next round; changeable until it begins. */
export function nextBlocks(
  content: Content,
  { round, leader, answer, date }: { round: string; leader: string; answer?: NextAnswer; date: string },
): KnownBlock[] {
  const [join = '', not = '', more = ''] = content.buttons('m.next');
  const value = `${round} ${leader}`;
  const said = answer === 'join' ? 'reviewing.home.next.join' : answer ? 'reviewing.home.next.not' : 'reviewing.home.next.open';
  return [
    section(content.say(said, { date })),
    actions([
      ...(answer === 'join' ? [] : [button({ label: join, action: `reviewing.next-join#${round}`, value })]),
      ...(answer === 'not-this-time' ? [] : [button({ label: not, action: `reviewing.next-not#${round}`, value })]),
      button({ label: more, action: `reviewing.next-more#${round}`, value }),
    ]),
  ];
}

/** What new partners have handed on, to be read in a form of its own. */
export function partnerWordsBlocks(content: Content, { pair, names }: { pair: string; names: string }): KnownBlock[] {
  return [
    section(content.say('reviewing.home.partner-card', { partner: names }), {
      accessory: button({
        label: 'Read it',
        action: `reviewing.partner-card#${pair}`,
        value: pair,
        accessibilityLabel: 'Read it: the card of my partner',
      }),
    }),
  ];
}

/** A commitment that came along, said where there is nothing else to say of the last round. */
export function carriedLine(content: Content): KnownBlock {
  return context(content.say('reviewing.home.carried'));
}
