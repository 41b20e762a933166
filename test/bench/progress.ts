// How measurements speak: progress on standard error, one plain table on standard output, and how they wait.
import { setTimeout as pause } from 'node:timers/promises';

/** One line of progress. */
export function tell(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

/** Wrong use: says how, and ends with 2. */
export function giveUp(usage: string): void {
  process.stderr.write(`Usage: ${usage}\n`);
  process.exit(2);
}

/** A figure, its value, and its goal where there is one. */
export interface Figure {
  name: string;
  value: string;
  goal?: string;
  met?: boolean;
}

/** Prints the figures; true when every goal is met. */
export function print(title: string, figures: readonly Figure[]): boolean {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const wide = Math.max(0, ...figures.filter(({ goal }) => goal !== undefined).map(({ value }) => value.length));
  const lines = figures.map(({ name, value, goal, met }) =>
    `  ${name.padEnd(width)}  ${value.padEnd(wide)}  ${goal ? `goal ${goal}: ${met ? 'met' : 'MISSED'}` : ''}`.trimEnd(),
  );
  process.stdout.write(`${[title, ...lines].join('\n')}\n`);
  return figures.every(({ goal, met }) => goal === undefined || met === true);
}

/** The value below which this share of the values lies; the values need no order. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Waits until `check` is true, asking every `everyMs`. Throws when `withinSeconds` have passed. */
export async function until(what: string, check: () => boolean, { withinSeconds = 60, everyMs = 5 } = {}): Promise<void> {
  const last = performance.now() + withinSeconds * 1000;
  while (!check()) {
    if (performance.now() > last) throw new Error(`After ${withinSeconds} s it has still not happened: ${what}.`);
    await pause(everyMs);
  }
}
