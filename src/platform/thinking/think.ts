// Asking a head that may take long. The rooms ask and wait; where the head thinks (here, or in a thread of its own) is for whoever puts the
// house together to say.

/** A pure head by its name: plain data in, plain data out, nothing else read or touched. */
export interface Head<Facts, Outcome> {
  name: string;
  think: (facts: Facts) => Outcome;
  /** Whether this is done before anybody would notice: then it is not worth a thread. */
  isQuick: (facts: Facts) => boolean;
}

/** Rejects with what the head threw, or where it could not be asked to the end. */
export type Think = <Facts, Outcome>(head: Head<Facts, Outcome>, facts: Facts) => Promise<Outcome>;

/** Heads think on the spot, and everything else waits: for clocks that somebody moves, where nobody else is there to wait. */
export const thinkHere: Think = async (head, facts) => head.think(facts);
