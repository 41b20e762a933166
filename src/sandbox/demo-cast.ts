// Who is in the demo: the team that comes with it, or the people of a roster and somebody to organise them.
import { stringify } from 'csv-stringify/sync';
import type { NewPerson } from './found.ts';
import { peopleOf } from './roster.ts';
import { demoNewcomer, demoOrganiser, demoTeam, type Habits } from './team.ts';

export interface Cast {
  people: NewPerson[];
  /** Names of whoever founds the programme, and of the one who has not joined yet. */
  organiser: string;
  newcomer?: string;
  channel: string;
  /** Everyone who is enrolled at the start, in the bot's own import format. */
  roster: string;
  /** By name, what some of them say of themselves once they are enrolled. */
  habits?: ReadonlyMap<string, Habits>;
}

const FUNCTION = 'Xf0FUNCTION';

/** What profiles in the demo's workspace say beyond Slack's own fields. */
export const demoProfileFields = [{ id: FUNCTION, label: 'Function', type: 'text' }];

/** The team of the demo, the newcomer first: all others are enrolled. */
export function demoCast(): Cast {
  const team = demoTeam();
  const people = team
    .map(({ person, function: where }) => ({ ...person, email: emailOf(person.name), fields: { [FUNCTION]: where } }))
    .sort(newcomerFirst);
  const names = new Map(team.map(({ person }) => [person.id, person.name]));
  const others = team.filter(({ person }) => person.name !== demoNewcomer);
  const rows = others.map(({ person, function: where, level, manager }) => ({
    email: emailOf(person.name),
    name: person.name,
    function: where,
    level,
    manager_email: manager ? emailOf(names.get(manager) ?? '') : '',
    time_zone: person.timeZone,
  }));
  return {
    people,
    organiser: demoOrganiser,
    newcomer: demoNewcomer,
    channel: 'leadership',
    roster: stringify(rows, { header: true }),
    habits: new Map(team.flatMap(({ person, habits }) => (habits ? [[person.name, habits]] : []))),
  };
}

/** The people of a roster, all enrolled, and one more who organises and takes no part. Throws when it is not a roster. */
export function rosterCast(csv: string): Cast {
  const organiser = { name: 'Olive Organiser', title: 'Leadership development', admin: true };
  const people = peopleOf(csv).map((person) => ({ ...person, admin: false }));
  return { people: [organiser, ...people], organiser: organiser.name, channel: 'leadership', roster: csv };
}

function newcomerFirst(one: NewPerson, other: NewPerson): number {
  return Number(other.name === demoNewcomer) - Number(one.name === demoNewcomer);
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
}
