// What a report repeats of the pulses, in words: as it was published when they closed, always beside how many replied. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sayingWords, sideOf } from '../reviewing/result-view.ts';
import { isPart, type Saying } from '../reviewing/thresholds.ts';
import { type Figures, type Moment, PULSES, type Pulse, SHOWN } from './figures.ts';
import { reachOf } from './reach.ts';
import type { Part, Readers, Row } from './row.ts';

type Answered = Pick<Part, 'rows' | 'notes'>;

/** What of the pulses answers each of three questions. */
export function sayPulses(
  content: Content,
  { moment, figures }: { moment: Moment; figures: Pick<Figures, 'pulses'> },
  to: Readers,
): Record<'value' | 'change' | 'joined', Answered> {
  const answered = (begins: string) => {
    const asked = PULSES[moment].filter((report) => SHOWN[report].some((item) => item.startsWith(begins)));
    return answerOf(content, { asked, begins, figures }, to);
  };
  const [value, change, joined] = [answered('re.'), bothOf(answered('cap.'), answered('ch.')), answered('br.')];
  const self = change.rows.length > 0 ? [content.plain('sp.self')] : [];
  return { value, change: { ...change, notes: [...change.notes, ...self] }, joined };
}

interface Asked {
  asked: readonly Pulse['report'][];
  begins: string;
  figures: Pick<Figures, 'pulses'>;
}

function answerOf(content: Content, { asked, begins, figures }: Asked, to: Readers): Answered {
  const held = asked.flatMap((report) => figures.pulses.find((each) => each.report === report) ?? []);
  const rows = held.flatMap((pulse) => rowsOf(content, pulse, begins, to));
  const order = [...new Set(rows.map(({ measure }) => measure))];
  return {
    rows: order.flatMap((measure) => rows.filter((row) => row.measure === measure)),
    notes: [
      ...held.flatMap((pulse) => notesOf(content, pulse, begins === 'br.' ? 'sponsors' : to)),
      ...asked.flatMap((report) => passedOver(content, report, held)),
    ],
  };
}

function rowsOf(content: Content, { report, statements }: Pulse, begins: string, to: Readers): Row[] {
  return statements
    .filter(({ item }) => item.startsWith(begins))
    .map(({ item, side, at, saying }) => ({
      measure: content.plain(item),
      when: content.plain(`measuring.when.${at ?? report}`),
      ...said(content, { item, side, saying }),
      ...(to === 'organisers' && item === 're.2' && { aim: content.plain('measuring.aim.more') }),
    }));
}

function said(
  content: Content,
  { item, side, saying }: { item: string; side: string; saying: Saying | undefined },
): Pick<Row, 'figure' | 'of' | 'bar'> {
  if (!saying) return { figure: content.plain('sp.none') };
  const of = { side: sideOf(content, item, side), figure: sayingWords(content, saying) };
  return { figure: content.plain('measuring.sides', { side: of.side, saying: of.figure }), of, bar: reachOf(saying) };
}

/** The reply line is always shown; where too few replied, why nothing else is. */
function notesOf(content: Content, { report, replied, asked, statements }: Pulse, to: Readers): string[] {
  const line = [
    content.plain('sp.reply', { x: replied, y: asked }),
    ...(statements.length > 0 && isPart(replied, asked) ? [content.plain('sp.part')] : []),
    ...(statements.length === 0 ? [content.plain('sp.none')] : []),
    ...(to === 'organisers' && report !== 'then-and-now' ? [content.plain('measuring.aim.replies')] : []),
  ].join(' ');
  return [content.plain('measuring.reply', { when: content.plain(`measuring.when.${report}`), line })];
}

function passedOver(content: Content, report: Pulse['report'], held: readonly Pulse[]): string[] {
  const isMissing = (report === 'half' || report === 'closing') && !held.some((each) => each.report === report);
  return isMissing ? [content.plain(`measuring.passed-over.${report}`)] : [];
}

function bothOf(one: Answered, other: Answered): Answered {
  return { rows: [...one.rows, ...other.rows], notes: [...new Set([...other.notes, ...one.notes])] };
}
