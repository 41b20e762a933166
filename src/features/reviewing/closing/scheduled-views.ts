// What time alone sends at the end of a round: the look back, the two last things, what is handed on, thanks, and the question about the next
// round. Pure.
import type { KnownBlock } from '@slack/types';
import { fortnightsInRound } from '../../../platform/content/elements.ts';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { PICK } from '../../coaching/meetings/letters.ts';

/** One leader at the end of a round, with whoever is in their pair. */
export interface LastWords {
  programme: string;
  pair: string;
  round: string;
  leader: string;
  name: string;
  /** Names of everyone else in the pair, in words; and each with their id. */
  partner: string;
  partners: readonly { leader: string; name: string }[];
  /** Whom the leader introduces. */
  introduces?: { leader: string; name: string };
}

/** A part of a message: its words, without formatting and with it, and its buttons. */
interface Part {
  plain: string;
  blocks: KnownBlock[];
}

/** `unfixed`: they have no time for their last meeting yet. */
export function prepMessage(content: Content, words: LastWords, { unfixed }: { unfixed: boolean }): Body {
  const [pick = ''] = content.buttons('m.book');
  const [look = ''] = content.buttons('m.close.prep');
  const [one, other] = words.partners;
  const id = other ? 'reviewing.closing.prep.trio' : 'm.close.prep';
  const blanks = { partner: one?.name ?? '', ...(other && { other: other.name }) };
  const row = actions([
    button({ label: look, action: 'reviewing.look-back', value: words.pair, style: 'primary' }),
    ...(unfixed ? [button({ label: pick, action: PICK, value: `${words.pair}:${fortnightsInRound}` })] : []),
  ]);
  return message(content, [{ plain: content.plain(id, blanks), blocks: [section(content.say(id, blanks)), row] }]);
}

/** The two last things; with them what is handed on, and thanks, where there would be no other moment for those. */
export function afterMessage(content: Content, words: LastWords, also: { handOn: boolean; thanks: boolean }): Body {
  return message(content, [
    after(content, words),
    ...(also.handOn ? handOn(content, words) : []),
    ...(also.thanks ? [thanks(content, words)] : []),
  ]);
}

export function handOnMessage(content: Content, words: LastWords): Body {
  return message(content, handOn(content, words));
}

export function thanksMessage(content: Content, words: LastWords): Body {
  return message(content, [thanks(content, words)]);
}

export function nextMessage(content: Content, { round, leader, date }: { round: string; leader: string; date: string }): Body {
  const [join = '', not = '', more = ''] = content.buttons('m.next');
  const value = `${round} ${leader}`;
  const row = actions([
    button({ label: join, action: 'reviewing.next-join', value }),
    button({ label: not, action: 'reviewing.next-not', value }),
    button({ label: more, action: 'reviewing.next-more', value }),
  ]);
  return message(content, [{ plain: content.plain('m.next', { date }), blocks: [section(content.say('m.next', { date })), row] }]);
}

function after(content: Content, { pair, programme, partners }: LastWords): Part {
  const [answer = '', add = '', skip = ''] = content.buttons('m.close.after');
  const id = partners.length > 1 ? 'reviewing.closing.after.trio' : 'm.close.after';
  const row = actions([
    button({ label: answer, action: 'reviewing.answer', value: `closing:${pair}` }),
    button({ label: add, action: 'reviewing.insight-add', value: pair }),
    button({ label: 'Check in', action: 'home.word#checkin', value: `checkin ${programme}` }),
    button({ label: skip, action: 'reviewing.close-skip', value: pair }),
  ]);
  return { plain: content.plain(id), blocks: [section(content.say(id)), row] };
}

function handOn(content: Content, { pair, introduces }: LastWords): Part[] {
  const [write = ''] = content.buttons('m.handon');
  const [introduce = '', skip = ''] = content.buttons('m.intro');
  const card = {
    plain: content.plain('m.handon'),
    blocks: [section(content.say('m.handon')), actions([button({ label: write, action: 'reviewing.card', value: pair })])],
  };
  if (!introduces) return [card];
  const blanks = { partner: introduces.name };
  const row = actions([
    button({
      label: introduce,
      action: 'reviewing.introduce',
      value: `${pair} ${introduces.leader}`,
      accessibilityLabel: `${introduce}: ${introduces.name}`,
    }),
    button({ label: skip, action: 'reviewing.introduction-skip', value: pair }),
  ]);
  return [card, { plain: content.plain('m.intro', blanks), blocks: [section(content.say('m.intro', blanks)), row] }];
}

function thanks(content: Content, { pair, round, leader, name, partner, partners }: LastWords): Part {
  const blanks = { name, partner };
  const lines = partners.map((each) => {
    const [label = ''] = content.buttons('m.thanks', { partner: each.name });
    return button({ label, action: `reviewing.write-line#${each.leader}`, value: `${pair} ${each.leader}` });
  });
  const keep = button({ label: 'Keep what I wrote', action: 'reviewing.keep', value: `${round} ${leader}` });
  return { plain: content.plain('m.thanks', blanks), blocks: [section(content.say('m.thanks', blanks)), actions([...lines, keep])] };
}

/** Under every one of them stands how to change or stop it. */
function message(content: Content, parts: readonly Part[]): Body {
  return {
    text: [...parts.map(({ plain }) => plain), content.plain('m.footer')].join('\n\n'),
    blocks: [...parts.flatMap(({ blocks }) => blocks), context(content.say('m.footer'))],
  };
}
