// The eight people of all our stories: who they are in Slack, and what they are in the company. Hana is the workspace's admin and the organiser.
import type { Person } from '../src/sandbox/world.ts';

export interface Member extends Pick<Person, 'id' | 'name' | 'handle' | 'email' | 'title' | 'timeZone' | 'admin'> {
  function: string;
  level: string;
  /** The handle of the person they report to. */
  manager?: Name;
}

export type Name = 'amina' | 'bo' | 'chidi' | 'dolores' | 'edo' | 'freya' | 'goran' | 'hana';

const london = 'Europe/London';

function member(
  name: Name,
  fullName: string,
  work: { title: string; function: string; level: string; manager?: Name; zone?: string },
): Member {
  return {
    id: `U${name.toUpperCase().padStart(8, '0')}`,
    name: fullName,
    handle: name,
    email: `${name}@example.org`,
    title: work.title,
    timeZone: work.zone ?? london,
    admin: name === 'hana',
    function: work.function,
    level: work.level,
    ...(work.manager === undefined ? {} : { manager: work.manager }),
  };
}

export const cast: Readonly<Record<Name, Member>> = {
  amina: member('amina', 'Amina Adeyemi', { title: 'Finance Director', function: 'Finance', level: 'Director' }),
  bo: member('bo', 'Bo Lindqvist', { title: 'Head of Operations', function: 'Operations', level: 'Head', manager: 'freya' }),
  chidi: member('chidi', 'Chidi Okafor', { title: 'People Director', function: 'People', level: 'Director' }),
  dolores: member('dolores', 'Dolores Reyes', {
    title: 'Head of Engineering',
    function: 'Technology',
    level: 'Head',
    manager: 'hana',
    zone: 'America/New_York',
  }),
  edo: member('edo', 'Edo Tanaka', {
    title: 'Head of Treasury',
    function: 'Finance',
    level: 'Head',
    manager: 'amina',
    zone: 'Pacific/Auckland',
  }),
  freya: member('freya', 'Freya Holm', { title: 'Operations Director', function: 'Operations', level: 'Director' }),
  goran: member('goran', 'Goran Petrović', {
    title: 'Head of Talent',
    function: 'People',
    level: 'Head',
    manager: 'chidi',
    zone: 'Asia/Kolkata',
  }),
  hana: member('hana', 'Hana Novak', { title: 'Technology Director', function: 'Technology', level: 'Director' }),
};

export const names = Object.keys(cast) as Name[];
