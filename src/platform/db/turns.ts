// A queue for something of which there is only one.

export interface Turns {
  /** Resolves when it is the caller's turn. */
  take: () => Promise<void>;
  /** Ends the turn; whoever takes one must give it back. */
  give: () => void;
}

/** One at a time, in the order of asking. */
export function turns(): Turns {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    take: () => {
      if (taken) return new Promise((resolve) => waiting.push(resolve));
      taken = true;
      return Promise.resolve();
    },
    give: () => {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
}
