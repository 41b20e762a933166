// The part of the room's ears that hears organisers: the roster, lists they bring, people they invite. Rights are asked again at every press.

import { choiceIn, filesIn, peopleIn, textIn } from '../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit, Submitted } from '../../platform/slack/spoken.ts';
import { cut } from '../../platform/slack/text.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import type { Programme } from '../founding/programmes.ts';
import * as programmes from '../founding/programmes.ts';
import { mayOrganise } from '../founding/rights.ts';
import { inProgramme } from '../founding/which.ts';
import { counted, sayList } from '../founding/words.ts';
import { outcomeLines } from './import-report.ts';
import { importRoster } from './import-roster.ts';
import { inviteChannel, invitePeople, inviteRoster } from './invite.ts';
import { addressesIn, roster as linesOf } from './roster.ts';
import { readRoster } from './roster-csv.ts';
import { faultBlocks } from './roster-faults-view.ts';
import { rosterFile } from './roster-file.ts';
import { FIELD, importModal, inviteModal, rosterModal } from './roster-views.ts';
import { fileText } from './text-file-view.ts';
import { toldModal } from './views.ts';

const FILE_MOST_BYTES = 1_000_000;

export const roster = inProgramme('joining.roster-in', 'organiser', async (tools, { user, triggerId }, programme) => {
  if (!(await mayOrganise(tools, programme, user))) return notOrganiser(tools);
  return openForm(tools, triggerId, rosterModal(tools.content, programme, await linesOf(tools.db, programme), 0));
});

const onPage: Press = (tools, pressed) =>
  organised(tools, pressed, async (programme) => {
    const lines = await linesOf(tools.db, programme);
    const view = rosterModal(tools.content, programme, lines, Number.parseInt(pressed.value, 10) || 0);
    const shown = pressed.view && (await tools.slack.updateModal(pressed.view.id, view, pressed.view.hash));
    return shown?.ok ? undefined : { text: tools.content.say('founding.form.failed') };
  });

const onImport: Press = (tools, pressed) =>
  organised(tools, pressed, (programme) => push(tools, pressed, importModal(tools.content, programme)));
const onInvite: Press = (tools, pressed) =>
  organised(tools, pressed, (programme) => push(tools, pressed, inviteModal(tools.content, programme)));

const onExport: Press = (tools, pressed) =>
  organised(tools, pressed, async (programme) => {
    const text = rosterFile(await linesOf(tools.db, programme));
    const file = { name: 'roster.csv', title: `Roster of ${programme.name}`, bytes: new TextEncoder().encode(text) };
    const sent = await tools.slack.sendFile(pressed.user, file);
    return sent.ok ? { text: tools.content.say('joining.export.sent') } : fileText(tools.content.say('joining.export.shown'), text);
  });

const onImportForm: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme) => {
    const { user, state } = submitted;
    const [file] = filesIn(state, FIELD.file);
    const pasted = textIn(state, FIELD.pasted);
    if (!file && pasted === '') return wrong(tools, FIELD.file, 'joining.import.nothing');
    const read = file ? await tools.slack.fileText(file.id, FILE_MOST_BYTES, user) : { ok: true as const, value: pasted };
    if (!read.ok) return wrong(tools, FIELD.file, read.error === 'file_too_large' ? 'joining.import.large' : 'joining.import.unread');
    const parsed = readRoster(read.value, await addressesIn(tools.db, programme));
    if (!parsed.ok)
      return { then: 'update', view: { ...toldModal('Not imported', ''), blocks: faultBlocks(tools.content, parsed.faults) } };
    const wish = choiceIn(state, FIELD.wish) === 'enrol' ? 'enrol' : 'invite';
    const done = await importRoster(tools, { programme: programme.id, by: user, rows: parsed.rows, wish });
    if (!done.ok) return told(notOrganiser(tools).text);
    const kept = tools.content.say(`joining.import.kept.${wish}`, { people: counted(done.people, 'person', 'people') });
    const list = cut(sayList(done.newFunctions), 500);
    return told(kept, ...(done.newFunctions.length > 0 ? [tools.content.say('joining.import.functions', { list })] : []));
  });

const onInviteForm: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme) => {
    const wish = { programme, by: submitted.user };
    const whom = choiceIn(submitted.state, FIELD.whom);
    if (whom === 'channel') {
      const done = await inviteChannel(tools, wish);
      return done.ok ? told(tools.content.say('joining.invite.channel')) : wrong(tools, FIELD.whom, `joining.invite.${done.because}`);
    }
    if (whom === 'people') {
      const done = await invitePeople(tools, wish, peopleIn(submitted.state, FIELD.people));
      return done.ok ? told(outcomeLines(tools.content, done).join('\n')) : wrong(tools, FIELD.people, `joining.invite.${done.because}`);
    }
    const done = await inviteRoster(tools, wish);
    if (!done.ok) return wrong(tools, FIELD.whom, `joining.invite.${done.because}`);
    return told(tools.content.say('joining.import.kept.invite', { people: counted(done.people, 'person', 'people') }));
  });

export const rosterPresses: NonNullable<Ears['presses']> = {
  'joining.roster-in': roster.press,
  'joining.roster-earlier': onPage,
  'joining.roster-later': onPage,
  'joining.import': onImport,
  'joining.invite': onInvite,
  'joining.export': onExport,
};

export const rosterSubmits: NonNullable<Ears['submits']> = { 'joining.import': onImportForm, 'joining.invite': onInviteForm };

/** Does it for the programme the modal is about, if the person still organises it. */
async function organised(
  tools: Tools,
  { user, view }: Pressed,
  act: (programme: Programme) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const programme = await programmes.find(tools.db, tools.workspace, view?.privateMetadata ?? '');
  if (!programme || !(await mayOrganise(tools, programme, user))) return notOrganiser(tools);
  return act(programme);
}

async function organisedForm(
  tools: Tools,
  { user, privateMetadata }: Submitted,
  act: (programme: Programme) => Promise<Reply>,
): Promise<Reply> {
  const programme = await programmes.find(tools.db, tools.workspace, privateMetadata);
  if (!programme || !(await mayOrganise(tools, programme, user))) return told(notOrganiser(tools).text);
  return act(programme);
}

async function push(tools: Tools, { triggerId }: Pressed, view: ReturnType<typeof toldModal>): Promise<Answer | undefined> {
  const pushed = await tools.slack.pushModal(triggerId, view);
  return pushed.ok ? undefined : { text: tools.content.say('founding.form.failed') };
}

function notOrganiser({ content }: Tools): Answer {
  return { text: content.say('founding.refused.not-organiser') };
}

function wrong({ content }: Tools, block: string, id: string): Reply {
  return { then: 'errors', errors: { [block]: content.plain(id) } };
}

function told(...texts: string[]): Reply {
  return { then: 'update', view: toldModal('Roster', ...texts) };
}
