// A report as a form to read: which one, for whom, the five plain things, and how to take it along. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, context, divider, header, modal, section, sections } from '../../platform/slack/blocks.ts';
import { select } from '../../platform/slack/controls.ts';
import type { Moment } from './figures.ts';
import type { Part, Readers, Row } from './row.ts';
import { type Shown, sayReport } from './said.ts';

/** A report that may be chosen. */
export interface Choice {
  id: string;
  number: number;
  moment: Moment;
}

/** One report, and the others of its programme; the latest first. Slack takes a hundred. */
export interface Opened extends Shown {
  id: string;
  to: Readers;
  choices: readonly Choice[];
}

const MOST_CHOICES = 100;

export function reportModal(content: Content, report: Opened): ModalView {
  const { id, to, date, moment } = report;
  const asks = to === 'sponsors' ? sections(content.say('measuring.asks', { promise: { mrkdwn: content.say('sp.promise') } })) : [];
  const first = moment === 'half' ? [content.say('measuring.leaders-first')] : [];
  return modal({
    callback: 'measuring.report',
    title: 'Report',
    close: 'Close',
    about: JSON.stringify({ report: id, to }),
    blocks: [
      header(titleOf(content, report)),
      context(content.say('measuring.published', { date }), content.say(`measuring.for.${to}`), ...first),
      whichOne(content, report),
      section(content.say('sp.intro')),
      ...sayReport(content, report, to).flatMap((part) => partBlocks(content, part)),
      ...asks,
      divider(),
      takeAlong(report),
    ],
  });
}

/** Without formatting. */
export function titleOf(content: Content, { programme, number, moment }: Pick<Shown, 'programme' | 'number' | 'moment'>): string {
  return content.plain('measuring.title', { programme, number, moment: content.plain(`measuring.moment.${moment}`) });
}

function whichOne(content: Content, { id, to, choices }: Opened): KnownBlock {
  const said = ({ number, moment }: Choice) =>
    content.plain('measuring.choice', { number, moment: content.plain(`measuring.moment.${moment}`) });
  const offered = choices.slice(0, MOST_CHOICES).map((each) => ({ label: said(each), value: each.id }));
  const other =
    to === 'organisers' ? ({ to: 'sponsors', label: 'For sponsors' } as const) : ({ to: 'organisers', label: 'For organisers' } as const);
  return actions([
    select({ action: 'measuring.choose', choices: offered, chosen: id }),
    button({
      label: other.label,
      action: 'measuring.for',
      value: `${id} ${other.to}`,
      accessibilityLabel: `See this report ${other.label.toLowerCase()}`,
    }),
  ]);
}

function takeAlong({ id, to }: Opened): KnownBlock {
  const value = `${id} ${to}`;
  return actions([
    button({ label: 'As a file', action: 'measuring.file', value, accessibilityLabel: 'Send me this report as a file' }),
    button({ label: 'As a picture', action: 'measuring.picture', value, accessibilityLabel: 'Send me this report as a picture' }),
    ...(to === 'organisers'
      ? [button({ label: 'Bridge map', action: 'measuring.map', value: id, accessibilityLabel: 'Send me the bridge map of this report' })]
      : []),
  ]);
}

function partBlocks(content: Content, { question, rows, notes }: Part): KnownBlock[] {
  const lines = rows.flatMap((row, at) => rowLines(content, row, rows[at - 1]));
  const counted = rows.flatMap(({ measure, how }) => (how ? [content.say('measuring.how', { measure, how })] : []));
  const small = [...notes.map((note) => content.say('measuring.note', { note })), ...counted];
  return [header(question), ...(lines.length > 0 ? sections(lines.join('\n')) : []), ...(small.length > 0 ? [context(...small)] : [])];
}

/** What is measured at two times has its own line above both. */
function rowLines(content: Content, { measure, when, figure, aim }: Row, before: Row | undefined): string[] {
  const line = (name: string) =>
    aim ? content.say('measuring.row.aim', { measure: name, figure, aim }) : content.say('measuring.row', { measure: name, figure });
  if (when === undefined) return [line(measure)];
  return [...(before?.measure === measure ? [] : [content.say('measuring.note', { note: measure })]), line(when)];
}
