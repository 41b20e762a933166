// One cell of a roster: cleaned where that changes nothing anybody would miss, and refused, with a right example, where it does. Pure.
import { isFormula, withoutMark } from '../../../platform/csv.ts';
import { clean } from '../../../platform/slack/inputs.ts';
import { FUNCTION_MOST } from '../../founding/settings-form.ts';
import { knownZone } from '../../founding/zones.ts';
import { LEVEL_MOST } from '../profile-form.ts';
import type { Column } from './roster-columns.ts';
import type { RosterFault } from './roster-faults.ts';

const MOST: Record<Column, number> = {
  email: 254,
  name: 120,
  function: FUNCTION_MOST,
  level: LEVEL_MOST,
  manager_email: 254,
  time_zone: 60,
};

/** What would be right, for each column. */
const EXAMPLES: Record<Column, string> = {
  email: 'amina@example.org',
  name: 'Amina Adeyemi',
  function: 'Finance',
  level: 'Director',
  manager_email: 'amina@example.org',
  time_zone: 'Europe/London',
};
const EMAIL = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:"]+$/;
/** A dash alone is how people write that there is nothing. */
const NOTHING = /^[-\u2013\u2014]$/;
/** What nobody can see and every address lacks. */
const UNSEEN = /[\u200b-\u200d\u2060\u00ad]/g;
const LATIN = /[a-z]/;
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const SHOWN = 60;

export type Wrong = Omit<RosterFault, 'line'>;

export interface Cell {
  text: string;
  faults: Wrong[];
}

/** A name, a function or a level: one line of text, which is no formula. */
export function textCell(raw: string, column: Column): Cell {
  const line = oneLine(raw);
  if (column === 'level' && NOTHING.test(line)) return { text: '', faults: [] };
  if (isFormula(line))
    return { text: line, faults: [{ column, id: 'joining.csv.formula', blanks: { typed: shown(line), example: EXAMPLES[column] } }] };
  const text = withoutMark(line);
  if (text.includes('\ufffd')) return { text, faults: [{ column, id: 'joining.csv.lost', blanks: { typed: shown(text) } }] };
  return { text, faults: tooLong(text, column) };
}

/** An address in lower case. The length is looked at first: on a very long cell the pattern alone would take hours. */
export function emailCell(raw: string, column: 'email' | 'manager_email'): Cell {
  const line = oneLine(raw)
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .toLowerCase();
  if (column === 'manager_email' && NOTHING.test(line)) return { text: '', faults: [] };
  const text = withoutMark(line);
  if (text.length > MOST[column]) return { text, faults: tooLong(text, column) };
  if (column === 'manager_email' && text === '') return { text, faults: [] };
  if (!isEmail(text)) return { text, faults: [{ column, id: 'joining.csv.email', blanks: { typed: shown(text) } }] };
  const alike = LATIN.test(text) ? [...new Set(text.match(LOOKALIKE) ?? [])] : [];
  if (alike.length === 0) return { text, faults: [] };
  return { text, faults: [{ column, id: 'joining.csv.lookalike', blanks: { typed: shown(text), letters: alike.slice(0, 5).join(' ') } }] };
}

/** The zone's IANA name, or nothing. */
export function zoneCell(raw: string): Cell {
  const line = oneLine(raw);
  if (line === '' || NOTHING.test(line)) return { text: '', faults: [] };
  const zone = knownZone(line);
  if (zone !== undefined) return { text: zone, faults: [] };
  return { text: line, faults: [{ column: 'time_zone', id: 'joining.csv.zone', blanks: { typed: shown(line) } }] };
}

export function isEmail(text: string): boolean {
  return text.length <= MOST.email && EMAIL.test(text);
}

function oneLine(raw: string): string {
  return clean(raw).replace(/\s+/g, ' ');
}

function tooLong(text: string, column: Column): Wrong[] {
  return text.length > MOST[column]
    ? [{ column, id: 'joining.csv.long', blanks: { x: text.length, most: MOST[column], example: EXAMPLES[column] } }]
    : [];
}

function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
