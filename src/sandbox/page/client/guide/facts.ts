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
