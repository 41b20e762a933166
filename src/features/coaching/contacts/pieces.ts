// When several people may all be reached: the stretches that lie in the windows of each of them, with the day it is for each. Pure.
import type { DayAndWeek, Window } from '../../joining/hours.ts';

/** A stretch of time that is one day for each of its readers; milliseconds, `closes` no longer belongs to it. */
export interface Piece {
  opens: number;
  closes: number;
  /** In the order of the readers. */
  days: readonly DayAndWeek[];
}

/** The stretches that are in the windows of everyone, in order. */
export function commonOf([first = [], ...others]: readonly (readonly Window[])[]): readonly Piece[] {
  let common = ofOne(first);
  for (const windows of others) common = overlap(common, windows);
  return common;
}

/** Whoever works alike has the same windows: they are cut once. */
function ofOne(windows: readonly Window[]): readonly Piece[] {
  const pieces = cut.get(windows) ?? windows.map(({ opens, closes, day, week }) => ({ opens, closes, days: [{ day, week }] }));
  cut.set(windows, pieces);
  return pieces;
}

const cut = new WeakMap<readonly Window[], readonly Piece[]>();

/** What is left of `pieces` from `from` on and before `to`. */
export function stillOpen(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces
    .filter(({ opens, closes }) => closes > from && opens < to)
    .map(({ opens, closes, days }) => ({ opens: Math.max(opens, from), closes: Math.min(closes, to), days }));
}

function overlap(pieces: readonly Piece[], windows: readonly Window[]): Piece[] {
  const common: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    while (at < windows.length && (windows[at] as Window).closes <= piece.opens) at += 1;
    for (let next = at; next < windows.length && (windows[next] as Window).opens < piece.closes; next += 1) {
      const { opens, closes, day, week } = windows[next] as Window;
      common.push({ opens: Math.max(opens, piece.opens), closes: Math.min(closes, piece.closes), days: [...piece.days, { day, week }] });
    }
  }
  return common;
}
