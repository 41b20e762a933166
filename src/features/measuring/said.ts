// A report in words, once for everything that shows it: the form, the file and the picture say the same. Aims and the ledger are for organisers alone;
// no function, no person and no text of anybody is in it. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sayingWords } from '../reviewing/result-view.ts';
import type { Saying } from '../reviewing/thresholds.ts';
import type { Evenness, Figures, Moment } from './figures.ts';
import { coverageOf } from './plan.ts';
import { reachOf } from './reach.ts';
import type { Part, Readers, Row } from './row.ts';
import { sayPulses } from './said-pulses.ts';
import { sayShare } from './said-share.ts';
import { feedbackSaid, spreadRows } from './said-spread.ts';

export interface Shown {
  programme: string;
  number: number;
  moment: Moment;
  /** The day on which it was published, in words. */
  date: string;
  figures: Figures;
}

/** The five plain things, and for organisers how fairly it is shared. */
export function sayReport(content: Content, { moment, figures }: Pick<Shown, 'moment' | 'figures'>, to: Readers): Part[] {
  const aim = (id: string) => (to === 'organisers' ? { aim: content.plain(id) } : {});
  const pulses = sayPulses(content, { moment, figures }, to);
  const forums = feedbackSaid(content, figures);
  return [
    { question: content.plain('measuring.q.part'), rows: partRows(content, figures, aim), notes: [] },
    { question: content.plain('measuring.q.meet'), rows: meetRows(content, figures, aim), notes: [] },
    {
      question: content.plain('measuring.q.value'),
      rows: [...pulses.value.rows, ...forums.rows],
      notes: [...pulses.value.notes, ...forums.notes],
    },
    {
      question: content.plain('measuring.q.change'),
      rows: [...pulses.change.rows, followed(content, moment, figures)],
      notes: pulses.change.notes,
    },
    {
      question: content.plain('measuring.q.joined'),
      rows: [...joinedRows(content, { moment, figures }, aim), ...spreadRows(content, figures), ...pulses.joined.rows],
      notes: pulses.joined.notes,
    },
    ...(to === 'organisers' ? [{ question: content.plain('measuring.q.fair'), rows: fairRows(content, figures.fairness), notes: [] }] : []),
  ];
}

type Aim = (id: string) => { aim?: string };

function partRows(content: Content, { people, formed, firstMeetings }: Figures, aim: Aim): Row[] {
  const counts = { ...people, ...formed };
  const known = (Object.keys(counts) as (keyof typeof counts)[]).filter((each) => counts[each] > 0 || ALWAYS.has(each));
  const rows = known.map((each) => ({ measure: content.plain(`measuring.${each}`), figure: String(counts[each]) }));
  const first = sayingRow(content, 'measuring.first', firstMeetings, 'measuring.small');
  return [...rows, { ...first, how: content.plain('measuring.how.first'), ...aim('measuring.aim.first') }];
}

/** Invitations and trios are not spoken of where there are none. */
const ALWAYS: ReadonlySet<string> = new Set(['joined', 'active', 'paused', 'left', 'pairs']);

function meetRows(content: Content, { met }: Figures, aim: Aim): Row[] {
  const measure = content.plain('measuring.met');
  if (!met) return [{ measure, figure: content.plain('measuring.small'), ...aim('measuring.aim.met') }];
  const { share, hours } = met;
  const how = content.plain('bands' in share ? 'measuring.how.met.few' : 'measuring.how.met');
  const row = { measure, figure: sayShare(content, share), how, bar: reachOf(share), ...aim('measuring.aim.met') };
  if (!hours) return [row];
  const { least: x, most: y } = hours;
  const time = x === y ? content.plain('measuring.time.about', { x }) : content.plain('measuring.time.between', { x, y });
  return [row, { measure: content.plain('measuring.hours'), figure: time, how: content.plain('measuring.how.hours') }];
}

function followed(content: Content, moment: Moment, { followedUp }: Figures): Row {
  const row = sayingRow(content, 'measuring.followed', followedUp, 'measuring.few');
  return { ...row, how: content.plain(`measuring.how.followed.${moment}`) };
}

function joinedRows(content: Content, { moment, figures }: Pick<Shown, 'moment' | 'figures'>, aim: Aim): Row[] {
  const { joined, of } = coverageOf(figures.map);
  const sure = of === 0 ? 0 : Math.round((100 * joined) / of);
  const measure = content.plain('measuring.bridges');
  const figure = content.plain('measuring.of', { x: joined, y: of });
  const bridges = { measure, figure, how: content.plain('measuring.how.bridges'), bar: { sure, most: sure } };
  const { goOn } = figures;
  const next = sayingRow(content, goOn?.drawn ? 'measuring.goon.drawn' : 'measuring.goon.signed-up', goOn?.saying, 'measuring.few');
  const goingOn = { ...next, how: content.plain('measuring.how.goon'), ...aim('measuring.aim.goon') };
  return [...(of > 0 ? [bridges] : []), ...(moment === 'end' ? [goingOn] : [])];
}

function fairRows(content: Content, { trios, compromises, welcomes }: Figures['fairness']): Row[] {
  return [
    { measure: content.plain('measuring.trio-duty'), figure: sayEven(content, trios) },
    { measure: content.plain('measuring.compromises'), figure: sayEven(content, compromises) },
    { measure: content.plain('measuring.welcomes'), figure: String(welcomes) },
  ];
}

function sayEven(content: Content, { sum: x, people: y, least, most }: Evenness): string {
  if (x === 0) return content.plain('measuring.even.none');
  if (least === most) return content.plain('measuring.even.each', { x, y, least });
  return content.plain('measuring.even.between', { x, y, least, most });
}

function sayingRow(content: Content, id: string, saying: Saying | undefined, none: string): Row {
  const measure = content.plain(id);
  return saying ? { measure, figure: sayingWords(content, saying), bar: reachOf(saying) } : { measure, figure: content.plain(none) };
}
