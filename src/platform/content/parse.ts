// Turns one Markdown file of words into entries, and says in an editor's words where that is not possible. Pure: no file is opened here.

/** One text with its id and the place where an editor finds it. */
export interface Entry {
  id: string;
  file: string;
  line: number;
  text: string;
  buttons: string[];
}

/** Something an editor has to put right: where, which entry (if one is meant), what is wrong and what would be right. */
export interface Fault {
  file: string;
  line?: number;
  id?: string;
  what: string;
}

const idPattern = /^[a-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/;
const buttonLine = /^\[[^[\]]+\](\s*\[[^[\]]+\])*$/;

/** Reads the entries of `file`. What stands before the first `## id` is a note for editors and is passed over. */
export function parse(file: string, source: string): { entries: Entry[]; faults: Fault[] } {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const starts = lines.flatMap((line, at) => (/^##(?!#)/.test(line) ? [at] : []));
  if (starts.length === 0)
    return { entries: [], faults: [{ file, what: 'no entry was found: an entry begins with a line such as "## m.welcome"' }] };
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  starts.forEach((start, n) => {
    const id = lines[start]?.replace(/^##/, '').trim() ?? '';
    const body = lines.slice(start + 1, starts[n + 1]);
    const entry = { id, file, line: start + 1, ...splitButtons(body) };
    faults.push(...headingFaults(entry, body));
    if (idPattern.test(id)) entries.push(entry);
  });
  return { entries, faults };
}

function headingFaults({ id, file, line }: Entry, body: string[]): Fault[] {
  const faults: Fault[] = [];
  if (!idPattern.test(id))
    faults.push({ file, line, what: `"${id}" is not an id: after ## stands one word with a dot in it, such as m.welcome` });
  body.forEach((text, n) => {
    if (/^#{1,6}\s/.test(text))
      faults.push({ file, line: line + n + 1, id, what: 'a heading stands inside the text: only "## " and an id may begin a new entry' });
  });
  return faults;
}

/** The last line of an entry may hold its buttons, each in square brackets. */
function splitButtons(body: string[]): { text: string; buttons: string[] } {
  const text = body
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  const at = text.lastIndexOf('\n');
  const last = text.slice(at + 1).trim();
  if (!buttonLine.test(last)) return { text, buttons: [] };
  const buttons = [...last.matchAll(/\[([^[\]]+)\]/g)].map((match) => (match[1] ?? '').trim());
  return { text: text.slice(0, at + 1).trim(), buttons };
}
