// The roster and the forms that change it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, divider, input, modal, section, sections } from '../../platform/slack/blocks.ts';
import { type Choice, fileBox, people, radios, textBox } from '../../platform/slack/controls.ts';
import { cut } from '../../platform/slack/text.ts';
import type { Programme } from '../founding/programmes.ts';
import type { RosterLine, Standing } from './roster.ts';

/** The fields of the two forms, by block id. */
export const FIELD = { file: 'file', pasted: 'pasted', wish: 'wish', whom: 'whom', people: 'people' } as const;

const LINES = 40;
const IMPORT_WISHES: Choice[] = [
  { value: 'invite', label: 'Invite them: each decides for themselves' },
  { value: 'enrol', label: 'Enrol them now: each can leave at any time' },
];
const WHOM: Choice[] = [
  { value: 'roster', label: 'Everyone on the roster who has not been asked yet' },
  { value: 'people', label: 'The people chosen below' },
  { value: 'channel', label: 'The channel, with one message' },
];

/** One page of the roster; `page` counts from 0. */
export function rosterModal(content: Content, programme: Programme, lines: readonly RosterLine[], page: number): ModalView {
  const pages = Math.max(1, Math.ceil(lines.length / LINES));
  const shown = Math.min(Math.max(Number.isInteger(page) ? page : 0, 0), pages - 1);
  const some = lines.slice(shown * LINES, (shown + 1) * LINES);
  return modal({
    callback: 'joining.roster',
    title: 'Roster',
    about: programme.id,
    blocks: [
      section(`${content.say('joining.roster.title', { programme: programme.name })}\n${totals(content, lines)}`),
      actions([
        button({ label: 'Import a list', action: 'joining.import' }),
        button({ label: 'Invite people', action: 'joining.invite' }),
        button({ label: 'Get it as a file', action: 'joining.export' }),
      ]),
      divider(),
      ...(lines.length === 0 ? [section(content.say('joining.roster.empty'))] : grouped(content, some)),
      ...pager(content, shown, pages),
    ],
  });
}

function totals(content: Content, lines: readonly RosterLine[]): string {
  const of = (standing: Standing) => lines.filter((line) => line.standing === standing).length;
  return content.say('joining.roster.totals', {
    in: of('in'),
    paused: of('paused'),
    invited: of('invited'),
    listed: of('listed'),
    left: of('left'),
  });
}

function grouped(content: Content, lines: readonly RosterLine[]): KnownBlock[] {
  const standings = [...new Set(lines.map(({ standing }) => standing))];
  return standings.flatMap((standing) => {
    const these = lines.filter((line) => line.standing === standing).map((line) => sayLine(content, line));
    return sections([`*${content.say(`joining.standing.${standing}`)}*`, ...these].join('\n'));
  });
}

function sayLine(content: Content, line: RosterLine): string {
  const about = [line.function, line.level].filter((each) => each !== '').map((each) => cut(each, 60));
  return content.say(line.until === null ? 'joining.roster.line' : 'joining.roster.line.paused', {
    name: cut(line.name || line.email || '–', 60),
    about: about.length === 0 ? '' : `(${about.join(', ')})`,
    ...(line.until !== null && { date: sayDay(Temporal.PlainDate.from(line.until)) }),
  });
}

function pager(content: Content, page: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const earlier = button({ label: 'Earlier', action: 'joining.roster-earlier', value: String(page - 1) });
  const later = button({ label: 'Later', action: 'joining.roster-later', value: String(page + 1) });
  const turns = [...(page > 0 ? [earlier] : []), ...(page < pages - 1 ? [later] : [])];
  return [section(content.say('joining.roster.page', { page: page + 1, pages })), actions(turns)];
}

/** Takes a list, as a file or pasted. */
export function importModal(content: Content, programme: Programme): ModalView {
  return modal({
    callback: 'joining.import',
    title: 'Import a list',
    submit: 'Import',
    about: programme.id,
    blocks: [
      section(content.say('joining.import.how', { columns: { mrkdwn: '`email,name,function,level,manager_email,time_zone`' } })),
      input({
        block: FIELD.file,
        label: 'A CSV file',
        optional: true,
        element: fileBox({ action: 'joining.file', types: ['csv', 'txt', 'text'] }),
      }),
      input({
        block: FIELD.pasted,
        label: 'Or the lines themselves',
        hint: content.plain('joining.import.paste'),
        optional: true,
        element: textBox({ action: 'joining.pasted', lines: 'many' }),
      }),
      input({
        block: FIELD.wish,
        label: 'What happens next',
        element: radios({ action: 'joining.wish', choices: IMPORT_WISHES, chosen: 'invite' }),
      }),
    ],
  });
}

/** Asks whom to invite. */
export function inviteModal(content: Content, programme: Programme): ModalView {
  return modal({
    callback: 'joining.invite',
    title: 'Invite people',
    submit: 'Invite',
    about: programme.id,
    blocks: [
      section(content.say('joining.invite.how')),
      input({ block: FIELD.whom, label: 'Whom to invite', element: radios({ action: 'joining.whom', choices: WHOM, chosen: 'roster' }) }),
      input({ block: FIELD.people, label: 'People', optional: true, element: people({ action: 'joining.people' }) }),
    ],
  });
}
