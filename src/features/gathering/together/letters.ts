// What the channel hears of a gathering: the invitation with its counts, and that it has moved or is called off. Nobody is named. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { ownClock, publicly } from '../words.ts';
import type { Counts } from './answers.ts';
import { type Occurring, sayPlace } from './words.ts';

export const COMING = 'together.coming';
export const NOT_COMING = 'together.not-coming';
export const IS_THERE = 'together.is-there';
export const POST_NOW = 'together.post-now';

export interface Invitation extends Occurring {
  /** Whether the next pairs are named there. */
  reveals: boolean;
  counts: Counts;
  state: 'open' | 'over' | 'off';
}

/** The invitation as it stands in the channel; once it is over or called off, only that. */
export function inviteMessage(content: Content, invitation: Invitation): Body {
  const { startsAt, zone, place, reveals, counts, state } = invitation;
  const when = publicly(startsAt, zone);
  if (state !== 'open') return plainly(content.say(`together.invite.${state}`, { date: when.date }));
  const said = reveals ? content.say('g.invite', { ...when }) : content.say('together.invite.own-message', { ...when });
  const details = [content.say('together.invite.clock', { when: ownClock(startsAt, zone) }), sayPlace(content, place)];
  const count = countLine(content, counts);
  return {
    text: [said, sayPlace(content, place), count].join(' '),
    blocks: [section(said), section(details.join('\n')), answerButtons(content, invitation), context(count)],
  };
}

/** Changes whenever the invitation would say anything else. */
export function markOf({ sequence, counts, state }: Pick<Invitation, 'counts' | 'state'> & { sequence: number }): string {
  return `${state} ${sequence} ${counts.coming} ${counts.not}`;
}

/** The day and hour, or only the place, are other ones now. Nobody answers any more once it is `closed`. */
export function changeMessage(
  content: Content,
  { change, closed = false, ...gathering }: Occurring & { change: 'moved' | 'place'; closed?: boolean },
): Body {
  const { startsAt, zone, place } = gathering;
  const said = content.say(`together.${change}`, { ...publicly(startsAt, zone) });
  const details = [content.say('together.invite.clock', { when: ownClock(startsAt, zone) }), sayPlace(content, place)];
  return {
    text: [said, sayPlace(content, place)].join(' '),
    blocks: [section(said), section(details.join('\n')), ...(change === 'moved' && !closed ? [answerButtons(content, gathering)] : [])],
  };
}

export function offMessage(content: Content, { startsAt, zone, reveals }: Pick<Invitation, 'startsAt' | 'zone' | 'reveals'>): Body {
  const { date } = publicly(startsAt, zone);
  return plainly(reveals ? content.say('together.off.reveal', { date }) : content.say('together.off', { date }));
}

/** [Coming] and [Not this time]. */
export function answerButtons(content: Content, { id }: { id: string }): KnownBlock {
  const [coming = '', not = ''] = content.buttons('g.invite');
  return actions([
    button({ label: coming, action: COMING, value: id, style: 'primary' }),
    button({ label: not, action: NOT_COMING, value: id }),
  ]);
}

export function countLine(content: Content, { coming, not }: Counts): string {
  return coming + not === 0 ? content.say('together.count.none') : content.say('together.count', { x: coming, y: not });
}

export interface Undelivered {
  /** The letter's id. */
  letter: string;
  channel: string;
  /** Slack did not take it; otherwise it did not say whether it did. */
  refused: boolean;
}

/** For organisers: word of the gathering may not stand in the channel. */
export function undeliveredLetter(content: Content, words: Undelivered): Body {
  const said = content.say(words.refused ? 'together.undelivered.refused' : 'together.undelivered', {
    channel: { mrkdwn: `<#${words.channel}>` },
  });
  return { text: said, blocks: [section(said), actions(undeliveredButtons(words))] };
}

/** The same stand on Home; several letters may wait side by side. */
export function undeliveredButtons({ letter, refused }: Pick<Undelivered, 'letter' | 'refused'>) {
  const there = button({ label: 'It is there', action: `${IS_THERE}#${letter}`, value: letter });
  const now = button({ label: 'Post it now', action: `${POST_NOW}#${letter}`, value: letter });
  return refused ? [now] : [there, now];
}

function plainly(text: string): Body {
  return { text, blocks: [section(text)] };
}
