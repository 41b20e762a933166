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
  /** Whether the replier has a question to answer. */
  asked: boolean;
  replied: boolean;
}

export async function askFacts(me: string): Promise<Facts> {
  const answer = await fetch(`/sandbox/first-minute?as=${encodeURIComponent(me)}`);
  return (await answer.json()) as Facts;
}
