// What places and people are called on the page. Pure.
import type { Scene, SceneConversation, ScenePerson } from '../scene.ts';

/** A conversation as its reader calls it: a group by the other people in it. */
export function labelOf({ kind, name, members, withBot }: SceneConversation, scene: Scene): string {
  if (kind === 'channel' || kind === 'private') return name;
  if (kind === 'dm' && withBot) return scene.bot.name;
  const others = scene.people.filter(({ id }) => id !== scene.me && members.includes(id));
  return others.length > 0 ? others.map((person) => person.name).join(', ') : name;
}

/** The people of a conversation without the bot: `24 people`. */
export function countOf({ members }: SceneConversation, scene: Scene): string {
  const people = members.filter((id) => id !== scene.bot.id).length;
  return people === 1 ? '1 person' : `${people} people`;
}

/** A person in a few words: `Director of Data · admin`. */
export function aboutPerson({ title, kind, admin, details }: ScenePerson): string {
  const marks = [title, ...details, admin ? 'admin' : '', kind === 'member' ? '' : kind];
  return [...new Set(marks.filter((mark) => mark !== ''))].join(' · ');
}

export function nameOf(id: string, scene: Scene): string {
  return id === scene.bot.id ? scene.bot.name : (scene.people.find((one) => one.id === id)?.name ?? id);
}

/** The zone of whoever acts. */
export function zoneOf(scene: Scene): string {
  return scene.people.find(({ id }) => id === scene.me)?.timeZone ?? 'UTC';
}
