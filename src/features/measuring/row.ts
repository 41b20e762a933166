// The rows of a report, as everything that shows one has them. Pure.
import type { Reach } from './reach.ts';

export const readers = ['organisers', 'sponsors'] as const;
export type Readers = (typeof readers)[number];

/** One measure. All of it is plain text. */
export interface Row {
  measure: string;
  /** Of which of two times it speaks. */
  when?: string;
  figure: string;
  /** Where a figure counts only some of the answers: which, and the figure without them, for where there is little room. */
  of?: { side: string; figure: string };
  aim?: string;
  /** How it is counted. */
  how?: string;
  /** In percent: what it is at least, and at most. */
  bar?: Reach;
}

export interface Part {
  question: string;
  rows: readonly Row[];
  /** Who replied, and what to bear in mind. */
  notes: readonly string[];
}
