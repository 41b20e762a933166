// How far the newcomer has come, as the sandbox knows it.

export interface Facts {
  /** Whether there is anything to guide through. */
  ready: boolean;
  channel: string;
  newcomer: string;
  organiser: string;
  replier: string;
  joined: boolean;
  rotated: boolean;
  /** Whether anybody has a question that they have not answered. */
  asked: boolean;
  replied: boolean;
}

export async function askFacts(): Promise<Facts> {
  const answer = await fetch('/sandbox/first-minute');
  return (await answer.json()) as Facts;
}

/** Ends the move of the clock that is under way. */
export async function stopClock(): Promise<void> {
  await fetch('/sandbox/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"stop":true}' });
}
