// How stories begin: a programme founded in #leaders and people who have joined it, typed and pressed in Slack; or, where that is not the story,
// put there at once.
import type { Programme } from '../../src/features/founding/programmes.ts';
import type { Leader } from '../../src/features/joining/leaders.ts';
import type { Filling } from '../../src/sandbox/world.ts';
import { cast, type Name } from '../cast.ts';
import { joinLeader } from '../features/coaching/ground.ts';
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

/** Somebody of the cast is a leader already, with the usual office hours where they are. */
export function enrolled(house: House, programme: Programme, name: Name, about: Partial<Leader> = {}): Promise<Leader> {
  const { id: user, function: where, timeZone } = cast[name];
  return joinLeader(house.tools, cast[name].name, programme, { user, function: where, timeZone, ...about });
}

/** Presses in a form, and tells what stands at its fields or what it became. */
export async function submitted(house: House, name: string, values: Record<string, Filling>): Promise<Record<string, string> | string> {
  const person = house.as(name);
  await person.fillsIn(values);
  const errors = await person.submits();
  return Object.keys(errors).length > 0 ? errors : (person.sees() ?? '');
}
