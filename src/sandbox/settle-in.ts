// How the demo's team comes to have a programme: through Slack, as any team would. The organiser founds it and imports the roster.
import { WrongUse } from '../operator/command-line.ts';
import type { Cast } from './demo-cast.ts';
import type { House } from './house.ts';
import type { Habits } from './team.ts';

/** Founds the programme in the cast's channel and enrols everyone on its roster. Throws with what the bot said where it did not work: `WrongUse` of a roster. */
export async function settleIn(house: House, cast: Cast): Promise<void> {
  const organiser = house.as(cast.organiser);
  await organiser.types('/coachingpairs found', cast.channel);
  await done(organiser.fillsIn({ name: 'Leadership coaching' }), organiser.submits);
  await close(organiser);
  await organiser.types('/coachingpairs roster', cast.channel);
  await organiser.presses('Import a list');
  await done(organiser.fillsIn({ file: { name: 'roster.csv', text: cast.roster }, wish: 'enrol' }), organiser.submits);
  const told = organiser.sees() ?? '';
  if (!told.startsWith('Roster')) throw new WrongUse(`The bot did not take the roster: ${told.replace(/\s*\[Close\]$/, '')}`);
  await close(organiser);
  await house.forward({ minutes: Math.ceil(cast.people.length / 60) + 1 });
  for (const [name, habits] of cast.habits ?? []) await setUp(house.as(name), habits);
}

/** Says when they work and what they would like to work on, in the form behind their welcome. */
async function setUp(leader: ReturnType<House['as']>, habits: Habits): Promise<void> {
  await leader.presses('Set up');
  await done(leader.fillsIn({ ...habits }), leader.submits);
  await close(leader);
}

async function done(filled: Promise<void>, submits: () => Promise<Record<string, string>>): Promise<void> {
  await filled;
  const errors = await submits();
  if (Object.keys(errors).length > 0) throw new Error(`The demo could not be set up: ${JSON.stringify(errors)}`);
}

async function close(organiser: ReturnType<House['as']>): Promise<void> {
  while (organiser.sees() !== undefined) await organiser.closes();
}
