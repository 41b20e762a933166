// The pack as text (Markdown): for whoever leads through the 45 minutes, with everything that stands on the slides and all that does not fit there. What
// people wrote is quoted, and none of its signs means anything.
import { sayDay, sayTime } from '../../../../platform/clock.ts';
import type { Content } from '../../../../platform/content/load.ts';
import { sayList } from '../../../founding/words.ts';
import { tellBridgeMap } from '../../../pairing/planning/bridges.ts';
import { READING_SECONDS } from '../plan.ts';
import type { PackFacts } from './pack-facts.ts';
import { insightSlides, pairLines, QUESTIONS, timesOf } from './slides.ts';

/** The map in words has room enough for every function there is. */
const MAP_MOST = 20_000;

export function packText(content: Content, facts: PackFacts): string {
  const { programme, number, zone, startsAt, place } = facts;
  const begins = startsAt.toZonedDateTimeISO(zone);
  const time = sayTime(begins.toPlainTime().toString({ smallestUnit: 'minute' }));
  const parts = [
    `# ${literally(content.plain('together.text.title', { programme, number }))}`,
    `${content.plain('together.text.when', { date: sayDay(begins.toPlainDate()), time })} ${literally(place)}`,
    `## ${content.plain('together.text.before')}`,
    list(before(content, facts)),
    `## ${content.plain('together.text.minutes')}`,
    list(timesOf(content, facts, insightSlides(content, facts).length).map((row) => content.plain('together.text.line', row))),
    `## ${content.plain('together.text.say')}`,
    ...spoken(content, facts).map(quoted),
    ...(facts.insights.length > 0 ? shared(content, facts) : questions(content)),
    ...mapPart(content, facts),
    ...pairsPart(content, facts),
  ];
  return `${parts.join('\n\n')}\n`;
}

function before(content: Content, facts: PackFacts): string[] {
  const people = content.plain('together.text.before.people');
  const all = facts.insights.length;
  if (all === 0) return [people, content.plain('together.text.before.none')];
  const y = insightSlides(content, facts).length;
  const z = Math.round((y * READING_SECONDS) / 60);
  const on = Math.min(all, facts.most);
  return [
    people,
    content.plain('together.text.before.pace', { x: READING_SECONDS }),
    ...(z > 1 ? [content.plain('together.text.before.minutes', { z })] : []),
    ...(on < all ? [content.plain('together.text.before.all', { x: all, y: on })] : []),
    content.plain('together.text.before.private'),
  ];
}

/** The lines that are said aloud, in their order. */
function spoken(content: Content, { insights, pairs }: PackFacts): string[] {
  const shown = insights.length > 0;
  const ids = shown
    ? (['g.open', 'g.read', 'g.talk', 'g.join'] as const)
    : (['together.slide.open.none', 'together.slide.think.words', 'together.slide.talk.words', 'g.join'] as const);
  return [...ids, pairs ? 'g.close' : 'together.slide.close.words'].map((id) => content.plain(id));
}

function shared(content: Content, { insights }: PackFacts): string[] {
  const entries = insights.map(({ text, names }, at) => {
    const lines = text.split('\n').map((line) => literally(line.trim()));
    const by = names ? [`— ${literally(sayList(names))}`] : [];
    return [...lines, ...by].map((line, n) => (n === 0 ? `${at + 1}. ${line}` : line === '' ? '' : `    ${line}`)).join('  \n');
  });
  return [`## ${content.plain('together.text.insights')}`, entries.join('\n\n')];
}

function questions(content: Content): string[] {
  return [`## ${content.plain('together.text.questions')}`, list(QUESTIONS.map((id) => content.plain(id)))];
}

function mapPart(content: Content, { map }: PackFacts): string[] {
  if (map.functions.length < 2) return [];
  return [`## ${content.plain('together.text.map')}`, literally(tellBridgeMap(content, map, MAP_MOST))];
}

function pairsPart(content: Content, { pairs, later }: PackFacts): string[] {
  if (!pairs && !later) return [];
  const lines = pairs ? list(pairLines(content, pairs).map(literally)) : content.plain('together.slide.pairs.later');
  return [`## ${content.plain('together.text.pairs')}`, lines];
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `* ${line}`).join('\n');
}

function quoted(line: string): string {
  return `> ${line}`;
}

/** What a person wrote, so that it reads in Markdown as they wrote it. */
function literally(words: string): string {
  return words
    .replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
