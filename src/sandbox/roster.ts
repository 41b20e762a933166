// Teams for the sandbox: out of a roster file, or invented.
import { parse } from 'csv-parse/sync';
import type { NewPerson } from './found.ts';

/** The people of a roster (`email,name,function,level,manager_email,time_zone`); the first of them is the workspace's admin. Throws when it has no people. */
export function peopleOf(csv: string): NewPerson[] {
  const rows = parse(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Record<string, string>[];
  if (rows.length === 0 || rows[0]?.email === undefined || rows[0]?.name === undefined) throw new Error('it has no columns email and name');
  const people = rows.map((row) => personOf(row));
  const first = people[0];
  if (first) first.admin = true;
  return people;
}

function personOf(row: Record<string, string>): NewPerson {
  return {
    name: row.name ?? '',
    email: row.email ?? '',
    handle: (row.email ?? '').replace(/@.*$/, '').toLowerCase(),
    title: [row.level, row.function].filter(Boolean).join(', '),
    timeZone: row.time_zone || 'Europe/London',
  };
}

const firstNames = [
  'Amina',
  'Bo',
  'Chidi',
  'Dolores',
  'Edo',
  'Freya',
  'Goran',
  'Hana',
  'Ines',
  'Jun',
  'Kofi',
  'Leila',
  'Marek',
  'Noor',
  'Olu',
  'Petra',
];
const lastNames = ['Adeyemi', 'Lindqvist', 'Okafor', 'Reyes', 'Tanaka', 'Holm', 'Petrov', 'Novak', 'Costa', 'Sato', 'Mensah', 'Haddad'];
const functions = ['Finance', 'Operations', 'People', 'Technology', 'Legal', 'Sales'];
const zones = ['Europe/London', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];

/** So many people with names, titles and zones; the first one is an admin. */
export function inventedPeople(count: number): NewPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const first = firstNames[index % firstNames.length] ?? '';
    const last = lastNames[(index + Math.floor(index / firstNames.length)) % lastNames.length] ?? '';
    const round = Math.floor(index / (firstNames.length * lastNames.length));
    return {
      name: `${first} ${last}${round > 0 ? ` ${round + 1}` : ''}`,
      ...(index < firstNames.length ? { handle: first.toLowerCase() } : {}),
      title: `${functions[index % functions.length]} Director`,
      timeZone: zones[index % zones.length] ?? 'Europe/London',
      admin: index === 0,
    };
  });
}
