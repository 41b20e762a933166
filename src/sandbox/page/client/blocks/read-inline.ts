// Reads the marks within mrkdwn: bold, italic, strike, code, references, emoji, and the addresses that Slack links by itself. Pure, and in time that
// does not run away, whatever somebody writes: marks nest at most once each, and each looks for its end on its own line only.
import { type Mark, namedEmoji, type Piece, plainPieces, safeUrl, unescaped } from './pieces.ts';
import { referenceIn } from './read-reference.ts';

const MARKS: Readonly<Record<string, Mark>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;

export interface Reading {
  /** Whether addresses are links, and @here speaks to all, without being written between < and >. */
  linked: boolean;
}

/** One stretch of text that is being read. */
interface Run extends Reading {
  text: string;
  /** The marks that this stands in: none means anything a second time. */
  open: string;
  /** For each mark, up to where it is known not to end: it need not be looked for again. */
  endless: Map<string, number>;
}

/** The pieces of a text that may go over several lines. */
export function inlineIn(text: string, reading: Reading): Piece[] {
  return piecesIn({ ...reading, text, open: '', endless: new Map() });
}

function piecesIn(run: Run): Piece[] {
  const { text } = run;
  const pieces: Piece[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const found = specialAt(run, at);
    if (found) {
      pieces.push(...bare(text.slice(from, at)), found.piece);
      from = found.end;
    }
    at = found?.end ?? at + 1;
  }
  return [...pieces, ...bare(text.slice(from))];
}

interface Found {
  piece: Piece;
  end: number;
}

function specialAt(run: Run, at: number): Found | undefined {
  const { text } = run;
  const letter = text[at] ?? '';
  if (letter === '<') return referenceAt(text, at);
  if (letter === '`') return codeAt(text, at);
  if (letter === ':') return emojiAt(text, at);
  if (run.linked && (letter === 'h' || letter === '@')) return linkedAt(text, at);
  return MARKS[letter] && !run.open.includes(letter) ? markAt(run, at) : undefined;
}

function referenceAt(text: string, at: number): Found | undefined {
  const inside = /<([^<>\n]+)>/y;
  inside.lastIndex = at;
  const found = inside.exec(text);
  return found ? { piece: referenceIn(found[1] ?? ''), end: inside.lastIndex } : undefined;
}

function codeAt(text: string, at: number): Found | undefined {
  const end = endOnLine(text, '`', at + 1);
  return end > at + 1 ? { piece: { kind: 'code', text: letters(text.slice(at + 1, end)) }, end: end + 1 } : undefined;
}

/** Code shows what is written; an address in it is shown, not linked. */
export function letters(code: string): string {
  const shown = code.replace(/<((?:https?:|mailto:)[^<>|\n]+)(?:\|([^<>\n]+))?>/g, (_, url: string, label?: string) => label ?? url);
  return unescaped(shown);
}

function emojiAt(text: string, at: number): Found | undefined {
  const name = /:[a-z0-9_+-]{1,40}:/y;
  name.lastIndex = at;
  const piece = namedEmoji(name.exec(text)?.[0] ?? '');
  return piece ? { piece, end: name.lastIndex } : undefined;
}

function linkedAt(text: string, at: number): Found | undefined {
  if (WORD.test(text[at - 1] ?? '')) return undefined;
  const form = /https?:\/\/[^\s<>|*`]{1,2000}|@(?:here|channel|everyone)(?![\p{L}\p{N}])/uy;
  form.lastIndex = at;
  const written = (form.exec(text)?.[0] ?? '').replace(/[.,;:!?)\]'"]+$/, '');
  if (written.startsWith('@')) return { piece: { kind: 'group', label: written }, end: at + written.length };
  const url = safeUrl(unescaped(written));
  return url ? { piece: { kind: 'link', url, pieces: [{ kind: 'text', text: url }] }, end: at + written.length } : undefined;
}

/** A mark stands before a word and not within one: `snake_case_name` and `2 * 3 * 4` are left alone. */
function markAt(run: Run, at: number): Found | undefined {
  const { text, open, endless } = run;
  const mark = text[at] ?? '';
  const next = text[at + 1] ?? ' ';
  if (/\s/.test(next) || next === mark || WORD.test(text[at - 1] ?? '') || at < (endless.get(mark) ?? 0)) return undefined;
  const end = closing(text, mark, at + 1);
  if (end === undefined) {
    endless.set(mark, endOfLine(text, at));
    return undefined;
  }
  const pieces = piecesIn({ ...run, text: text.slice(at + 1, end), open: open + mark, endless: new Map() });
  return { piece: { kind: 'marked', mark: MARKS[mark] ?? 'bold', pieces }, end: end + 1 };
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function closing(text: string, mark: string, from: number): number | undefined {
  for (let end = endOnLine(text, mark, from); end > 0; end = endOnLine(text, mark, end + 1)) {
    const before = text[end - 1] ?? ' ';
    if (!/\s/.test(before) && before !== mark && !WORD.test(text[end + 1] ?? '')) return end;
  }
  return undefined;
}

/** Where `mark` comes next on this line, outside references and code; -1 where it does not. */
function endOnLine(text: string, mark: string, from: number): number {
  let hidden = '';
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    const letter = text[at] ?? '';
    if (hidden === '' && letter === mark) return at;
    if (hidden === letter) hidden = '';
    else if (hidden === '' && letter === '<' && closes(text, '>', at)) hidden = '>';
    else if (hidden === '' && letter === '`' && closes(text, '`', at)) hidden = '`';
  }
  return -1;
}

function closes(text: string, sign: string, at: number): boolean {
  const end = text.indexOf(sign, at + 1);
  return end > 0 && end < endOfLine(text, at);
}

function bare(text: string): Piece[] {
  return plainPieces(unescaped(text), false);
}
