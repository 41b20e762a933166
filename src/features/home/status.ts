// `status`: everything that concerns a leader in one programme, and the next three dates. Each room says its part.
import type { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import * as places from '../coaching/places.ts';
import type { Programme } from '../founding/programmes.ts';
import * as leaders from '../joining/leaders.ts';
import { statusLines } from '../joining/status.ts';
import { datesAhead } from './dates.ts';
import type { Taking } from './facts.ts';
import { seeTaking } from './see.ts';
import { partnersInWords, statusAnswer } from './views.ts';

/** Where `user` stands in this programme; nothing where they have never been in it. */
export async function statusOf(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<Answer | undefined> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader) return undefined;
  const known = statusLines(tools, programme, leader);
  if (leader.leftAt !== null) return statusAnswer(tools.content, known, []);
  const place = await places.ofLeader(tools.db, programme, leader, now);
  const taking = await seeTaking(tools, place, now);
  return statusAnswer(tools.content, [...known, ...roundLines(tools, taking)], await datesAhead(tools, place, now));
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
