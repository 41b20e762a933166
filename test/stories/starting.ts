// How stories begin: a programme founded in #leaders and people who have joined it, all of it typed and pressed in Slack.

import type { Filling } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import type { House } from '../open-house.ts';

const FUNCTIONS = 'Finance\nOperations\nPeople\nTechnology';

/** Hana founds a programme in a channel. */
export async function founded(house: House, values: Record<string, Filling> = {}, where = '#leaders'): Promise<void> {
  const hana = house.as('hana');
  await hana.types('/coachingpairs found', where);
  await hana.fillsIn({ Name: 'Leaders', Functions: FUNCTIONS, ...values });
  const errors = await hana.submits();
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  await hana.closes();
}

/** Somebody joins, saying what the cast says of them. */
export async function joined(house: House, name: string, values: Record<string, Filling> = {}): Promise<void> {
  const person = house.as(name);
  await person.types('/coachingpairs join', '#leaders');
  await person.fillsIn({ Function: cast[name as Name]?.function, ...values });
  const errors = await person.submits();
  if (Object.keys(errors).length > 0) throw new Error(JSON.stringify(errors));
  await person.closes();
}

/** Presses in a form, and tells what stands at its fields or what it became. */
export async function submitted(house: House, name: string, values: Record<string, Filling>): Promise<Record<string, string> | string> {
  const person = house.as(name);
  await person.fillsIn(values);
  const errors = await person.submits();
  return Object.keys(errors).length > 0 ? errors : (person.sees() ?? '');
}
