// The samples of what is shown at the gathering: every slide, and the text beside them.
import type { PackFacts } from '../../../features/gathering/together/pack/pack-facts.ts';
import { tellSlide } from '../../../features/gathering/together/pack/slide.ts';
import { drawSlide } from '../../../features/gathering/together/pack/slide-picture.ts';
import { slidesOf } from '../../../features/gathering/together/pack/slides.ts';
import { packText } from '../../../features/gathering/together/pack/text-file.ts';
import { MOST_ON_SLIDES } from '../../../features/gathering/together/plan.ts';
import { tellBridgeMap } from '../../../features/pairing/planning/bridges.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, department, name, programme, times, written } from '../made-up.ts';
import { bridges } from '../measuring/round.ts';
import { asFile, type Drawn, type Sample, type Size, samplesOf } from '../sample.ts';
import { occurring } from './together.ts';

/** A description in Slack has a thousand characters. */
const ALT_MOST = 1000;

const INSIGHTS = [
  'Ask what the other function is afraid of before you ask what it wants.',
  'We each thought that the other had the budget. Now we ask in the first meeting.',
  'Silence is a question too.',
  'Bring the problem before you bring the plan for it.',
];

/** Everything there may be on slides; with nothing shared, three questions instead. */
function facts(size: Size): PackFacts {
  const { startsAt, place, zone: own } = occurring(size);
  const two = (n: number) => [n, n + 1].map((at) => ({ name: name(size, at), function: department(size, at) }));
  const insights = times(bySize(size, { usual: 4, longest: 150, shortest: 0 }), (n) => ({
    text: size === 'longest' ? written(size, 300) : (INSIGHTS[n] ?? ''),
    ...(n % 2 === 0 && { names: two(n).map((each) => each.name) }),
  }));
  const groups = times(bySize(size, { usual: 4, longest: 150, shortest: 1 }), (n) => two(2 * n));
  return {
    ...{ programme: programme(size).name, number: size === 'longest' ? 20 : 1, zone: own, startsAt, place },
    ...{ insights, most: MOST_ON_SLIDES, map: { programme: programme(size).name, round: 1, ...bridges(size) } },
    ...(size === 'shortest' ? { later: true } : { later: false, pairs: { announcing: 'names' as const, groups } }),
    hidden: new Set(),
  };
}

/** The first slide of that name, where there is one in this size; else the first of all. */
const slide =
  (...wanted: string[]): Sample['draw'] =>
  (content, size) => {
    const made = facts(size);
    const slides = slidesOf(content, made);
    const page = Math.max(
      0,
      slides.findIndex((each) => wanted.includes(each.name)),
    );
    const shown = slides[page];
    if (!shown) throw new Error('there is no slide');
    return picture(content, made, { slide: shown, page: page + 1, pages: slides.length });
  };

function picture(
  content: Content,
  { map }: PackFacts,
  { slide: shown, page, pages }: { slide: ReturnType<typeof slidesOf>[number]; page: number; pages: number },
): Drawn {
  const alt = tellSlide(shown, ALT_MOST, tellBridgeMap(content, map, ALT_MOST));
  const svg = drawSlide(shown, { page, pages });
  return { surface: 'file', text: alt, file: { name: `${String(page).padStart(2, '0')}-${shown.name}.png`, alt, svg } };
}

const PACK = 'src/features/gathering/together/pack';

export const slideSamples: readonly Sample[] = [
  ...samplesOf(`${PACK}/slides.ts`, {
    'gathering.slide.welcome': ['The slide that welcomes', slide('welcome')],
    'gathering.slide.times': ['The slide with the times', slide('times')],
    'gathering.slide.read': ['The slide before the reading', slide('read', 'think')],
    'gathering.slide.insights': ['A slide with insights, or with questions', slide('insights', 'questions')],
    'gathering.slide.talk': ['The slide for the first talk', slide('talk')],
    'gathering.slide.join': ['The slide for the second talk', slide('join')],
    'gathering.slide.map': ['The slide with the bridge map', slide('bridge-map')],
    'gathering.slide.close': ['The slide that closes', slide('close')],
    'gathering.slide.pairs': ['The slide with the new pairs', slide('pairs')],
  }),
  ...samplesOf(`${PACK}/text-file.ts`, {
    'gathering.text': ['The text beside the slides', (content, size) => asFile('gathering-round-1.md', packText(content, facts(size)))],
  }),
];
