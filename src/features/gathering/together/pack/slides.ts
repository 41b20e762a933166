// What stands on the slides, in their order, out of the words of `content/`: the welcome, the times, what pairs have shared, the two talks, the bridge
// map, the end, and where it is named there who works with whom next.
import { sayTime } from '../../../../platform/clock.ts';
import type { Content } from '../../../../platform/content/load.ts';
import { wordsIn } from '../../../../platform/content/wording.ts';
import { sayList } from '../../../founding/words.ts';
import { counter, couples } from '../../../pairing/planning/bridges.ts';
import { inSlides, minutesOf, type Part } from '../plan.ts';
import { inLists } from './list-picture.ts';
import { functionsShown } from './map-picture.ts';
import type { NextPairs, PackFacts } from './pack-facts.ts';
import { readable } from './readable.ts';
import type { Quote, Slide } from './slide.ts';
import { standTogether } from './slide-picture.ts';

/** Three of the closing review's questions, for a round in which nothing was shared. */
export const QUESTIONS = ['cl.1', 'cl.3', 'cl.6'] as const;

export function slidesOf(content: Content, facts: PackFacts): Slide[] {
  const shared = facts.insights.length > 0;
  const insights = insightSlides(content, facts);
  const words = (name: string, title: string, said: string): Slide => ({ name, title, body: { kind: 'words', words: said } });
  const plain = (id: string) => content.plain(id);
  return [
    words('welcome', nameOn(content, facts.programme, facts.hidden), plain(shared ? 'g.open' : 'together.slide.open.none')),
    { name: 'times', title: plain('together.slide.agenda'), body: { kind: 'agenda', rows: timesOf(content, facts, insights.length) } },
    shared
      ? words('read', plain('together.slide.read'), plain('g.read'))
      : words('think', plain('together.slide.think'), plain('together.slide.think.words')),
    ...(shared ? insights : [questionSlide(content)]),
    words('talk', plain('together.slide.talk'), plain(shared ? 'g.talk' : 'together.slide.talk.words')),
    words('join', plain('together.slide.join'), plain('g.join')),
    ...(facts.map.functions.length > 1 ? [mapSlide(content, facts)] : []),
    words('close', plain('together.slide.close'), plain(facts.pairs ? 'g.close' : 'together.slide.close.words')),
    ...pairSlides(content, facts),
  ];
}

/** When each part begins, as clocks show it where the programme is. */
export function timesOf(content: Content, facts: PackFacts, insightCount: number): { time: string; part: string }[] {
  const named = (part: Part) => {
    if (part === 'read' && facts.insights.length === 0) return content.plain('together.slide.part.read.none');
    return part === 'close' && facts.pairs
      ? content.plain('together.slide.part.close.reveal')
      : content.plain(`together.slide.part.${part}`);
  };
  const begins = facts.startsAt.toZonedDateTimeISO(facts.zone);
  return minutesOf(insightCount)
    .filter(({ part }) => part !== 'map' || facts.map.functions.length > 1)
    .map(({ part, at }) => {
      const time = begins.add({ minutes: at }).toPlainTime().toString({ smallestUnit: 'minute' });
      return { time: sayTime(time), part: named(part) };
    });
}

/** Those that are on slides: the first of an order that the round's seed has drawn. */
export function insightSlides(content: Content, facts: PackFacts): Slide[] {
  const quotes = facts.insights.slice(0, facts.most).map((each, at) => quoteOf(content, facts, each, at + 1));
  const lots = inSlides(quotes, ({ words }) => wordsIn(words), standTogether);
  return lots.map((lot, at) => ({
    name: 'insights',
    title:
      lots.length === 1
        ? content.plain('together.slide.insights.all')
        : content.plain('together.slide.insights', { x: at + 1, y: lots.length }),
    body: { kind: 'quotes', quotes: lot },
  }));
}

function quoteOf(content: Content, { hidden }: PackFacts, insight: PackFacts['insights'][number], x: number): Quote {
  const words = readable(insight.text, hidden) ?? content.plain('together.slide.elsewhere', { x });
  const names = insight.names?.map((name) => nameOn(content, name, hidden));
  return { words, ...(names && { names: sayList(names) }) };
}

function nameOn(content: Content, name: string, hidden: ReadonlySet<string>): string {
  return readable(name, hidden) ?? content.plain('together.slide.name-elsewhere');
}

function questionSlide(content: Content): Slide {
  const quotes = QUESTIONS.map((id) => ({ words: content.plain(id) }));
  return { name: 'questions', title: content.plain('together.slide.questions'), body: { kind: 'quotes', quotes } };
}

function mapSlide(content: Content, { map, hidden }: PackFacts): Slide {
  const count = counter(map.bridges);
  const all = couples(map.functions);
  const x = all.filter(([a, b]) => count(a, b) > 0).length;
  const shown = functionsShown(map).length;
  const words = [
    content.plain('together.slide.map.joined', { x, y: all.length }),
    ...(shown < map.functions.length ? [content.plain('together.slide.map.most', { x: shown })] : []),
  ];
  const named = (name: string) => nameOn(content, name, hidden);
  const bridges = map.bridges.map(({ between: [a, b], pairs }) => ({ between: [named(a), named(b)] as const, pairs }));
  return {
    name: 'bridge-map',
    title: content.plain('together.slide.map'),
    body: { kind: 'map', map: { ...map, functions: map.functions.map(named), bridges }, words },
  };
}

function pairSlides(content: Content, { pairs, later, hidden }: PackFacts): Slide[] {
  const title = content.plain('together.slide.pairs');
  if (later) return [{ name: 'pairs', title, body: { kind: 'words', words: content.plain('together.slide.pairs.later') } }];
  if (!pairs) return [];
  const lots = inLists(pairLines(content, pairs, (name) => nameOn(content, name, hidden)));
  return lots.map((entries, at) => ({
    name: 'pairs',
    title: lots.length === 1 ? title : content.plain('together.slide.pairs.of', { x: at + 1, y: lots.length }),
    body: { kind: 'list', entries },
  }));
}

/** Who works with whom, each finding the own name; or only which functions, where the programme tells no more. */
export function pairLines(content: Content, { groups, announcing }: NextPairs, named: (name: string) => string = (name) => name): string[] {
  if (announcing === 'names') return groups.map((group) => sayList(group.map(({ name }) => named(name)).sort(inOrder))).sort(inOrder);
  const counts = new Map<string, number>();
  for (const group of groups) {
    const functions = sayList([...new Set(group.map((each) => named(each.function)))].sort(inOrder));
    counts.set(functions, (counts.get(functions) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => inOrder(a, b))
    .map(([functions, x]) => content.plain('together.slide.pairs.count', { functions, x }));
}

const { compare: inOrder } = new Intl.Collator('en');
