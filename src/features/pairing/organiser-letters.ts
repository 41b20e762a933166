// What organisers hear about rounds: that one is near, that one waits for them and why, that one went out by itself. Pure.
import type { Content } from '../../platform/content/load.ts';
import type { Body } from '../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';

export const PREVIEW = 'pairing.open-preview';
export const POSTED_ALREADY = 'pairing.posted-already';
export const POST_IT_NOW = 'pairing.post-it-now';

export interface Near {
  /** In words. */
  date: string;
  time: string;
  /** Its pairs are named at the gathering on that day; and whether it has been approved for that. */
  held?: 'open' | 'approved' | undefined;
}

/** A round is two weeks away. */
export function notice(content: Content, programme: Programme, { date, time, held }: Near): Body {
  const id = `pairing.notice.${held ? 'gathering.' : ''}${held === 'approved' ? 'approved' : programme.rotating}`;
  const text = content.say(id, { programme: programme.name, date, time, channel: { mrkdwn: `<#${programme.channel}>` } });
  return withPreview(content, id, text, programme);
}

export type Waiting =
  | { because: 'approve' | 'late' }
  | { because: 'impossible'; cause: string }
  /** Until which day it may still go out by itself. */
  | { because: 'too-few'; until: string };

/** A round was due and has not gone out. `cause` is mrkdwn already. */
export function waiting(
  content: Content,
  programme: Programme,
  { number, date, why }: { number: number; date: string; why: Waiting },
): Body {
  const id = `pairing.waiting.${why.because}`;
  const more = { ...('cause' in why && { cause: { mrkdwn: why.cause } }), ...('until' in why && { until: why.until }) };
  const text = content.say(id, { number, programme: programme.name, date, ...more });
  return withPreview(content, id, text, programme);
}

/** A round has been worked out, and could not be shown where it was asked for. */
export function roundReady(content: Content, programme: Programme): Body {
  return withPreview(content, 'pairing.ready', content.say('pairing.ready'), programme);
}

/** How a round went out that nobody has approved in this moment: by itself, or when the gathering was over, as approved or with other pairs. */
export type Ran = 'by-itself' | 'gathering' | 'gathering-late' | 'changed';

/** A round went out, and no organiser was there. */
export function itRan(content: Content, how: Ran, round: { programme: string; number: number; x: number; date: string }): Body {
  return plainly(content.say(`pairing.ran.${how}`, round));
}

/** The announcement may or may not stand in the channel, or was refused there. `value` names the letter. */
export function undeliveredAnnouncement(
  content: Content,
  { number, channel, value, refused }: { number: number; channel: string; value: string; refused: boolean },
): Body {
  const id = refused ? 'pairing.announcement.refused' : 'pairing.announcement.unclear';
  const text = content.say(id, { number, channel: { mrkdwn: `<#${channel}>` } });
  const controls = refused ? [POST_IT_NOW] : [POSTED_ALREADY, POST_IT_NOW];
  const labels = content.buttons(id);
  return { text, blocks: [section(text), actions(controls.map((action, at) => button({ label: labels[at] ?? '', action, value })))] };
}

/** The same message once it has been decided. */
export function decidedAnnouncement(content: Content, outcome: 'posted' | 'again', number: number): Body {
  return plainly(content.say(`pairing.announcement.${outcome}`, { number }));
}

function withPreview(content: Content, id: string, text: string, programme: Programme): Body {
  const [label] = content.buttons(id);
  return { text, blocks: [section(text), ...(label ? [actions([button({ label, action: PREVIEW, value: programme.id })])] : [])] };
}

function plainly(text: string): Body {
  return { text, blocks: [section(text)] };
}
