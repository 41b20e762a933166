// What is on its way between an app and the small Slack on a port, so that whoever moves the clock can wait for the end of it instead of for some time.

export interface Traffic {
  /** Counts this until it is over; gives it back. */
  follow: <Work extends Promise<unknown>>(work: Work) => Work;
  /** Waits until nothing is on its way; true when anything was since this was last asked. */
  stilled: () => Promise<boolean>;
}

/** How many turns of the event loop must bring nothing new: what has been answered may go on to ask. */
const TURNS = 2;

export function openTraffic(): Traffic {
  const underWay = new Set<Promise<unknown>>();
  let moved = false;
  return {
    follow: (work) => {
      const over = () => void underWay.delete(work);
      underWay.add(work);
      moved = true;
      work.then(over, over);
      return work;
    },
    stilled: async () => {
      for (let still = 0; still < TURNS; still += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (underWay.size === 0) continue;
        still = -1;
        await Promise.allSettled(underWay);
      }
      const hasMoved = moved;
      moved = false;
      return hasMoved;
    },
  };
}
