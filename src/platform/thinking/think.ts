// Asking a head that may take long. The rooms ask and wait; where the head thinks (here, or in a thread of its own) is for whoever puts the
// house together to say.

/** A pure head by its name: plain data in, plain data out, nothing else read or touched. */
export interface Head<Facts, Outcome> {
  name: string;
  think: (facts: Facts) => Outcome;
  /** A mind that keeps hold of what it thought about last. It finds the same as `think`, only sooner. */
  mind?: () => Mind<Facts, Outcome>;
  /** Whether this is done before anybody would notice: then it is not worth a thread. */
  isQuick: (facts: Facts) => boolean;
}

export interface Mind<Facts, Outcome> {
  think: (facts: Facts) => Outcome;
  /** What it gets ready for the next time; called when the outcome has been given back. */
  afterwards: () => void;
}

/** Rejects with what the head threw, or where it could not be asked to the end. */
export type Think = <Facts, Outcome>(head: Head<Facts, Outcome>, facts: Facts) => Promise<Outcome>;

/** Heads think on the spot, and everything else waits: for clocks that somebody moves, where nobody else is there to wait. */
export const thinkHere: Think = async (head, facts) => head.think(facts);
