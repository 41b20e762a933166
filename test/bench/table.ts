// Tables of measurements: rows with values side by side, and for each goal whether it is met.

export interface Value {
  shown: string;
  note?: string;
  goal?: string;
  met?: boolean;
}

export interface Line {
  name: string;
  values: readonly Value[];
  /** Answers that were wrong; a table with one of them misses its goal, whatever its figures. */
  faults?: readonly string[];
}

/** A value that is held against a goal. */
export function judged(shown: string, met: boolean, goal: string): Value {
  return { shown, goal, met };
}

/** Prints it; true when every goal is met and nothing was wrong. */
export function printTable(title: string, columns: readonly string[], lines: readonly Line[]): boolean {
  if (lines.length === 0) return true;
  const rows = [['', ...columns], ...lines.map(({ name, values }) => [name, ...values.map(told)])];
  const widths = ['', ...columns].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const faults = lines.flatMap(({ name, faults: own = [] }) => own.map((fault) => `  WRONG: ${name}: ${fault}`));
  const shown = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  process.stdout.write(`${[title, ...shown, ...faults].join('\n')}\n\n`);
  return faults.length === 0 && lines.every(({ values }) => values.every(({ goal, met }) => goal === undefined || met === true));
}

function told({ shown, note, goal, met }: Value): string {
  const verdict = goal === undefined ? '' : ` goal ${goal}: ${met ? 'met' : 'MISSED'}`;
  return `${shown}${note === undefined ? '' : ` ${note}`}${verdict}`;
}
