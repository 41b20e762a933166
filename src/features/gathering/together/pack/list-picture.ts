// Names in two columns, as large as they can be; and how many of them one slide holds.
import { HIGH, heightOf, INK, largest, ROOM, SMALLEST, setText, WIDE } from './page.ts';

const LIST_SIZES = [64, 56, 50, 44, SMALLEST];
const COLUMN = 800;
const BETWEEN = WIDE - 2 * COLUMN;

export function drawList(entries: readonly string[]): string[] {
  const highest = (each: number) => Math.max(...entries.map((entry) => entryHigh(entry, each)));
  const size = largest(LIST_SIZES, (each) => highest(each) <= HIGH && columnsOf(entries, each).length <= 2);
  return columnsOf(entries, size).flatMap((column, at) => {
    let top: number = ROOM.top;
    return column.flatMap((entry) => {
      const begins = top;
      top += entryHigh(entry, size);
      return setText(entry, { size, ink: INK, x: ROOM.left + at * (COLUMN + BETWEEN), width: COLUMN, top: begins });
    });
  });
}

/** Entries in lots of as many as one slide holds. */
export function inLists(entries: readonly string[]): string[][] {
  const columns = columnsOf(entries, SMALLEST);
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, at) => columns.slice(2 * at, 2 * at + 2).flat());
}

function columnsOf(entries: readonly string[], size: number): string[][] {
  const columns: string[][] = [];
  let room = 0;
  for (const entry of entries) {
    const high = entryHigh(entry, size);
    if (columns.length === 0 || high > room) {
      columns.push([]);
      room = HIGH;
    }
    columns.at(-1)?.push(entry);
    room -= high;
  }
  return columns;
}

function entryHigh(entry: string, size: number): number {
  return heightOf(entry, { size, width: COLUMN }) + size * 0.5;
}
