// The form that takes a list, what it says back before it changes anybody, and what it says once the list is kept. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, divider, input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { type Choice, fileBox, radios, textBox } from '../../../platform/slack/controls.ts';
import { cut } from '../../../platform/slack/text.ts';
import type { Programme } from '../../founding/programmes.ts';
import { counted, sayList } from '../../founding/words.ts';
import type { Brought } from './bring-list.ts';
import { changeLines, missingLines } from './changes-view.ts';
import { isIn, type RosterChanges } from './roster-changes.ts';
import type { ImportWish } from './roster-imports.ts';

/** The fields of the form, by block id. */
export const FIELD = { file: 'file', pasted: 'pasted', wish: 'wish' } as const;

const WISHES: Choice[] = [
  { value: 'invite', label: 'Invite them: each decides for themselves' },
  { value: 'enrol', label: 'Enrol them now: each can leave at any time' },
  { value: 'keep', label: 'Keep the list, and ask nobody yet' },
];

/** What stands in the form while its changes are looked at. */
export interface Asking {
  changes: RosterChanges;
  mark: string;
  wish: ImportWish;
  /** The file's id, or the lines. */
  file: string;
  pasted: string;
  /** Sentences about how the list was read. */
  notes: readonly string[];
}

/** The form's metadata: the programme's id first, then what was said back and the file it was said of. */
export function importAbout(metadata: string): { programme: string; mark: string; file: string } {
  const [programme = '', mark = '', file = ''] = metadata.split(' ');
  return { programme, mark, file };
}

/** Takes a list, as a file or pasted; with `asking`, the same list again. */
export function importModal(content: Content, programme: Programme, asking?: Asking): ModalView {
  const how = content.say('joining.import.how', { columns: { mrkdwn: '`email,name,function,level,manager_email,time_zone`' } });
  return modal({
    callback: 'joining.import',
    title: 'Import a list',
    submit: asking ? 'Yes, import' : 'Import',
    about: asking ? [programme.id, asking.mark, asking.file].join(' ').trimEnd() : programme.id,
    blocks: [
      ...(asking ? [...question(content, asking), divider()] : [section(how)]),
      ...(asking?.file ? [] : listFields(content, asking)),
      input({
        block: FIELD.wish,
        label: 'What happens next',
        element: radios({ action: 'joining.wish', choices: WISHES, chosen: asking?.wish ?? 'invite' }),
      }),
    ],
  });
}

function question(content: Content, { changes, notes }: Asking): KnownBlock[] {
  const lines = [content.say('joining.import.question'), ...notes, ...changeLines(content, changes)];
  return [...sections(lines.join('\n\n')), ...missingBlocks(content, changes)];
}

function listFields(content: Content, asking: Asking | undefined): KnownBlock[] {
  const file = input({
    block: FIELD.file,
    label: 'A CSV file',
    optional: true,
    element: fileBox({ action: 'joining.file', types: ['csv', 'txt', 'text', 'tsv'] }),
  });
  const pasted = input({
    block: FIELD.pasted,
    label: asking ? 'The lines' : 'Or the lines themselves',
    hint: content.plain('joining.import.paste'),
    optional: true,
    element: textBox({ action: 'joining.pasted', lines: 'many', initial: asking?.pasted ?? '' }),
  });
  return asking ? [pasted] : [file, pasted];
}

/** The list is kept. `sentences` say how it was read, what the changes count for, and where the rest of them is. */
export function importedModal(
  content: Content,
  programme: Programme,
  brought: Brought & { wish: ImportWish },
  sentences: readonly string[],
): ModalView {
  const { changes, newFunctions, people, wish } = brought;
  const functions = content.say('joining.import.functions', { list: cut(sayList(newFunctions), 500) });
  const lines = [
    content.say(`joining.import.kept.${wish}`, { people: counted(people, 'person', 'people') }),
    ...changeLines(content, changes),
    ...(newFunctions.length > 0 ? [functions] : []),
    ...sentences,
  ];
  return modal({
    callback: 'joining.told',
    title: 'Roster',
    about: programme.id,
    blocks: [...sections(lines.join('\n\n')), ...missingBlocks(content, changes), ...takeOffButton(content, programme, brought)],
  });
}

function missingBlocks(content: Content, changes: RosterChanges): KnownBlock[] {
  return changes.missing.length === 0 ? [] : sections(missingLines(content, changes.missing).join('\n'));
}

function takeOffButton(content: Content, programme: Programme, brought: Brought): KnownBlock[] {
  const out = brought.changes.missing.filter((line) => !isIn(line) && line.standing !== 'declined').length;
  if (out === 0) return [];
  const text = content.plain('joining.take-off.question', { people: counted(out, 'person', 'people') });
  const question = confirm({ title: 'Take them off?', text, yes: 'Take them off', no: 'Leave them' });
  const value = `${programme.id} ${brought.import}`;
  return [
    section(content.say('joining.import.missing.out')),
    actions([button({ label: 'Take off who is not in', action: 'joining.take-off', value, confirm: question })]),
  ];
}
