// What the small Slack still has to do at a later moment: retries of events, late arrivals. Who moves the clock also runs what has become due.

interface Item {
  at: number;
  run: () => Promise<void>;
}

export interface Agenda {
  items: Item[];
  /** Told about every new item, so that a real clock can set its alarm. */
  onChange?: () => void;
}

/** Puts `run` on the agenda for `at` (milliseconds); equal moments keep their order. */
export function later(agenda: Agenda, at: number, run: () => Promise<void>): void {
  const place = agenda.items.findIndex((item) => item.at > at);
  agenda.items.splice(place < 0 ? agenda.items.length : place, 0, { at, run });
  agenda.onChange?.();
}

/** When something is due next; `undefined` when nothing is. */
export function nextDue(agenda: Agenda): number | undefined {
  return agenda.items[0]?.at;
}

/** Runs everything that is due at `now`, in order; returns how many there were. */
export async function runDue(agenda: Agenda, now: number): Promise<number> {
  let count = 0;
  while (agenda.items[0] && agenda.items[0].at <= now) {
    const item = agenda.items.shift();
    count += 1;
    await item?.run();
  }
  return count;
}
