// Letters that follow from what somebody did at the end of a round, to the others in the pair, in the readers' own hours. Pure.
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import type { Body, Letter } from '../../../platform/outbox/enqueue.ts';
import type { Leader } from '../../joining/leaders.ts';
import { politely } from '../../pairing/telling-hours.ts';
import { introductionMessage, lineMessage } from './hand-on-views.ts';
import { insightMessage, outcomeMessage } from './insight-views.ts';
import type { InsightState } from './plan.ts';

/** When it is written, and until when there is any point in it; missing while the round runs. */
export interface Span {
  now: Temporal.Instant;
  until: Temporal.Instant | undefined;
}

interface Suggested {
  to: Leader;
  from: Leader;
  id: string;
  version: number;
  text: string;
}

export function insightLetter(content: Content, { to, from, id, version, text }: Suggested, span: Span): Letter {
  const body = insightMessage(content, { id, version, partner: from.name, text });
  return { key: `insight:${id}:${version}:${to.id}`, kind: 'insight', ...toOne(to, body, span) };
}

interface Settled extends Omit<Suggested, 'from'> {
  state: Exclude<InsightState, 'waiting'>;
}

export function outcomeLetter(content: Content, { to, id, version, text, state }: Settled, span: Span): Letter {
  return {
    key: `insight-outcome:${id}:${version}:${state}:${to.id}`,
    kind: 'insight',
    ...toOne(to, outcomeMessage(content, { text, state }), span),
  };
}

interface Introduced extends Omit<Suggested, 'version'> {
  writtenAt: string;
}

export function introductionLetter(content: Content, { to, from, id, writtenAt, text }: Introduced, span: Span): Letter {
  const body = introductionMessage(content, { id, writtenAt, partner: from.name, text });
  return { key: `introduction:${id}:${writtenAt}:${to.id}`, kind: 'introduction', ...toOne(to, body, span) };
}

/** `number` is 1 for the first line that `from` writes to `to`. */
export function lineLetter(
  content: Content,
  { to, from, pair, number, text }: Omit<Suggested, 'id' | 'version'> & { pair: string; number: number },
  span: Span,
): Letter {
  const body = lineMessage(content, { partner: from.name, text });
  return { key: `line:${pair}:${from.id}:${number}:${to.id}`, kind: 'line', ...toOne(to, body, span) };
}

function toOne(to: Leader, body: Body, { now, until }: Span): Omit<Letter, 'key' | 'kind'> {
  return { address: { to: 'person', user: to.user }, priority: 2, body, ...politely(to, now), ...(until && { expiresAt: until }) };
}
