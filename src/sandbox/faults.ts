// What goes wrong between Slack and the app: ordered one by one, or drawn from a mix with a seed.

/** What may happen to one call of the app. `posted` says whether Slack did what was asked before it went wrong. */
export type CallFault =
  | { kind: 'ratelimited'; retryAfter: number }
  | { kind: 'status'; status: number; posted: boolean }
  /** The connection is gone: before Slack read the call, or before the app read the answer. */
  | { kind: 'lost'; posted: boolean }
  /** The call arrives `ms` later. Above the app's own patience that is a lost answer to a call that takes effect all the same. */
  | { kind: 'late'; ms: number }
  | { kind: 'garbage'; posted: boolean }
  | { kind: 'error'; code: string; posted: boolean };

/** What may happen to one event on its way to the app. */
export type EventFault =
  | { kind: 'duplicate'; copies: number; newId: boolean }
  | { kind: 'late'; ms: number }
  /** It never arrives at the first attempt: only Slack's retries bring it. */
  | { kind: 'missed' }
  /** It never arrives. */
  | { kind: 'never' };

export interface CallOrder {
  /** A method's name, or `*`. */
  method: string;
  fault: CallFault;
  /** `Infinity`: until told otherwise. */
  times: number;
}

export interface EventOrder {
  /** An event's type (`message`, `app_home_opened`, …), or `*`. */
  event: string;
  fault: EventFault;
  times: number;
}

export interface Faults {
  calls: CallOrder[];
  events: EventOrder[];
  /** How many more times the next button is pressed, at once, by whoever presses it. */
  presses: number;
  /** A standing mix, asked for every call or event that has no order of its own. */
  mix?: { call: (method: string) => CallFault | undefined; event: () => EventFault | undefined };
  /** Milliseconds by which conversations.history is behind. */
  readLag: number;
}

export function noFaults(): Faults {
  return { calls: [], events: [], presses: 0, readLag: 0 };
}

/** The fault for this call of `method`, used up by asking. */
export function callFault(faults: Faults, method: string): CallFault | undefined {
  const order = faults.calls.find((one) => one.times > 0 && (one.method === method || one.method === '*'));
  if (!order) return faults.mix?.call(method);
  order.times -= 1;
  faults.calls = faults.calls.filter((one) => one.times > 0);
  return order.fault;
}

/** The fault for this event, used up by asking. */
export function eventFault(faults: Faults, event: string): EventFault | undefined {
  const order = faults.events.find((one) => one.times > 0 && (one.event === event || one.event === '*'));
  if (!order) return faults.mix?.event();
  order.times -= 1;
  faults.events = faults.events.filter((one) => one.times > 0);
  return order.fault;
}

/** How many more times this button is pressed, used up by asking. */
export function pressesMore(faults: Faults): number {
  const more = faults.presses;
  faults.presses = 0;
  return more;
}
