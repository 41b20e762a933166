// What part of the roster an organiser is looking at, as it stands in the form, and who fits it. Pure.
import { choiceIn, textIn } from '../../../platform/slack/inputs.ts';
import type { ViewState } from '../../../platform/slack/spoken.ts';
import { type RosterLine, STANDINGS, type Standing } from './standings.ts';

export interface Looking {
  /** Part of a name, an address or a function. */
  find?: string;
  standing?: Standing | undefined;
  /** Counted from 0. */
  page?: number;
}

/** The fields of the form, by block id. */
export const FIELD = { find: 'find', standing: 'standing' } as const;
/** The letters that may be searched for. */
export const FIND_MOST = 80;

/** What stands in the form's fields. Slack sends them with every press, so that nothing anybody typed has to be kept beside them. */
export function lookingIn(state: ViewState): Looking {
  const find = textIn(state, FIELD.find).replace(/\s+/g, ' ').slice(0, FIND_MOST);
  return { find, standing: standingOf(choiceIn(state, FIELD.standing)) };
}

function standingOf(text: string | undefined): Standing | undefined {
  return STANDINGS.find((standing) => standing === text);
}

/** Whoever has all words that are looked for, in whatever order and however accented. */
export function found(lines: readonly RosterLine[], { find = '', standing }: Looking): RosterLine[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (standing && line.standing !== standing) return false;
    const text = plain([line.name, line.email ?? '', line.function].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
