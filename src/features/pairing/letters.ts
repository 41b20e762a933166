// What leaders receive when a round begins: the match with its reasons, and the first words in the pair's shared space. Pure.
import type { KnownBlock } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import type { RoundTable } from '../../platform/db/tables.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, confirm, context, section } from '../../platform/slack/blocks.ts';
import type { Pair } from './pairs.ts';
import type { Because } from './plan.ts';
import { type Named, sayReasons } from './said.ts';

export const SUITS = 'pairing.suits';
export const ANOTHER = 'pairing.another';
export const FIRST_PLAN = 'pairing.first-plan';
/** What is heard where meetings are. */
const PICK_A_TIME = 'coaching.meet';

export interface MatchWords {
  pair: string;
  /** What comes before it all, where the match is not the first one of the round. */
  before?: string;
  /** Everyone in the pair but the reader: one, or two in a trio. */
  partners: readonly Named[];
  reasons: readonly Because[];
  /** Days in words: until when silence means yes, and the Monday of the first fortnight; missing once they have passed. */
  by?: string;
  begins?: string;
  /** What the reader has said of it, and whether the shared space is open; the buttons stand until they say something. */
  answer?: 'suits' | 'suits-open' | 'another' | 'ended';
}

export interface Matched extends Pick<Pair, 'id' | 'members'> {
  reasons: readonly Because[];
  /** The reader. */
  leader: string;
}

/** What there is to tell a leader of their pair now; days are said as the programme's zone has them. */
export function matchWords(
  { id, members, reasons, leader }: Matched,
  round: Pick<RoundTable, 'confirm_by' | 'begins_on'>,
  { zone, now }: { zone: string; now: Temporal.Instant },
): MatchWords {
  const [by, begins] = [instantOf(round.confirm_by), Temporal.PlainDate.from(round.begins_on)];
  return {
    pair: id,
    partners: members.filter((member) => member.leader !== leader),
    reasons,
    ...(isBefore(now, by) && { by: sayDay(dayOf(by, zone)) }),
    ...(Temporal.PlainDate.compare(dayOf(now, zone), begins) < 0 && { begins: sayDay(begins) }),
  };
}

/** The match, told to one of those in it. */
export function matchMessage(content: Content, match: MatchWords): Body {
  const [said, labels] = matchSaid(content, match.partners);
  const reasons = sayReasons(content, match.reasons);
  const why = reasons ? content.say('pairing.match.why', { reasons: { mrkdwn: reasons } }) : undefined;
  const outcome = outcomeOf(content, match);
  const foot = match.answer === 'ended' ? undefined : footOf(content, match, outcome !== undefined);
  const opening = match.before ? `${match.before} ${said}` : said;
  return {
    text: [opening, why, outcome, foot].filter((part) => part !== undefined).join(' '),
    blocks: [
      section(opening),
      ...(why ? [section(why)] : []),
      ...(match.answer === 'ended' ? [] : [outcome ? section(outcome) : buttons(content, match, labels)]),
      ...(foot ? [context(foot)] : []),
      context(content.say('m.footer')),
    ],
  };
}

function footOf(content: Content, { by, begins }: MatchWords, answered: boolean): string {
  const silence = by ? content.say('pairing.match.silence', { date: by }) : content.say('pairing.match.no-answer');
  const when = begins ? content.say('pairing.match.first', { date: begins }) : content.say('pairing.match.goes-on');
  return answered ? when : `${silence} ${when}`;
}

function matchSaid(content: Content, [one, other]: readonly Named[]): [said: string, labels: string[]] {
  const partner = one?.name ?? '';
  if (other) return [content.say('m.match.trio', { partner, other: other.name }), content.buttons('m.match.trio')];
  return [content.say('m.match', { partner, function: one?.function ?? '' }), content.buttons('m.match')];
}

function buttons(content: Content, { pair }: MatchWords, [suits = '', another = '']: readonly string[]): KnownBlock {
  const sure = confirm({
    title: another,
    text: content.plain('pairing.match.confirm-another'),
    yes: another,
    no: 'Keep this match',
  });
  return actions([
    button({ label: suits, action: SUITS, value: pair, style: 'primary' }),
    button({ label: another, action: ANOTHER, value: pair, confirm: sure }),
  ]);
}

function outcomeOf(content: Content, { answer, by }: MatchWords): string | undefined {
  if (answer === 'suits' && by) return content.say('pairing.match.suits', { date: by });
  if (answer === 'suits' || answer === 'suits-open') return content.say('pairing.match.suits.open');
  return answer === 'another' ? content.say('pairing.match.asked', { date: by ?? '' }) : undefined;
}

/** The first words in the shared space of a pair or trio; the one named first is asked to begin. */
export function pairMessage(content: Content, { pair, names }: { pair: string; names: readonly string[] }): Body {
  const [name = '', partner = '', other] = names;
  const blanks = { name, partner, first: name };
  const [pick = '', label = ''] = content.buttons('m.pair');
  const controls = actions([
    button({ label: pick, action: PICK_A_TIME, value: pair, style: 'primary' }),
    button({ label, action: FIRST_PLAN, value: other ? 'trio' : 'pair' }),
  ]);
  const withPlan = (text: string) => ({ text, blocks: [section(text), controls] });
  return {
    ...withPlan(other ? content.say('pairing.pair.trio', { ...blanks, other }) : content.say('m.pair', blanks)),
    alone: withPlan(other ? content.say('pairing.pair.alone.trio', { ...blanks, other }) : content.say('pairing.pair.alone', blanks)),
  };
}
