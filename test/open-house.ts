// A house for stories: the cast in the channel #leaders, on the first Monday of 2027, the bot installed and nothing founded yet.
import { afterEach } from '@jest/globals';
import { type House, type HouseSettings, openHouse as open } from '../src/sandbox/house.ts';
import { cast } from './cast.ts';

export type { House } from '../src/sandbox/house.ts';

/** How the houses of this run are reached: `npm run test:port` chooses another way than memory for every story. */
const chosen: { houseBy?: NonNullable<HouseSettings['by']> } = globalThis as never;

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
