// What colleagues are going to do, soonest first; what is planned for the same moment keeps its order.

export interface Planned {
  /** Milliseconds since 1970. */
  at: number;
  run: () => Promise<void>;
}

export interface Diary {
  add: (planned: Planned) => void;
  /** When somebody acts next; `undefined` when nobody will. */
  next: () => number | undefined;
  /** Takes out everything that is due at `now`, in order. */
  due: (now: number) => Planned[];
}

export function openDiary(): Diary {
  const days = new Map<number, Planned[]>();
  const times: number[] = [];
  return {
    add: (planned) => {
      const same = days.get(planned.at);
      if (same) {
        same.push(planned);
        return;
      }
      days.set(planned.at, [planned]);
      times.splice(placeOf(times, planned.at), 0, planned.at);
    },
    next: () => times[0],
    due: (now) => {
      const out: Planned[] = [];
      while (times[0] !== undefined && times[0] <= now) {
        const at = times.shift() as number;
        out.push(...(days.get(at) ?? []));
        days.delete(at);
      }
      return out;
    },
  };
}

function placeOf(times: readonly number[], at: number): number {
  let from = 0;
  let to = times.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((times[middle] as number) < at) from = middle + 1;
    else to = middle;
  }
  return from;
}
