// Pairs, reasons and totals in words: the pieces from which letters, the preview and the announcement are put together. Pure.
import type { Content } from '../../platform/content/load.ts';
import { sayList } from '../founding/words.ts';
import type { Edit } from './edits.ts';
import type { Because, PairingTotals } from './plan.ts';

/** A person as the others may know them. */
export interface Named {
  name: string;
  function: string;
}

/** `first time together · different functions`, as mrkdwn; empty where there is no reason. */
export function sayReasons(content: Content, reasons: readonly Because[]): string {
  return reasons.map(({ id, blanks }) => content.say(id, blanks)).join(' · ');
}

/** A cause or a compromise as a sentence without formatting, for the error at a field. */
export function plainly(content: Content, because: Because): string {
  return content.plain(because.id, because.blanks);
}

/** `*Amina* (Finance) and *Bo* (Technology)`. */
export function sayMembers(content: Content, members: readonly Named[]): string {
  return sayList(members.map(({ name, function: own }) => content.say('pairing.member', { name, function: own })));
}

export function sayNames(members: readonly Named[]): string {
  return sayList(members.map(({ name }) => name));
}

const EDITS_SAID = 8;

/** The changes an organiser has made, the latest ones, one sentence each; those about someone who has gone since are not said. */
export function sayEdits(content: Content, edits: readonly Edit[], people: ReadonlyMap<string, Named>): string {
  return editsIn(content.say, edits, people).join(' ');
}

/** The same, a line each. */
export function listEdits(content: Content, edits: readonly Edit[], people: ReadonlyMap<string, Named>): string {
  return editsIn(content.say, edits, people)
    .map((mrkdwn) => content.say('pairing.edits.line', { change: { mrkdwn } }))
    .join('\n');
}

/** The same without formatting, for a label. */
export function sayEditsPlainly(content: Content, edits: readonly Edit[], people: ReadonlyMap<string, Named>): string {
  return editsIn(content.plain, edits, people).join(' ');
}

type Say = Content['say'];

function editsIn(say: Say, edits: readonly Edit[], people: ReadonlyMap<string, Named>): string[] {
  const named = (leader: string | undefined) => people.get(leader ?? '')?.name ?? '…';
  const standing = edits.filter((edit) => leadersIn(edit).every((leader) => people.has(leader)));
  const sentences = standing.slice(-EDITS_SAID).map((edit) => sayEdit(say, edit, named));
  const earlier = standing.length - sentences.length;
  return [...sentences, ...(earlier > 0 ? [say('pairing.edits.earlier', { x: earlier })] : [])];
}

function leadersIn(edit: Edit): readonly string[] {
  switch (edit.what) {
    case 'swap':
      return edit.people;
    case 'keep':
      return edit.group;
    case 'forbid':
      return edit.pair;
    case 'leave-out':
      return [edit.leader];
    case 'redraw':
      return [];
  }
}

function sayEdit(say: Say, edit: Edit, named: (leader: string | undefined) => string): string {
  switch (edit.what) {
    case 'swap':
      return say('pairing.edit.swap', { name: named(edit.people[0]), other: named(edit.people[1]) });
    case 'keep':
      return say('pairing.edit.keep', { names: sayList(edit.group.map(named)) });
    case 'forbid':
      return say('pairing.edit.forbid', { name: named(edit.pair[0]), other: named(edit.pair[1]) });
    case 'leave-out':
      return say('pairing.edit.leave-out', { name: named(edit.leader) });
    case 'redraw':
      return say('pairing.edit.redraw');
  }
}

const TOTALS = [
  'leaders',
  'pairs',
  'trios',
  'sameFunction',
  'repeats',
  'mutualWelcomes',
  'oneSidedWelcomes',
  'shortHours',
  'newBridges',
] as const satisfies readonly (keyof PairingTotals)[];

const OF_WISHES: ReadonlySet<string> = new Set(['mutualWelcomes', 'oneSidedWelcomes']);
const HOW_MANY = 3;

/**
 * Every total: how many people and pairs on the first line, how good the round is on the second. In the place of what is counted of wishes may
 * stand how many pairs are told to have come of one, or nothing.
 */
export function sayTotals(content: Content, totals: PairingTotals, told?: { wished: number | undefined }): string {
  const said = (told ? TOTALS.filter((total) => !OF_WISHES.has(total)) : TOTALS).map((total) =>
    content.say(`pairing.total.${total}`, { x: totals[total] }),
  );
  const wished = told?.wished === undefined ? [] : [content.say('pairing.preview.wished', { x: told.wished })];
  return [said.slice(0, HOW_MANY), [...said.slice(HOW_MANY), ...wished]].map((line) => line.join(' · ')).join('\n');
}

/** The totals that differ, each as `3 → 4`; empty where none does. */
export function sayDifference(content: Content, before: PairingTotals, after: PairingTotals): string {
  return TOTALS.filter((total) => before[total] !== after[total])
    .map((total) => content.say(`pairing.total.${total}`, { x: `${before[total]} → ${after[total]}` }))
    .join(' · ');
}
