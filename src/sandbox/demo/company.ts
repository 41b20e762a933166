// The people of the demo, living by themselves: everybody but whoever is acted as. What they leave undone is the newcomer's to do.
import { type Company, openCompany, planScripts } from '../colleagues/company.ts';
import { meet, openGroups, planGroups } from '../colleagues/groups/groups.ts';
import type { Received } from '../colleagues/transcript.ts';
import { seededDice } from '../dice.ts';
import type { House } from '../house.ts';
import { approveLater } from './approving.ts';
import { chat } from './chat.ts';
import { openWords } from './words/words.ts';

/** The same people have the same characters on every day on which the demo is opened. */
const SEED = 24;
/** Nobody tries every button of a message. */
const MOST_STEPS = 2;
/** A forum now and then, and a team here and there: on most days nothing of it happens. */
const GROUPS = { forumEvery: 13, takesUpTeam: 0.2 };

export interface Living {
  company: Company;
  /** Whether others act by themselves at all. */
  others: boolean;
  /** Who is acted as: their decisions are left alone. */
  actedAs: string;
}

/** `listen` as for any company. The people have in mind from now on what they will do by themselves. */
export function openLiving(house: House, organiser: string, listen: () => Promise<Received[]>): Living {
  const isFree = (user: string) => living.others && user !== living.actedAs;
  const company = openCompany(house, {
    ...{ dice: seededDice(SEED), words: openWords(), late: new Set<string>(), organiser },
    mostSteps: MOST_STEPS,
    isFree,
    isAwaited: (user) => isWith(house, user, living.actedAs),
    listen: async () => {
      const received = await listen();
      for (const one of received) {
        chat(company, talk, one);
        approveLater(company, one);
        meet(groups, one);
      }
      return received;
    },
  });
  const talk = seededDice(SEED + 1);
  const living: Living = { company, others: true, actedAs: '' };
  const groups = openGroups(company, { dice: seededDice(SEED + 2), organiser, ...GROUPS });
  planScripts(company, house.clock.ms());
  planGroups(groups, house.clock.ms());
  return living;
}

/** Whether two people share a group conversation, as partners do. */
function isWith({ slack }: House, one: string, other: string): boolean {
  if (one === other) return false;
  return [...slack.world.conversations.values()].some(
    ({ kind, members }) => kind === 'group' && members.includes(one) && members.includes(other),
  );
}
