// A programme whose leaders choose each other, in the whole house: early on Wednesday 13 January 2027, three weeks before the first round on 2
// February. Partners can be chosen until the end of 26 January, as everyone was told the day before.
import { Temporal } from 'temporal-polyfill';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import * as programmes from '../../../../src/features/founding/programmes.ts';
import { stamp } from '../../../../src/platform/clock.ts';
import { transact } from '../../../../src/platform/db/transact.ts';
import { cast as everyone, type Name } from '../../../cast.ts';
import { openHouse } from '../../../open-house.ts';
import { enrol, HANA, type Stage } from '../rotating.ts';

export const SIX = ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya'] as const;

export async function choosingStage(
  names: readonly Name[] = SIX,
  settings: Partial<Programme> = {},
  now = '2027-01-12T12:00:00Z',
): Promise<Stage> {
  const house = await openHouse({ now, organisers: [HANA] });
  const { tools } = house;
  const programme: Programme = {
    ...{ id: tools.newId(), workspace: tools.workspace, channel: 'C0LEADERS', name: 'Leaders' },
    ...{ anchorOn: Temporal.PlainDate.from('2027-02-02'), anchorNumber: 1, cycleMonths: 6, sendWeekday: 2, sendTime: '09:30' },
    ...{ timeZone: 'Europe/London', functions: ['Finance', 'Operations', 'People', 'Technology'], workingDays: [1, 2, 3, 4, 5] },
    ...{ choosing: 'leaders', announcing: 'names', rotating: 'automatic', helpLinks: [] },
    ...{ foundedBy: HANA, foundedAt: '2027-01-04T09:00:00.000Z', channelLostAt: null },
    ...settings,
  };
  await transact(tools.db, (tx) => programmes.add(tx, programme));
  const on: Stage = { house, tools, programme, cast: {} as Stage['cast'] };
  for (const name of names) on.cast[name] = await enrol(on, name, { joinedAt: stamp(tools.now()) });
  await house.forward({ hours: 20 });
  return on;
}

/** Opens "Choose a partner" from Home. */
export async function opens(on: Stage, name: Name): Promise<string> {
  const person = on.house.as(name);
  await person.opensHome();
  await person.presses('Choose a partner');
  return person.sees() ?? '';
}

/** Asks somebody in the form; what stands at the field, or what the form says then. */
export async function asks(on: Stage, name: Name, other: Name): Promise<string> {
  await opens(on, name);
  const person = on.house.as(name);
  await person.fillsIn({ 'Whom to ask': everyone[other].id });
  const errors = await person.submits();
  const said = Object.values(errors)[0] ?? person.sees() ?? '';
  await person.closes();
  return said;
}

/** What they have read of the bot in their own conversation. */
export function read(on: Stage, name: Name): string {
  return on.house.as(name).reads().join('\n');
}

export const rows = (on: Stage) => on.tools.db.selectFrom('partner_request').selectAll().orderBy('asked_at').orderBy('id').execute();
