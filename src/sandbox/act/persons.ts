// Whom and what a person means when they name someone or something: the checks before every act.
import { canSee, directWith, findConversation } from '../conversations.ts';
import { type SmallSlack, show } from '../small-slack.ts';
import { screenOf } from '../views.ts';
import type { Conversation, Person } from '../world.ts';

/** Someone by id, short name, full name or first name. Throws when there is nobody of that name. */
export function findPerson(slack: SmallSlack, wanted: string): Person {
  const byId = slack.world.people.get(wanted);
  if (byId) return byId;
  const low = wanted.toLowerCase().replace(/^@/, '');
  const all = [...slack.world.people.values()];
  const found =
    all.find((one) => one.handle === low) ??
    all.find((one) => one.name.toLowerCase() === low) ??
    all.find((one) => one.name.toLowerCase().split(' ')[0] === low);
  if (!found) throw new Error(`There is nobody called ${wanted} in the sandbox.`);
  return found;
}

/** The person who acts: whoever is deactivated or a bot cannot. */
export function actingPerson(slack: SmallSlack, user: string): Person {
  const person = findPerson(slack, user);
  if (person.kind === 'deactivated' || person.kind === 'bot') throw new Error(`${person.name} cannot use Slack.`);
  return person;
}

/** The conversation a person means: the one with the app when they name none. Throws when they cannot see it. */
export function placeOf(slack: SmallSlack, user: string, where: string | undefined): Conversation {
  if (where === undefined) return directWith(slack.world, user, slack.now());
  const conversation = findConversation(slack.world, where);
  if (!conversation || !canSee(slack.world, user, conversation)) throw new Error(`${findPerson(slack, user).name} cannot see ${where}.`);
  return conversation;
}

/** Tells a person, in Slack's own voice, that something did not work. */
export function notice(slack: SmallSlack, user: string, sentence: string): void {
  screenOf(slack, user).notice = sentence;
  show(slack, { what: 'notice', only: user, text: sentence, blocks: [] });
}

/** Clears what the last act left behind. */
export function beginAct(slack: SmallSlack, user: string): void {
  delete screenOf(slack, user).notice;
}
