// The leadership team of the demo: twenty-four people in eight functions and five time zones. Made up, every one of them.
import type { NewPerson } from './found.ts';

/** A leader as the demo enrols them: what Slack knows, and what they would say when they join. */
export interface Teammate {
  person: NewPerson & { id: string };
  function: string;
  level: string;
  /** The id of the person they report to, where that person is in the workspace. */
  manager?: string;
  habits?: Habits;
}

/** What somebody says of themselves in their profile, by the labels there, where it is not what most would say. */
export type Habits = Readonly<Record<string, string | string[]>>;

interface Row {
  name: string;
  title: string;
  function: string;
  timeZone: string;
  reportsTo?: string;
  habits?: Habits;
}

const london = 'Europe/London';
const newYork = 'America/New_York';
const berlin = 'Europe/Berlin';
const kolkata = 'Asia/Kolkata';
const saoPaulo = 'America/Sao_Paulo';

const earlier = { 'Working hours from': '08:00', 'Working hours to': '16:00' };
const later = { 'Working hours from': '10:00', 'Working hours to': '18:00' };
const fourDays = { 'Working days': ['Monday', 'Tuesday', 'Wednesday', 'Thursday'] };
const wednesdaysOff = { 'Working days': ['Monday', 'Tuesday', 'Thursday', 'Friday'] };
const worksOn = (what: string): Habits => ({ 'What I would like to work on': what });
const helpsWith = (what: string): Habits => ({ 'What I can help with': what });

const rows: readonly Row[] = [
  { name: 'Ruth Adeyemi', title: 'Chief People Officer', function: 'People', timeZone: london },
  { name: 'Tom Bauer', title: 'Head of Talent', function: 'People', timeZone: berlin, reportsTo: 'Ruth Adeyemi' },
  { name: 'Leila Haddad', title: 'Head of Learning', function: 'People', timeZone: london, reportsTo: 'Ruth Adeyemi' },
  { name: 'Marcus Webb', title: 'Chief Financial Officer', function: 'Finance', timeZone: newYork },
  {
    name: 'Ines Carvalho',
    title: 'Finance Director, Planning',
    function: 'Finance',
    timeZone: saoPaulo,
    reportsTo: 'Marcus Webb',
    habits: earlier,
  },
  { name: 'Owen Price', title: 'Group Controller', function: 'Finance', timeZone: london, reportsTo: 'Marcus Webb' },
  { name: 'Sunita Rao', title: 'Chief Technology Officer', function: 'Technology', timeZone: kolkata },
  { name: 'Jonas Lind', title: 'Director of Engineering', function: 'Technology', timeZone: berlin, reportsTo: 'Sunita Rao' },
  { name: 'Mei Tanaka', title: 'Director of Data', function: 'Technology', timeZone: london, reportsTo: 'Sunita Rao' },
  {
    name: 'Arjun Mehta',
    title: 'Head of Platform',
    function: 'Technology',
    timeZone: kolkata,
    reportsTo: 'Jonas Lind',
    habits: { ...later, ...helpsWith('delegation') },
  },
  { name: 'Grace Okoro', title: 'Chief Operating Officer', function: 'Operations', timeZone: london },
  {
    name: 'Pavel Novak',
    title: 'Director of Supply',
    function: 'Operations',
    timeZone: berlin,
    reportsTo: 'Grace Okoro',
    habits: helpsWith('saying no'),
  },
  { name: 'Dana Whitfield', title: 'Director of Service', function: 'Operations', timeZone: newYork, reportsTo: 'Grace Okoro' },
  { name: 'Elias Moreau', title: 'Chief Commercial Officer', function: 'Sales', timeZone: london },
  {
    name: 'Hannah Fisher',
    title: 'Sales Director, Americas',
    function: 'Sales',
    timeZone: newYork,
    reportsTo: 'Elias Moreau',
    habits: { ...fourDays, ...worksOn('delegation') },
  },
  { name: 'Rafael Souza', title: 'Sales Director, Brazil', function: 'Sales', timeZone: saoPaulo, reportsTo: 'Elias Moreau' },
  { name: 'Nadia Petrov', title: 'Chief Marketing Officer', function: 'Marketing', timeZone: berlin },
  {
    name: 'Callum Reid',
    title: 'Director of Brand',
    function: 'Marketing',
    timeZone: london,
    reportsTo: 'Nadia Petrov',
    habits: wednesdaysOff,
  },
  { name: 'Yusuf Demir', title: 'General Counsel', function: 'Legal', timeZone: berlin },
  {
    name: 'Claire Dubois',
    title: 'Head of Compliance',
    function: 'Legal',
    timeZone: london,
    reportsTo: 'Yusuf Demir',
    habits: { ...earlier, ...worksOn('saying no') },
  },
  { name: 'Asha Pillai', title: 'Chief Product Officer', function: 'Product', timeZone: kolkata },
  { name: 'Ben Carter', title: 'Product Director', function: 'Product', timeZone: newYork, reportsTo: 'Asha Pillai' },
  { name: 'Sofia Rossi', title: 'Design Director', function: 'Product', timeZone: london, reportsTo: 'Asha Pillai' },
  { name: 'Victor Lang', title: 'Director of Research', function: 'Product', timeZone: berlin, reportsTo: 'Asha Pillai' },
];

/** The demo's organiser: head of learning, and in the programme herself. */
export const demoOrganiser = 'Leila Haddad';

/** Has not joined yet when the demo opens, so that there is somebody to join as. */
export const demoNewcomer = 'Mei Tanaka';

const idOf = (name: string) => `U0TEAM${String(rows.findIndex((row) => row.name === name) + 1).padStart(3, '0')}`;

/** The team, its organiser a workspace admin. */
export function demoTeam(): Teammate[] {
  return rows.map((row) => ({
    person: { id: idOf(row.name), name: row.name, title: row.title, timeZone: row.timeZone, admin: row.name === demoOrganiser },
    function: row.function,
    level: row.title.startsWith('Chief') || row.title === 'General Counsel' ? 'Executive' : 'Director',
    ...(row.reportsTo ? { manager: idOf(row.reportsTo) } : {}),
    ...(row.habits ? { habits: row.habits } : {}),
  }));
}
