// The lines of the agreement as they are read, with the blanks filled in as far as they are. Pure.
import { sayTime, weekdayName } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import type { Direct } from './agreements.ts';
import type { Person, Standing } from './plan.ts';

export const AGREEMENT = 'coaching.agreement';

/** How somebody prefers to be challenged. */
export const DIRECT: Readonly<Record<Direct, string>> = { gently: 'gently at first', straight: 'straight away', ask: 'ask me on the day' };

/** As code, for between two blanks Slack would write in italics. */
const BLANK = { mrkdwn: '`___`' };

/** Every line in its order, as mrkdwn; one line may say something of each person. */
export function agreementLines(content: Content, standing: Standing): string[] {
  const { people, added } = standing;
  return [
    ...['ag.1', 'ag.2', 'ag.3', 'ag.4', 'ag.5'].map((id) => content.say(id)),
    whenAndHow(content, standing),
    content.say('ag.7'),
    people.map((person) => howDirect(content, person)).join('\n'),
    people.map((person) => whatHelps(content, person)).join('\n'),
    ...['ag.10', 'ag.11', 'ag.12', 'ag.13'].map((id) => content.say(id)),
    ...(people.length > 2 ? [content.say('ag.14')] : []),
    ...(added === undefined ? [] : [content.say('coaching.agreement.added', { line: added })]),
  ];
}

function whenAndHow(content: Content, { rhythm, weekday, time, by }: Standing): string {
  if (rhythm === undefined && weekday === undefined && time === undefined && by === undefined) return withBlanks(content.say('ag.6'));
  return content.say('ag.6.filled', {
    rhythm: rhythm ?? BLANK,
    day: weekday === undefined ? BLANK : weekdayName(weekday),
    time: time === undefined ? BLANK : sayTime(time),
    by: by ?? BLANK,
  });
}

function howDirect(content: Content, { name, direct }: Person): string {
  return direct === undefined ? content.say('ag.8', { name }) : content.say('ag.8.filled', { name, how: DIRECT[direct] });
}

function whatHelps(content: Content, { name, helps }: Person): string {
  return helps === undefined ? withBlanks(content.say('ag.9', { name })) : content.say('ag.9.filled', { name, helps });
}

function withBlanks(line: string): string {
  return line.replaceAll('___', BLANK.mrkdwn);
}

/** What a line is called: the words before its first full stop. */
export function titleOf(content: Content, line: number): string {
  return content.plain(`ag.${line}`, { name: '' }).split('.', 1)[0] ?? '';
}
