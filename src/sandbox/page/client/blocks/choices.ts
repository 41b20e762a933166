// What a select offers, whether its app listed it or it is the people and places of the workspace; and what of it fits what is typed. Pure.
import type { Element, Option } from './block-kit.ts';
import type { Choice, Directory, Names } from './stage.ts';

export interface ChoiceGroup {
  label?: string;
  choices: readonly Choice[];
}

export function groupsOf(element: Element, directory: Directory): ChoiceGroup[] {
  if (element.type.includes('users_select')) return [{ choices: directory.people }];
  if (/(?:conversations|channels)_select$/.test(element.type)) return [{ choices: placesFor(element, directory) }];
  if (element.option_groups)
    return element.option_groups.map(({ label, options }) => ({ label: label.text, choices: options.map(choiceOf) }));
  return [{ choices: (element.options ?? []).map(choiceOf) }];
}

/** Selects of channels offer public ones only; those of conversations all, or the kinds they name. */
function placesFor({ type, filter }: Element, { channels }: Directory): readonly Choice[] {
  const kinds = type.endsWith('channels_select') ? ['public'] : filter?.include;
  return kinds ? channels.filter(({ kind = 'public' }) => kinds.includes(kind)) : channels;
}

function choiceOf({ text, value, description }: Option): Choice {
  return { value, label: text.text, ...(description && { description: description.text }) };
}

/** What is chosen, as choices: also somebody who is not offered any more. */
export function chosenOf(values: readonly string[], groups: readonly ChoiceGroup[], names: Names): Choice[] {
  const all = new Map(groups.flatMap(({ choices }) => choices).map((choice) => [choice.value, choice]));
  return values.map((value) => all.get(value) ?? { value, label: nameOf(value, names) });
}

function nameOf(id: string, names: Names): string {
  const person = names.person(id);
  return person === id ? names.channel(id) : person;
}

/** The groups with only those choices that have all words of `typed` in them, whatever their accents and case. */
export function fitting(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const wanted = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return groups.filter(({ choices }) => choices.length > 0);
  const fits = ({ label, description = '' }: Choice) => {
    const words = folded(`${label} ${description}`);
    return wanted.every((word) => words.includes(word));
  };
  return groups.map((group) => ({ ...group, choices: group.choices.filter(fits) })).filter(({ choices }) => choices.length > 0);
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether there are so few plain choices that the browser's own menu serves best. */
export function isShort(element: Element, groups: readonly ChoiceGroup[]): boolean {
  const all = groups.flatMap(({ choices }) => choices);
  return element.type === 'static_select' && all.length <= 20 && all.every(({ description }) => !description);
}
