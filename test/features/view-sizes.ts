// How large a view is beside Slack's limits: a line of a table for each, printed by the tests of limits.

export interface ViewSize {
  view: string;
  blocks: number;
  'longest text': number;
  characters: number;
}

/** Counts a message's, a modal's or a tab's blocks, and the characters of every text in them. */
export function sizeOf(view: string, blocks: readonly object[]): ViewSize {
  const texts = textsIn(blocks);
  return {
    view,
    blocks: blocks.length,
    'longest text': Math.max(0, ...texts.map((text) => text.length)),
    characters: JSON.stringify(blocks).length,
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'text' && typeof each === 'string' ? [each] : textsIn(each)));
}

/** Prints the table, the largest first. */
export function printSizes(sizes: readonly ViewSize[]): void {
  const width = Math.max(...sizes.map(({ view }) => view.length));
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, at) => (at === 0 ? String(cell).padEnd(width) : String(cell).padStart(12))).join('  ');
  const rows = [...sizes].sort((one, other) => other.characters - one.characters);
  const lines = rows.map((row) => line(row.view, row.blocks, row['longest text'], row.characters));
  process.stdout.write(`\n${[line('view', 'blocks', 'longest text', 'characters'), ...lines].join('\n')}\n`);
}
