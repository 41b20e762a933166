// One line of a roster, made of its cells. Pure.
import { emailCell, textCell, zoneCell } from './roster-cells.ts';
import type { Column } from './roster-columns.ts';
import type { RosterFault } from './roster-faults.ts';

export interface RosterRow {
  /** In lower case. */
  email: string;
  name: string;
  /** Empty only where something else tells it: Slack's own fields, or what stands already. */
  function: string;
  level: string;
  managerEmail: string | null;
  /** IANA name. */
  timeZone: string | null;
}

export interface ReadRow {
  line: number;
  row: RosterRow;
  faults: RosterFault[];
}

/** One line of the list. */
export interface RowCells {
  line: number;
  /** The cell as it stands; empty where there is no such column. */
  raw: (column: Column) => string;
  has: (column: Column) => boolean;
  /** Whether the line comes from an export, which may leave out what nobody has said. */
  exported: boolean;
}

/** Reads one line, cell by cell. `functionElsewhere`: an empty function is told by Slack. */
export function readRow({ line, raw, has, exported }: RowCells, functionElsewhere: boolean): ReadRow {
  const cells = {
    email: emailCell(raw('email'), 'email'),
    name: textCell(raw('name'), 'name'),
    function: textCell(raw('function'), 'function'),
    level: textCell(raw('level'), 'level'),
    manager_email: emailCell(raw('manager_email'), 'manager_email'),
    time_zone: zoneCell(raw('time_zone')),
  };
  const faults = (Object.keys(cells) as Column[]).filter(has).flatMap((column) => cells[column].faults);
  if (has('name') && cells.name.text === '') faults.push({ column: 'name', id: 'joining.csv.name', blanks: {} });
  if (has('function') && cells.function.text === '' && !functionElsewhere && !exported)
    faults.push({ column: 'function', id: 'joining.csv.function', blanks: {} });
  const row = {
    email: cells.email.text,
    name: cells.name.text,
    function: cells.function.text,
    level: cells.level.text,
    managerEmail: cells.manager_email.text || null,
    timeZone: cells.time_zone.text || null,
  };
  return { line, row, faults: faults.map((fault) => ({ ...fault, line })) };
}
