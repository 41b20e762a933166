// The main job from an empty house to the second round: Hana founds, eight leaders join with their wishes, partners are found, told and
// announced, the questions come, and half a year later everyone has somebody new.
import { expect, test } from '@jest/globals';
import { cast, type Name, names } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined } from './starting.ts';

const said = (house: House, name: Name) => house.as(name).reads().join('\n');

/** First names of the partners that each leader has been told, round by round. */
function partners(house: House, name: Name): string[] {
  return [...said(house, name).matchAll(/Your partner for this round is (\w+) /g)].map((found) => found[1] ?? '');
}

test('eight leaders, two rounds', async () => {
  const house = await openHouse();
  await founded(house);
  for (const name of names) {
    const { manager, function: own, level } = cast[name];
    await joined(house, name, { Function: own, Level: level, ...(manager && { Manager: manager }), ...wishesOf(name) });
  }

  // The first round comes by itself, on its day, to each in their own hours.
  await house.forward({ days: 23 });
  for (const name of names) expect(partners(house, name)).toHaveLength(1);
  expect(partners(house, 'amina')).not.toContain('Bo');
  expect(partners(house, 'amina')).not.toContain('Edo');
  for (const name of names) {
    const [first = ''] = partners(house, name);
    expect(partners(house, first.toLowerCase() as Name)).toEqual([cast[name].name.split(' ')[0]]);
  }
  expect(said(house, 'chidi')).toContain('Why this match:');
  expect(names.map((name) => said(house, name)).join('\n')).not.toContain('rather not');

  // Silence means yes; the channel hears, with the map; each pair has its space.
  await house.forward({ days: 7 });
  const announced = house
    .as('hana')
    .reads('leaders')
    .filter((message) => message.startsWith('New partners in'));
  expect(announced).toHaveLength(1);
  for (const name of names) expect(announced[0]).toContain(cast[name].name);
  expect(announced[0]).toContain('(picture: Bridge map of');
  for (const name of names) expect(said(house, name).match(/this is your shared space/g)).toHaveLength(1);

  // Half a year later everyone has a new partner, and the organiser had notice.
  await house.forward({ months: 6 });
  for (const name of names) {
    const told = partners(house, name);
    expect(told).toHaveLength(2);
    expect(new Set(told).size).toBe(2);
  }
  expect(said(house, 'hana')).toContain('It goes out by itself then.');
  expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
});

function wishesOf(name: Name): Record<string, string[]> {
  if (name === 'amina') return { 'People I would rather not be paired with': ['bo'], 'People I would welcome as a partner': ['chidi'] };
  return name === 'chidi' ? { 'People I would welcome as a partner': ['amina'] } : {};
}
