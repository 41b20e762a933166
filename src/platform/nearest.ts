// Which word somebody may have meant. Pure.

/** The word that takes the fewest changed, added, left out or swapped letters. */
export function nearest(typed: string, words: readonly string[]): string {
  const ranked = words.map((word) => ({ word, far: distance(typed.toLowerCase(), word) })).sort((a, b) => a.far - b.far);
  return ranked[0]?.word ?? '';
}

/** How many letters have to be changed, added, left out or swapped to make `b` of `a`. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
