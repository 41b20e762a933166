// `status`: everything that concerns a leader in one programme, and the next three dates. Each room says its part.
import type { Temporal } from 'temporal-polyfill';
import { sayTime, weekdayName } from '../../platform/clock.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openOf } from '../coaching/checkins/open.ts';
import * as places from '../coaching/places.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayWeekdays, sayZone } from '../founding/words.ts';
import * as teams from '../gathering/teams/teams.ts';
import type { Leader } from '../joining/leaders.ts';
import * as leaders from '../joining/leaders.ts';
import { ownLine } from '../measuring/fairness.ts';
import { choosingPart } from '../pairing/choosing/home-part.ts';
import type { Taking } from './facts.ts';
import { partsOf, teamOf } from './parts.ts';
import { seeTaking } from './see-taking.ts';
import { statusAnswer } from './status-view.ts';
import { awayInWords, partnersInWords, pausedInWords } from './taking-view.ts';

/** Where `user` stands in this programme; nothing where they have never been in it. */
export async function statusOf(tools: Tools, user: string, programme: Programme, now: Temporal.Instant): Promise<Answer | undefined> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (!leader) return undefined;
  if (leader.leftAt !== null) return { text: tools.content.say('home.status.left', { programme: programme.name }) };
  const place = await places.ofLeader(tools.db, programme, leader, now);
  const taking = await seeTaking(tools, place, now);
  const { meeting, gathering, forums, team, agreement } = await partsOf(tools, place, now);
  // How to begin with a team is no news of where somebody stands.
  const hosts = (await teams.openOf(tools.db, tools.workspace, user)) !== undefined;
  const teamParts = await teamOf(tools, { user, parts: hosts ? [{ team }] : [] }, now);
  const commitments = (await openOf(tools, tools.db, leader.id)).length;
  const carried = await ownLine(tools, leader);
  const known = [...personLines(tools, programme, leader), ...roundLines(tools, taking), ...openLine(tools, commitments)];
  const lines = [...known, ...(carried ? [carried] : [])];
  const choosing = await choosingPart(tools, place, now);
  return statusAnswer(tools.content, {
    ...{ lines, meeting, gathering, forums, team: teamParts, agreement, choosing },
    ...{ dates: taking.dates, programme: programme.id },
  });
}

function personLines({ content }: Pick<Tools, 'content'>, programme: Programme, leader: Leader): string[] {
  const usual = places.usualOf(leader, programme);
  const hours = { days: sayWeekdays(leader.workingDays), from: sayTime(leader.workingFrom), to: sayTime(leader.workingTo) };
  return [
    content.say('home.status.in', { programme: programme.name, function: leader.function }),
    content.say('home.status.hours', { ...hours, zone: sayZone(leader.timeZone) }),
    content.say('home.status.usual', { weekday: weekdayName(usual.weekday), time: sayTime(usual.time) }),
  ];
}

function roundLines({ content }: Pick<Tools, 'content'>, { now, partners, paused, without, confirm }: Taking): string[] {
  const lines = [
    ...(paused ? [pausedInWords(content, paused)] : []),
    ...(partners.length > 0 ? [partnersInWords(content, partners), ...awayInWords(content, partners)] : []),
    ...(confirm ? [content.say('home.unconfirmed', { date: confirm.by })] : []),
  ];
  if (without?.because === 'asked') lines.push(content.say('home.asked', { date: without.by }));
  if (without?.because === 'seeking') return [...lines, content.say('home.seeking', { date: without.by })];
  if (without?.because === 'left') return [...lines, content.say('home.left')];
  if (now.is !== 'fortnight') return [...lines, content.say(`home.${now.is}`, { date: now.date })];
  const { n, of, until, element, title } = now;
  const fortnight = [
    content.say('home.status.fortnight', { element, title }),
    content.say('home.fortnight.until', { n, x: of, date: until }),
  ];
  return [...lines, ...fortnight];
}

/** How many, not what: that stands on Home and in the list. */
function openLine({ content }: Pick<Tools, 'content'>, count: number): string[] {
  return count === 0 ? [] : [content.say('home.status.commitments', { x: count })];
}
