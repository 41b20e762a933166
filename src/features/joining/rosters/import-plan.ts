// Decides what becomes of each person on an imported list, once it is known who they are in Slack. Pure.
import type { SlackPerson } from '../../../platform/slack/calls.ts';
import type { ImportWish } from './roster-imports.ts';

export interface Listed {
  entry: string;
  /** Slack id; null where nobody here has the address. */
  user: string | null;
  kind: SlackPerson['kind'] | null;
  standing: 'in' | 'left' | 'forgotten' | 'declined' | 'invited' | 'new';
  /** Empty where neither the list nor Slack tells it. */
  function: string;
}

export const FATES = [
  ...(['invite', 'enrol', 'keep', 'in', 'asked', 'declined', 'left', 'twice'] as const),
  ...(['functionless', 'unknown', 'guest', 'external', 'deactivated', 'bot'] as const),
];
export type Fate = (typeof FATES)[number];

/** One fate for each entry. Whoever has left, declined or asked to be forgotten is left alone; somebody who is listed twice is brought in once. */
export function planImport(listed: readonly Listed[], wish: ImportWish): Map<string, Fate> {
  const seen = new Set<string>();
  return new Map(
    listed.map((each) => {
      const again = each.user !== null && seen.has(each.user);
      if (each.user !== null) seen.add(each.user);
      return [each.entry, again ? 'twice' : fateOf(each, wish)];
    }),
  );
}

function fateOf({ user, kind, standing, function: where }: Listed, wish: ImportWish): Fate {
  if (user === null || kind === null) return 'unknown';
  if (standing === 'in') return 'in';
  if (kind !== 'member') return kind;
  if (standing === 'left' || standing === 'forgotten') return 'left';
  if (standing === 'declined') return 'declined';
  if (wish === 'enrol' && where === '') return 'functionless';
  return standing === 'invited' && wish === 'invite' ? 'asked' : wish;
}
