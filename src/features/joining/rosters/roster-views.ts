// The roster: everybody or some of them, page by page. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, divider, input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { type Choice, select, textBox } from '../../../platform/slack/controls.ts';
import { cut } from '../../../platform/slack/text.ts';
import type { Programme } from '../../founding/programmes.ts';
import { counted } from '../../founding/words.ts';
import { FIELD, FIND_MOST, found, type Looking } from './roster-search.ts';
import { type RosterLine, STANDINGS, type Standing } from './standings.ts';

/** The choice that stands for all standings. */
const EVERYONE = 'everyone';

const LINES = 40;

/** One page of what `looking` asks for. */
export function rosterModal(content: Content, programme: Programme, lines: readonly RosterLine[], looking: Looking = {}): ModalView {
  const some = found(lines, looking);
  const pages = Math.max(1, Math.ceil(some.length / LINES));
  const page = Math.min(Math.max(Math.trunc(looking.page || 0), 0), pages - 1);
  return modal({
    callback: 'joining.roster',
    title: 'Roster',
    submit: 'Show',
    about: programme.id,
    blocks: [
      section(`${content.say('joining.roster.title', { programme: programme.name })}\n${totals(content, lines)}`),
      actions(buttons(content, lines)),
      ...(lines.length === 0 ? [] : searchFields(content, looking)),
      divider(),
      ...people(content, programme, { lines, some: some.slice(page * LINES, (page + 1) * LINES), found: some.length }),
      ...pager(content, page, pages),
    ],
  });
}

function totals(content: Content, lines: readonly RosterLine[]): string {
  const of = Object.fromEntries(STANDINGS.map((standing) => [standing, lines.filter((line) => line.standing === standing).length]));
  return content.say('joining.roster.totals', of);
}

function buttons(content: Content, lines: readonly RosterLine[]) {
  const unanswered = lines.filter(({ standing, remindedAt }) => standing === 'invited' && remindedAt === null).length;
  const text = content.plain('joining.remind.question', { people: counted(unanswered, 'person', 'people') });
  const question = confirm({ title: 'Send a reminder?', text, yes: 'Send it', no: 'Not now' });
  return [
    button({ label: 'Import a list', action: 'joining.import' }),
    button({ label: 'Invite people', action: 'joining.invite' }),
    ...(unanswered > 0 ? [button({ label: 'Send a reminder', action: 'joining.remind', confirm: question })] : []),
    button({ label: 'Get it as a file', action: 'joining.export' }),
    button({ label: 'Use Slack profiles', action: 'joining.fields' }),
  ];
}

function searchFields(content: Content, { find, standing }: Looking): KnownBlock[] {
  const choices: Choice[] = [
    { value: EVERYONE, label: 'Everyone' },
    ...STANDINGS.map((each) => ({ value: each, label: content.plain(`joining.standing.${each}`) })),
  ];
  return [
    input({
      block: FIELD.find,
      label: 'Search',
      hint: content.plain('joining.roster.search'),
      optional: true,
      element: textBox({ action: 'joining.find', initial: find ?? '', most: FIND_MOST }),
    }),
    input({
      block: FIELD.standing,
      label: 'Standing',
      optional: true,
      element: select({ action: 'joining.standing', choices, chosen: standing ?? EVERYONE }),
    }),
  ];
}

interface Page {
  lines: readonly RosterLine[];
  some: readonly RosterLine[];
  found: number;
}

function people(content: Content, { timeZone }: Programme, { lines, some, found: count }: Page): KnownBlock[] {
  if (lines.length === 0) return [section(content.say('joining.roster.empty'))];
  if (count === 0) return [section(content.say('joining.roster.none'))];
  const shown = count === lines.length ? [] : [section(content.say('joining.roster.found', { count, all: lines.length }))];
  const standings = STANDINGS.filter((standing) => some.some((line) => line.standing === standing));
  return [...shown, ...standings.flatMap((standing) => group(content, timeZone, standing, some))];
}

function group(content: Content, zone: string, standing: Standing, some: readonly RosterLine[]): KnownBlock[] {
  const these = some.filter((line) => line.standing === standing).map((line) => sayLine(content, zone, line));
  return sections([`*${content.say(`joining.standing.${standing}`)}*`, ...these].join('\n'));
}

function sayLine(content: Content, zone: string, line: RosterLine): string {
  const about = [line.function, line.level].filter((each) => each !== '').map((each) => cut(each, 60));
  const day = (at: string) => sayDay(dayOf(instantOf(at), zone));
  const who = { name: cut(line.name || line.email || '–', 60), about: about.length === 0 ? '' : `(${about.join(', ')})` };
  if (line.until !== null) return content.say('joining.roster.line.paused', { ...who, date: sayDay(Temporal.PlainDate.from(line.until)) });
  if (line.standing !== 'invited' || line.invitedAt === null) return content.say('joining.roster.line', who);
  if (line.remindedAt === null) return content.say('joining.roster.line.asked', { ...who, date: day(line.invitedAt) });
  return content.say('joining.roster.line.reminded', { ...who, date: day(line.invitedAt), reminded: day(line.remindedAt) });
}

function pager(content: Content, page: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const earlier = button({ label: 'Earlier', action: 'joining.roster-earlier', value: String(page - 1) });
  const later = button({ label: 'Later', action: 'joining.roster-later', value: String(page + 1) });
  const turns = [...(page > 0 ? [earlier] : []), ...(page < pages - 1 ? [later] : [])];
  return [section(content.say('joining.roster.page', { page: page + 1, pages })), actions(turns)];
}
