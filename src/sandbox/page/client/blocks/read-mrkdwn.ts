// Reads Slack's mrkdwn into boxes: lines, quotes over several lines, preformatted text. Lists are lines with a sign before them, as in Slack. Pure.
import type { Box, Piece } from './pieces.ts';
import { inlineIn, letters } from './read-inline.ts';

export interface MrkdwnOptions {
  /** Nothing is linked but what is written between < and >. */
  verbatim?: boolean;
}

/** The boxes of a text. What is no markup stays text, to the letter. */
export function readMrkdwn(text: string, { verbatim = false }: MrkdwnOptions = {}): Box[] {
  return text.split(/```([\s\S]+?)```/).flatMap((part, index): Box[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: letters(part.replace(/^\n|\n$/g, '')) }];
    const trimmed = part.replace(index > 0 ? /^\n/ : /^$/, '').replace(/\n$/, '');
    return trimmed === '' ? [] : paragraphs(trimmed, !verbatim);
  });
}

/** The text as one run of pieces, where there is room for nothing else. */
export function readMrkdwnInline(text: string, { verbatim = false }: MrkdwnOptions = {}): Piece[] {
  return inlineIn(text.replaceAll('```', '`'), { linked: !verbatim });
}

const QUOTED = /^(?:&gt;|>)(?: ?)/;
const ALL_QUOTED = /^(?:&gt;|>){3}(?: ?)/;

function paragraphs(text: string, linked: boolean): Box[] {
  const boxes: Box[] = [];
  const lines = text.split('\n');
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] ?? '';
    const [sign, end] = ALL_QUOTED.test(first) ? [ALL_QUOTED, lines.length] : [QUOTED, endOfRun(lines, at)];
    const run = lines.slice(at, end);
    boxes.push(sign.test(first) ? quote(run, sign, linked) : linesBox(run, linked));
    at = end;
  }
  return boxes;
}

/** Where the lines that are quoted, or not quoted, as the one at `at` end. */
function endOfRun(lines: readonly string[], at: number): number {
  const quoted = QUOTED.test(lines[at] ?? '');
  let end = at + 1;
  while (end < lines.length && QUOTED.test(lines[end] ?? '') === quoted && !ALL_QUOTED.test(lines[end] ?? '')) end += 1;
  return end;
}

function quote(lines: readonly string[], sign: RegExp, linked: boolean): Box {
  return {
    kind: 'quote',
    boxes: [
      linesBox(
        lines.map((line) => line.replace(sign, '')),
        linked,
      ),
    ],
  };
}

function linesBox(lines: readonly string[], linked: boolean): Box {
  return { kind: 'lines', pieces: inlineIn(lines.join('\n'), { linked }) };
}
