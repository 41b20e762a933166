// `status`: everything that concerns a leader in one programme, and the next three dates. Each room says its part.
import type { Temporal } from 'temporal-polyfill';
import { sayTime, weekdayName } from '../../platform/clock.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import * as places from '../coaching/places.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayWeekdays } from '../founding/words.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import type { Taking } from './facts.ts';
import { seeTaking } from './see.ts';
import { partnersInWords, statusAnswer } from './taking-view.ts';

/** Where `user` stands in this programme; nothing where they have never been in it. */
export async function statusOf(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<Answer | undefined> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader) return undefined;
  if (leader.leftAt !== null) return { text: tools.content.say('home.status.left', { programme: programme.name }) };
  const place = await places.ofLeader(tools.db, programme, leader, now);
  const taking = await seeTaking(tools, place, now);
  const lines = [...personLines(tools, programme, leader), ...pausedLines(tools, taking), ...roundLines(tools, taking)];
  return statusAnswer(tools.content, lines, taking.dates);
}

function personLines({ content }: Pick<Tools, 'content'>, programme: Programme, leader: Leader): string[] {
  const usual = places.usualOf(leader, programme);
  const hours = { days: sayWeekdays(leader.workingDays), from: sayTime(leader.workingFrom), to: sayTime(leader.workingTo) };
  return [
    content.say('home.status.in', { programme: programme.name, function: leader.function }),
    content.say('home.status.hours', { ...hours, zone: leader.timeZone }),
    content.say('home.status.usual', { weekday: weekdayName(usual.weekday), time: sayTime(usual.time) }),
  ];
}

function pausedLines({ content }: Pick<Tools, 'content'>, { paused }: Taking): string[] {
  if (!paused) return [];
  return [paused.until ? content.say('home.paused.until', { date: paused.until }) : content.say('home.paused')];
}

function roundLines({ content }: Pick<Tools, 'content'>, { now, partners }: Taking): string[] {
  const partner = partners.length > 0 ? [partnersInWords(content, partners)] : [];
  if (now.is !== 'fortnight') return [...partner, content.say(`home.${now.is}`, { date: now.date })];
  const { n, of, until, element, title } = now;
  return [
    ...partner,
    content.say('home.status.fortnight', { element, title }),
    content.say('home.fortnight.until', { n, x: of, date: until }),
  ];
}
