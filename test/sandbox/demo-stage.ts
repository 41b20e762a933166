// The demo as its page plays with it, without the page: its house, and the control API that moves it.

import { control, type Stage } from '../../src/sandbox/control.ts';
import { openDemoStage } from '../../src/sandbox/demo/stage.ts';
import { type Cast, demoCast } from '../../src/sandbox/demo-cast.ts';
import { type House, openHouse } from '../../src/sandbox/house.ts';
import { settleIn } from '../../src/sandbox/settle-in.ts';

export interface Demo {
  house: House;
  stage: Stage;
  /** Asks the control API; throws with its sentence where it refuses. */
  get: <Answer>(path: string) => Promise<Answer>;
  post: <Answer>(path: string, body: Record<string, unknown>) => Promise<Answer>;
}

/** What the timeline tells of one thing. */
export interface Told {
  n: number;
  at: string;
  theme: string;
  kind: string;
  by?: string;
  people: string[];
  pair?: string;
  place?: { conversation: string; ts: string };
  text: string;
}

export async function openDemo(cast: Cast = demoCast()): Promise<Demo> {
  const house = await openHouse({ people: cast.people, channels: [{ name: cast.channel }], now: '2027-01-04T09:00:00Z' });
  const stage = openDemoStage(house, cast.organiser);
  await settleIn(house, cast);
  await stage.settle();
  const ask = async (method: string, path: string, body: Record<string, unknown>) => {
    const url = new URL(path, 'http://sandbox');
    const answer = await control(stage, { method, path: url.pathname, query: url.searchParams, body });
    if (answer.status !== 200) throw new Error(String(answer.body.error));
    return answer.body as never;
  };
  return { house, stage, get: (path) => ask('GET', path, {}), post: (path, body) => ask('POST', path, body) };
}

/** Everything that is on the timeline, oldest first. */
export async function everything(demo: Demo, narrowed = ''): Promise<Told[]> {
  const { days } = await demo.get<{ days: { entries: Told[] }[] }>(`/sandbox/timeline?from=2027-01-01&until=2029-01-01${narrowed}`);
  return days.flatMap(({ entries }) => entries);
}
