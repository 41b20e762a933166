// The lines of a day as they are read: what one person does in one go is one row. Pure.
import type { Scene } from '../scene.ts';
import { nameOf } from '../workspace/labels.ts';
import type { TimelineLine } from './ask.ts';
import { inARow } from './words.ts';

export interface Row {
  /** The line it leads to: the first of them that stands anywhere. */
  line: TimelineLine;
  /** `Mei Tanaka`, or `To Jonas Lind`. */
  who: string;
  /** `pressed “We met” and “Write it”, filled in “One small thing”`, or what was said. */
  what: string;
}

export function rowsOf(lines: readonly TimelineLine[], scene: Scene): Row[] {
  const together: TimelineLine[][] = [];
  for (const line of lines) {
    const last = together.at(-1);
    if (last && goesOn(last[0] as TimelineLine, line)) last.push(line);
    else together.push([line]);
  }
  return together.map((each) => rowOf(each, scene));
}

/** Within a minute, by the same person, and nothing that is worth a row of its own. */
function goesOn(first: TimelineLine, next: TimelineLine): boolean {
  const isDeed = first.by !== undefined && first.kind !== 'wrote' && next.kind !== 'wrote';
  return isDeed && next.by === first.by && Date.parse(next.at) - Date.parse(first.at) < 60_000;
}

function rowOf(lines: readonly TimelineLine[], scene: Scene): Row {
  const [first] = lines as [TimelineLine];
  const line = lines.find(({ place }) => place !== undefined) ?? first;
  if (first.by === undefined) return { line, who: addressees(first, scene), what: first.text || 'a file' };
  const what = first.kind === 'wrote' ? `wrote: ${first.text}` : phrase(lines);
  return { line, who: nameOf(first.by, scene), what };
}

function addressees({ people, place }: TimelineLine, scene: Scene): string {
  if (place?.surface === 'channel') return 'To the channel';
  return `To ${inARow(people.map((id) => nameOf(id, scene)))}`;
}

/** What is not said as it is called. */
const DONE: Readonly<Record<string, string>> = { sent: 'filled in' };

/** Each kind of deed once, with all that it was done to. */
function phrase(lines: readonly TimelineLine[]): string {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const said = (kind: string) => inARow(lines.filter((line) => line.kind === kind).map(({ text }) => `“${text}”`));
  return kinds.map((kind) => `${DONE[kind] ?? kind} ${said(kind)}`).join(', ');
}
