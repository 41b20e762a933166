// The part of the room's ears that hears an organiser bring a list: read whole or refused whole, said back where it changes somebody, then kept.
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../../platform/clock.ts';
import { choiceIn, filesIn, textIn } from '../../../platform/slack/inputs.ts';
import type { Press, Reply, Submit, Submitted } from '../../../platform/slack/spoken.ts';
import type { DecodedText } from '../../../platform/text-encoding.ts';
import type { Tools } from '../../../platform/tools.ts';
import { comingRound } from '../../founding/coming-round.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { counted, sayList } from '../../founding/words.ts';
import * as profileFields from '../profile-fields.ts';
import { toldModal } from '../views.ts';
import { CHANGES_SHOWN } from './changes-view.ts';
import { importRoster } from './import-roster.ts';
import { FIELD, importAbout, importedModal, importModal } from './import-views.ts';
import { notOrganiser, organisedForm, push, told, wrong } from './organised.ts';
import { addressesIn } from './roster.ts';
import type { RosterChanges } from './roster-changes.ts';
import { FILE_MOST_MB, readRoster } from './roster-csv.ts';
import type { RosterFault } from './roster-faults.ts';
import { FAULTS_SHOWN, faultBlocks } from './roster-faults-view.ts';
import { WISHES } from './roster-imports.ts';
import { changesFile, faultsFile } from './roster-told-files.ts';
import { takeOff } from './take-off.ts';

const NAMES_SHOWN = 3;

export const onImport: Press = async (tools, pressed) => push(tools, pressed, (programme) => importModal(tools.content, programme));

export const onImportForm: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme) => {
    const { user, state } = submitted;
    const about = importAbout(submitted.privateMetadata);
    const file = filesIn(state, FIELD.file)[0]?.id ?? about.file;
    const pasted = textIn(state, FIELD.pasted);
    const read = await listOf(tools, { file, pasted }, user);
    if (!read.ok)
      return about.file ? told(tools.content.say(read.id, read.blanks)) : wrong(tools, about.mark ? FIELD.pasted : FIELD.file, read);
    const functionElsewhere = (await profileFields.of(tools.db, programme.id)).function !== undefined;
    const parsed = readRoster(read.text, { known: await addressesIn(tools.db, programme), functionElsewhere });
    if (!parsed.ok) return faulty(tools, user, parsed.faults);
    const notes = [...encodingNote(tools, read, parsed.rows), ...parsed.notes.map(({ id, blanks }) => tools.content.say(id, blanks))];
    const wish = WISHES.find((each) => each === choiceIn(state, FIELD.wish)) ?? 'invite';
    const list = { programme: programme.id, by: user, rows: parsed.rows, wish, confirmed: about.mark };
    const done = await importRoster(tools, list);
    if (done.ok) return kept(tools, submitted, programme, { ...done, wish, notes });
    if (done.because === 'not-organiser') return told(notOrganiser(tools).text);
    const { changes, mark } = done;
    return { then: 'update', view: importModal(tools.content, programme, { changes, mark, wish, file, pasted, notes }) };
  });

export const onTakeOff: Press = async (tools, { user, value }) => {
  const [id = '', list = ''] = value.split(' ');
  const programme = await programmes.find(tools.db, tools.workspace, id);
  if (!programme) return notOrganiser(tools);
  const done = await takeOff(tools, { programme, by: user }, list);
  if (!done.ok) return done.because === 'nobody' ? { text: tools.content.say('joining.take-off.nobody') } : notOrganiser(tools);
  return { text: tools.content.say('joining.take-off.done', { people: counted(done.people, 'person', 'people') }) };
};

type ListRead = ({ ok: true } & DecodedText) | { ok: false; id: string; blanks: Record<string, string | number> };

/** Slack's refusals by what to do about them; all others are worth another try. */
const REFUSED: Readonly<Record<string, string>> = { file_too_large: 'joining.import.large', file_not_text: 'joining.import.workbook' };

async function listOf({ slack }: Tools, { file, pasted }: { file: string; pasted: string }, user: string): Promise<ListRead> {
  if (file === '' && pasted === '') return { ok: false, id: 'joining.import.nothing', blanks: {} };
  if (file === '') return { ok: true, text: pasted, encoding: 'UTF-8' };
  const read = await slack.fileText(file, FILE_MOST_MB * 1_000_000, user);
  return read.ok
    ? { ok: true, ...read.value }
    : { ok: false, id: REFUSED[read.error] ?? 'joining.import.unread', blanks: { most: FILE_MOST_MB } };
}

function encodingNote({ content }: Tools, { encoding }: DecodedText, rows: readonly { name: string }[]): string[] {
  if (encoding !== 'Windows-1252') return [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all but the first 128 are looked for.
  const names = rows.map(({ name }) => name).filter((name) => /[^\u0000-\u007f]/.test(name));
  if (names.length === 0) return [content.say('joining.csv.note.encoding')];
  return [content.say('joining.csv.note.encoding.names', { names: sayList(names.slice(0, NAMES_SHOWN)) })];
}

async function faulty(tools: Tools, user: string, faults: readonly RosterFault[]): Promise<Reply> {
  const many = faults.length > FAULTS_SHOWN;
  const inFile = many && (await tools.slack.sendFile(user, faultsFile(tools.content, faults))).ok;
  return { then: 'update', view: { ...toldModal('Not imported', ''), blocks: faultBlocks(tools.content, faults, inFile) } };
}

type Kept = Parameters<typeof importedModal>[2] & { notes: readonly string[] };

async function kept(tools: Tools, { user }: Submitted, programme: Programme, done: Kept): Promise<Reply> {
  const { content } = tools;
  const { updated, missing } = done.changes;
  const counts = updated.some(({ isLeader }) => isLeader);
  const inFile = isLong(done.changes) && (await tools.slack.sendFile(user, changesFile(done.changes))).ok;
  const sentences = [
    ...done.notes,
    ...(counts ? [content.say('joining.import.effect', { date: sayDay(await nextOn(tools, programme)) })] : []),
    ...(inFile ? [content.say('joining.import.changes.file')] : []),
  ];
  tools.knock();
  return { then: 'update', view: importedModal(content, programme, { ...done, changes: { ...done.changes, missing } }, sentences) };
}

function isLong({ updated, missing }: RosterChanges): boolean {
  return updated.length > CHANGES_SHOWN || missing.length > CHANGES_SHOWN;
}

async function nextOn(tools: Tools, programme: Programme): Promise<Temporal.PlainDate> {
  return (await comingRound(tools.db, programme, tools.now())).on;
}
