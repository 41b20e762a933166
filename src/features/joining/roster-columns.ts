// The heading of a roster: which column stands where. Unknown columns are named, not passed over: what somebody took the trouble to write down
// must not vanish. Pure.
import type { RosterFault } from './roster-faults.ts';

export const COLUMNS = ['email', 'name', 'function', 'level', 'manager_email', 'time_zone'] as const;
export type Column = (typeof COLUMNS)[number];

const NEEDED: readonly Column[] = ['email', 'name', 'function'];
/** What an export adds for reading, and an import leaves alone. */
const PASSED_OVER = 'standing';

export interface Heading {
  columns: ReadonlyMap<Column, number>;
  width: number;
}

export function columnsOf(values: readonly string[], line: number): { ok: true; heading: Heading } | { ok: false; faults: RosterFault[] } {
  const names = values.map((value) => value.toLowerCase().replace(/[\s-]+/g, '_'));
  const faults = names.flatMap((name, at): RosterFault[] => {
    if (name === PASSED_OVER || name === '') return [];
    if (!isColumn(name))
      return [{ line, column: values[at] ?? '', id: 'joining.csv.column.unknown', blanks: { columns: COLUMNS.join(', ') } }];
    return names.indexOf(name) < at ? [{ line, column: name, id: 'joining.csv.column.twice', blanks: {} }] : [];
  });
  const missing = NEEDED.filter((name) => !names.includes(name));
  faults.push(...missing.map((column) => ({ line, column, id: 'joining.csv.column.missing', blanks: { columns: COLUMNS.join(',') } })));
  if (faults.length > 0) return { ok: false, faults };
  const columns = new Map(COLUMNS.flatMap((name) => (names.includes(name) ? [[name, names.indexOf(name)] as const] : [])));
  return { ok: true, heading: { columns, width: values.length } };
}

function isColumn(name: string): name is Column {
  return (COLUMNS as readonly string[]).includes(name);
}
