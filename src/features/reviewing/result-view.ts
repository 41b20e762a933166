// What a group said, in words: how many replied, what may be told of each question, and the one thing that changes because of it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { choices, pulseItems } from '../../platform/content/pulse.ts';
import { actions, button, context, divider, header, modal, section, words } from '../../platform/slack/blocks.ts';
import type { Report, Statement } from './conclude.ts';
import { isPart, type Saying } from './thresholds.ts';

const headings: Readonly<Record<Report, string>> = {
  opening: 'Before the round',
  half: 'Half way',
  closing: 'The end of the round',
  'then-and-now': 'Then and now',
};

/** One published result. */
export interface ResultShown {
  report: Report;
  replied: number;
  asked: number;
  statements: readonly Statement[];
  /** Its day is in words. */
  change?: { text: string; date: string };
}

/** What leaders let the organiser read, and the result it belongs to. */
export interface Remarks {
  result: string;
  texts: readonly string[];
}

/** Results of one pulse, to read. `remarks` only for an organiser. */
export function resultsModal(content: Content, results: readonly ResultShown[], remarks?: Remarks): ModalView {
  return modal({
    callback: 'reviewing.results',
    title: 'What the group said',
    blocks: [...resultBlocks(content, results), ...remarkBlocks(content, remarks)],
  });
}

export function resultBlocks(content: Content, results: readonly ResultShown[]): KnownBlock[] {
  return results.flatMap((result, at) => [...(at > 0 ? [divider()] : []), ...oneResult(content, result)]);
}

/** Remarks as they were written, without names, so many of them at once. `page` 1 is the first. */
export function remarkBlocks(content: Content, remarks: Remarks | undefined, page = 1): KnownBlock[] {
  if (!remarks || remarks.texts.length === 0) return [];
  const { result, texts } = remarks;
  const shown = texts.slice((page - 1) * MOST_REMARKS, page * MOST_REMARKS);
  const more = button({ label: 'More of them', action: 'reviewing.remarks', value: `${result}:${page + 1}` });
  return [
    divider(),
    header('In their own words'),
    section(content.say('reviewing.pulse.remarks')),
    ...shown.map(words),
    ...(texts.length > page * MOST_REMARKS ? [actions([more])] : []),
  ];
}

/** Page `page` of the remarks by itself; the last one where there are fewer. */
export function remarksModal(content: Content, remarks: Remarks, page: number): ModalView {
  const last = Math.max(1, Math.ceil(remarks.texts.length / MOST_REMARKS));
  // Nothing stands above them here that a divider would part them from.
  const [, ...blocks] = remarkBlocks(content, remarks, Math.min(Math.max(1, Math.trunc(page) || 1), last));
  return modal({
    callback: 'reviewing.remarks',
    title: 'In their own words',
    blocks: blocks.length > 0 ? blocks : [section(content.say('sp.none'))],
  });
}

/** A modal has 100 blocks; results take 30 of them. */
const MOST_REMARKS = 60;

function oneResult(content: Content, { report, replied, asked, statements, change }: ResultShown): KnownBlock[] {
  const line = content.say('sp.reply', { x: replied, y: asked });
  const part = statements.length > 0 && isPart(replied, asked) ? [content.say('sp.part')] : [];
  const self = report === 'opening' || report === 'then-and-now' ? [context(content.say('sp.self'))] : [];
  return [
    header(headings[report]),
    section([line, ...part].join(' ')),
    ...(change ? [section(content.say('reviewing.pulse.change', change))] : []),
    ...(statements.length === 0
      ? [section(content.say('sp.none'))]
      : [...self, ...grouped(statements).map((each) => onItem(content, each))]),
  ];
}

/** All that is said of one item, in the order of the items. */
function grouped(statements: readonly Statement[]): Statement[][] {
  return pulseItems.map(({ id }) => statements.filter(({ item }) => item === id)).filter((each) => each.length > 0);
}

function onItem(content: Content, statements: readonly Statement[]): KnownBlock {
  const [first] = statements as readonly [Statement];
  const said = statements.filter(({ saying }) => saying);
  const lines = said.length === 0 ? [content.say('sp.none')] : said.map((each) => sayingLine(content, each));
  return section([content.say('reviewing.pulse.item', { item: content.plain(first.item) }), ...lines].join('\n'));
}

function sayingLine(content: Content, { item, side, at, saying }: Statement): string {
  const blanks = { side: sideOf(content, item, side), saying: saying ? sayingWords(content, saying) : '' };
  if (at) return content.say(`reviewing.pulse.said.${at}`, blanks);
  return content.say('reviewing.pulse.said.plain', { ...blanks, side: blanks.side.charAt(0).toUpperCase() + blanks.side.slice(1) });
}

/** What counts as yes for an item, in words. The choices themselves are an editor's words. */
export function sideOf(content: Content, item: string, side: string): string {
  const given = /^given-(\d)$/.exec(side)?.[1];
  const scale = pulseItems.find(({ id }) => id === item)?.scale;
  if (given && scale) return choices(content, scale)[Number(given) - 1] ?? '';
  return content.plain(`reviewing.pulse.side.${side}`);
}

/** How many said yes, in words without formatting. */
export function sayingWords(content: Content, saying: Saying): string {
  if ('bands' in saying) return content.plain(`reviewing.pulse.band.${saying.bands.join('-')}`);
  return content.plain(`reviewing.pulse.percent.${saying.is}`, { x: saying.percent });
}
