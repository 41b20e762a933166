// Slack's mrkdwn as a person reads it: names for mentions, dates in their own zone, no markup.
import { Temporal } from 'temporal-polyfill';
import { isObject } from '../check/rules.ts';
import { withPictures } from '../kept-text.ts';
import type { World } from '../world.ts';

/** For whom something is rendered: names come from the world, dates from the reader's zone. */
export interface Reader {
  world: World;
  timeZone: string;
}

/** The letters of a text object, whatever its type. */
export function plainOf(text: unknown): string {
  return isObject(text) && typeof text.text === 'string' ? text.text : '';
}

/** A text object as it is read. */
export function readText(text: unknown, reader: Reader): string {
  if (!isObject(text)) return '';
  if (text.type === 'mrkdwn') return readMrkdwn(plainOf(text), reader);
  return text.emoji === false ? plainOf(text) : withPictures(plainOf(text));
}

/** mrkdwn as it is read: `*Hello* <@U1>` is `Hello @Bo`. */
export function readMrkdwn(mrkdwn: string, reader: Reader): string {
  return mrkdwn
    .split(/(<[^<>\n]+>)/)
    .map((part) => (/^<[^<>]+>$/.test(part) ? readLink(part.slice(1, -1), reader) : withPictures(unescaped(unmarked(part)))))
    .join('');
}

/** `&amp;`, `&lt;` and `&gt;` as the letters they stand for. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const marks = ['\\*', '_', '~', '```', '`'].map(
  (mark) => new RegExp(`(^|[\\s(\\["'“‘—–-])${mark}(?=\\S)([^\\n]*?\\S)${mark}(?=$|[\\s.,;:!?)\\]"'”’—–-])`, 'gm'),
);

function unmarked(text: string): string {
  const bare = marks.reduce((rest, mark) => rest.replace(mark, '$1$2'), text);
  return bare.replace(/^&gt; ?/gm, '> ');
}

function readLink(link: string, reader: Reader): string {
  const [target = '', ...rest] = link.split('|');
  const label = unescaped(rest.join('|'));
  if (target.startsWith('@')) return `@${reader.world.people.get(target.slice(1))?.name || label || target.slice(1)}`;
  if (target.startsWith('#')) return `#${reader.world.conversations.get(target.slice(1))?.name || label || target.slice(1)}`;
  if (target.startsWith('!date^')) return readDate(target, label, reader.timeZone);
  if (target.startsWith('!')) return label || `@${target.slice(1)}`;
  return label && label !== target ? `${label} (${unescaped(target)})` : unescaped(target);
}

const dateForms: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
};

function readDate(target: string, fallback: string, timeZone: string): string {
  const [, seconds = '', format = ''] = target.split('^');
  if (!/^\d+$/.test(seconds)) return fallback;
  const there = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000).toZonedDateTimeISO(timeZone || 'UTC');
  return format.replace(/\{(\w+?)(?:_pretty)?\}/g, (whole, name: string) => {
    const form = dateForms[name];
    return form ? there.toLocaleString('en-GB', form) : whole;
  });
}
