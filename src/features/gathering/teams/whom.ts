// Whom a leader may ask: members of the workspace other than themselves. What is found out here is what anyone can see in Slack; whether somebody is in
// another team, or has asked to be forgotten, is nobody's business.
import { lookUpSurely } from '../../../platform/slack/people.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Saying } from '../../founding/words.ts';
import { LEAST_ASKED, MOST_ASKED } from './words.ts';

export interface Choosing {
  /** The leader's Slack id. */
  user: string;
  people: readonly string[];
  /** How many have been asked before. */
  before: number;
}

/** Whether these are too few or too many. */
export function howMany({ chosen, before }: { chosen: number; before: number }): Saying | undefined {
  if (before + chosen < LEAST_ASKED) return { id: 'teams.fault.few', blanks: { least: LEAST_ASKED } };
  if (before + chosen <= MOST_ASKED) return undefined;
  return { id: 'teams.fault.many', blanks: { most: MOST_ASKED, rest: Math.max(0, MOST_ASKED - before) } };
}

/** What keeps the chosen from being asked, in the order in which it is best said; nothing where they can be. */
export async function whyNotAsked(tools: Tools, { user, people, before }: Choosing): Promise<Saying | undefined> {
  const number = howMany({ chosen: people.length, before });
  if (number) return number;
  if (people.includes(user)) return { id: 'teams.fault.self', blanks: {} };
  const found = await Promise.all(people.map((each) => lookUpSurely(tools, each, { hours: 1 })));
  if (found.some((person) => person === undefined)) return { id: 'teams.fault.unasked', blanks: {} };
  const barred = found.find((person) => person && (person.kind !== 'member' || person.id === tools.botUser));
  if (!barred) return undefined;
  const kind = barred.id === tools.botUser || barred.kind === 'member' ? 'bot' : barred.kind;
  return { id: `teams.fault.${kind}`, blanks: { name: barred.name } };
}
