// How a call to Slack went, as a value: what Slack answered, or why it did not do what it was asked.

export type Called<T> = { ok: true; value: T } | Refusal;

export interface Refusal {
  ok: false;
  error: string;
  needed?: string;
  /** How long Slack asks to wait, where it says so. */
  seconds?: number;
}

export function map<A, B>(called: Called<A>, change: (value: A) => B): Called<B> {
  return called.ok ? { ok: true, value: change(called.value) } : called;
}

/** Nothing but whether it is done. Where Slack says that it has been so all along, it is. */
export function done(called: Called<unknown>, known: readonly string[] = []): Called<void> {
  return called.ok || known.includes(called.error) ? { ok: true, value: undefined } : called;
}
