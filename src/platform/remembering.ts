// Remembers what a pure question was answered, for questions that are asked again and again and take their time. Only for answers that never
// change: nothing that is read from anywhere.

/** Answers from memory what has been answered under this key; forgets everything when `most` answers are kept. */
export function remembering<T>(most: number): (key: string, answer: () => T) => T {
  const known = new Map<string, T>();
  return (key, answer) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = answer();
    known.set(key, found);
    return found;
  };
}
