// Makes the text and the slides for a gathering and hands them to the organiser who asked, in their own conversation with the bot. On record is that they
// were taken, not what stands in them. Where Slack takes no files, the text is told.
import { Temporal } from 'temporal-polyfill';
import { record } from '../../../../platform/audit.ts';
import { dayOf, sayDay } from '../../../../platform/clock.ts';
import { fortnightsInRound } from '../../../../platform/content/elements.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { lacking } from '../../../../platform/pictures/font.ts';
import type { Upload } from '../../../../platform/slack/files.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { fortnightDays } from '../../../coaching/calendar.ts';
import { mayOrganise } from '../../../founding/rights.ts';
import { tellBridgeMap } from '../../../pairing/planning/bridges.ts';
import { type Occasion, occasionById } from '../occasion.ts';
import { slideDrawing } from './draw-slides.ts';
import { gatherPack } from './gather-pack.ts';
import type { PackFacts } from './pack-facts.ts';
import { tellSlide } from './slide.ts';
import { drawSlide } from './slide-picture.ts';
import { slidesOf } from './slides.ts';
import { packText } from './text-file.ts';

/** A description in Slack has a thousand characters. */
const ALT_MOST = 1000;

export type PackMade =
  | { ok: true; slides: number; insights: number }
  | { ok: false; because: 'not-organiser' | 'gone' }
  /** Slack did not take the files. */
  | { ok: false; because: 'not-taken'; text: string };

export async function makePack(tools: Tools, { id, by }: { id: string; by: string }): Promise<PackMade> {
  const occasion = await occasionById(tools, id);
  if (!occasion || occasion.gathering.calledOffAt !== null) return { ok: false, because: 'gone' };
  const { programme, round, gathering } = occasion;
  if (!(await mayOrganise(tools, programme, by))) return { ok: false, because: 'not-organiser' };
  const facts = await gatherPack(tools, occasion, by);
  const text = packText(tools.content, facts);
  const slides = await drawn(tools, facts);
  const deed = {
    programme: programme.id,
    actor: by,
    action: 'gathering-pack-taken',
    subject: gathering.id,
    detail: { number: round.number },
  };
  await transact(tools.db, (tx) => record(tools, tx, deed, tools.now()));
  const title = tools.content.plain('together.pack.text.title');
  const file = { name: `gathering-round-${round.number}.md`, title, bytes: new TextEncoder().encode(text) };
  const sent = await tools.slack.sendFiles(
    by,
    [file, ...slides],
    [comment(tools, facts, slides.length), ...early(tools, occasion, facts)].join('\n\n'),
  );
  return sent.ok ? { ok: true, slides: slides.length, insights: facts.insights.length } : { ok: false, because: 'not-taken', text };
}

function comment({ content }: Tools, { programme, startsAt, zone, pairs }: PackFacts, x: number): string {
  const blanks = { programme, date: sayDay(dayOf(startsAt, zone)), x };
  return pairs ? content.say('together.pack.comment.reveal', blanks) : content.say('together.pack.comment', blanks);
}

/** Before pairs have been asked what they share, a pack without any says nothing of them. */
function early({ content, now }: Tools, { calendar, programme }: Occasion, { insights }: PackFacts): string[] {
  const { first } = fortnightDays(calendar, fortnightsInRound);
  const isEarly = insights.length === 0 && Temporal.PlainDate.compare(dayOf(now(), programme.timeZone), first) < 0;
  return isEarly ? [content.say('together.pack.comment.early', { date: sayDay(first) })] : [];
}

/** Every slide as a picture with its words, in their order. */
async function drawn({ content, think }: Tools, facts: PackFacts): Promise<Upload[]> {
  const slides = slidesOf(content, facts);
  const map = tellBridgeMap(content, facts.map, ALT_MOST);
  const files: Upload[] = [];
  for (const [at, slide] of slides.entries()) {
    const svg = drawSlide(slide, { page: at + 1, pages: slides.length });
    const alt = tellSlide(slide, ALT_MOST, map);
    const name = `${String(at + 1).padStart(2, '0')}-${slide.name}.png`;
    const title = content.plain('together.pack.slide.title', { x: at + 1, y: slides.length, name: slide.title });
    files.push({ name, title, alt, bytes: await think(slideDrawing, { svg, others: lacking(tellSlide(slide, 1_000_000)).length > 0 }) });
  }
  return files;
}
