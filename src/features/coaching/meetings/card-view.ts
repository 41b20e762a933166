// The card of a meeting: when, who speaks first, two questions worth asking, and what was shared. Pure.
import type { Button, KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { openAgreement } from '../agreement/letters.ts';
import type { Opened } from '../checkins/open.ts';
import type { CardFacts } from './card-facts.ts';
import { HALF_WAY } from './plan.ts';
import { joined, whenFor } from './times.ts';

export const PLAN = 'coaching.plan';
export const MOVE = 'coaching.move-meeting';
const CLOSING = 13;

/** The card as a message of its own, with the line under every scheduled message. */
export function cardMessage(content: Content, facts: CardFacts): Body {
  const { texts, buttons } = cardParts(content, facts);
  return bodyOf(
    texts,
    [...texts.map((text) => section(text)), actions(buttons), context(content.say('m.footer'))],
    content.say('m.footer'),
  );
}

/** The card as part of another message: its texts, and its buttons in order. */
export function cardParts(content: Content, facts: CardFacts): { texts: string[]; buttons: Button[] } {
  const value = `${facts.pair}:${facts.fortnight}`;
  const when = whenFor(facts.readers, facts.at);
  const shared = facts.shared.map((each) => sharedLine(content, each));
  const agreement = facts.agree || facts.fortnight === HALF_WAY ? [openAgreement(content, facts.pair)] : [];
  if (facts.fortnight === CLOSING) {
    const [plan = '', move = ''] = content.buttons('m.close.card');
    const id = facts.members.length > 2 ? 'coaching.meeting.close.card.trio' : 'm.close.card';
    return { texts: [content.say(id, { ...when }), ...shared], buttons: [planButton(plan, value), moveButton(move, value)] };
  }
  const [plan = '', notes = '', move = ''] = content.buttons('m.card');
  const own = button({ label: notes, action: 'coaching.all-notes' });
  return { texts: [cardText(content, facts), ...shared], buttons: [planButton(plan, value), own, moveButton(move, value), ...agreement] };
}

function cardText(content: Content, { members, readers, at, first, questions, fortnight }: CardFacts): string {
  const names = members.map(({ name }) => name);
  const [q1 = '', q2 = ''] = questions;
  return content.say('m.card', {
    ...whenFor(readers, at),
    name: joinedButLast(names),
    partner: names.at(-1) ?? '',
    first,
    start: fortnight === HALF_WAY ? content.say('m.card.half') : '',
    q1,
    q2,
  });
}

/** What somebody shared, with its outcome where they gave one. */
function sharedLine(content: Content, { name, when, will, state }: Opened): string {
  const id = state === 'done' || state === 'partly' ? `coaching.meeting.card.${state}` : 'm.card.shared';
  return content.say(id, { partner: name, when, will });
}

export function planButton(label: string, value: string): Button {
  return button({ label, action: PLAN, value, style: 'primary', accessibilityLabel: `${label}: our meeting` });
}

export function moveButton(label: string, value: string): Button {
  return button({ label, action: MOVE, value, accessibilityLabel: `${label}: our meeting, to another time` });
}

/** A message from its texts and blocks. */
export function bodyOf(texts: readonly string[], blocks: KnownBlock[], foot?: string): Body {
  return { text: [...texts, ...(foot ? [foot] : [])].join('\n\n'), blocks };
}

/** Names before the last one: `Amina`, or `Amina, Bo`. */
function joinedButLast(names: readonly string[]): string {
  return names.length < 2 ? joined(names) : names.slice(0, -1).join(', ');
}
