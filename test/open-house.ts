// A house for stories: the cast in the channel #leaders, on the first Monday of 2027, the bot installed and nothing founded yet.
import { afterEach, jest } from '@jest/globals';
import { type House, type HouseSettings, openHouse as open } from '../src/sandbox/house.ts';
import { cast } from './cast.ts';

export type { House } from '../src/sandbox/house.ts';

type By = NonNullable<HouseSettings['by']>;

/** How the houses of this run are reached: `npm run test:port` chooses another way than memory for every story. */
const chosen: { houseBy?: By } = globalThis as never;

/** Chooses the way for one file of tests, and gives them the time that real requests take on a busy machine. */
export function comeBy(by: By): void {
  chosen.houseBy = by;
  jest.setTimeout(90_000);
}

const openHouses: House[] = [];

afterEach(async () => {
  for (const house of openHouses.splice(0)) await house.close();
});

/** Opens a house with the cast in it; it is closed after the test. */
export async function openHouse(settings: HouseSettings = {}): Promise<House> {
  const { houseBy: by = 'memory' } = chosen;
  const house = await open({ by, people: Object.values(cast), channels: [{ name: 'leaders', id: 'C0LEADERS' }], ...settings });
  openHouses.push(house);
  return house;
}
