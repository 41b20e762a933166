// What part of the roster an organiser is looking at, as it stands in the form, and who fits it. Pure.
import { type RosterLine, STANDINGS, type Standing } from './standings.ts';

export interface Looking {
  /** Part of a name, an address or a function. */
  find?: string;
  standing?: Standing | undefined;
  /** Counted from 0. */
  page?: number;
}

const FIND_MOST = 80;

/** The form's metadata: the programme's id first, so that it reads like that of every other form about a programme. */
export function lookingAs(programme: string, { find = '', standing }: Looking): string {
  return find === '' && !standing ? programme : `${programme} ${standing ?? '-'} ${find.slice(0, FIND_MOST)}`;
}

export function lookingIn(metadata: string): { programme: string; looking: Looking } {
  const [programme = '', standing = '', ...find] = metadata.split(' ');
  return { programme, looking: { find: find.join(' '), standing: standingOf(standing) } };
}

export function standingOf(text: string | undefined): Standing | undefined {
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
