// The part of the room's ears that hears organisers: who is on the roster, whom they invite and remind, which fields of Slack they use.
import { choiceIn, peopleIn } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Press, Pressed, Reply, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { openForm } from '../../founding/forms.ts';
import type { Programme } from '../../founding/programmes.ts';
import * as programmes from '../../founding/programmes.ts';
import { mayOrganise } from '../../founding/rights.ts';
import { inProgramme } from '../../founding/which.ts';
import { counted } from '../../founding/words.ts';
import { fileText } from '../text-file-view.ts';
import { decline } from './decline.ts';
import { onFields, onFieldsForm } from './fields-ears.ts';
import { onImport, onImportForm, onTakeOff } from './import-ears.ts';
import { outcomeLines } from './import-report.ts';
import { inviteChannel, invitePeople, inviteRoster } from './invite.ts';
import { FIELD as INVITE_FIELD, inviteModal } from './invite-views.ts';
import { notOrganiser, organised, organisedForm, push, told, wrong } from './organised.ts';
import { remind } from './remind.ts';
import { roster as linesOf } from './roster.ts';
import { rosterFile } from './roster-file.ts';
import { lookingIn } from './roster-search.ts';
import { rosterModal } from './roster-views.ts';

export const roster = inProgramme('joining.roster-in', 'organiser', async (tools, { user, triggerId }, programme) => {
  if (!(await mayOrganise(tools, programme, user))) return notOrganiser(tools);
  return openForm(tools, triggerId, rosterModal(tools.content, programme, await linesOf(tools.db, programme)));
});

const onPage: Press = (tools, pressed) =>
  organised(tools, pressed, async (programme) => {
    const looking = pressed.view ? lookingIn(pressed.view.state) : {};
    const view = rosterModal(tools.content, programme, await linesOf(tools.db, programme), { ...looking, page: Number(pressed.value) });
    const shown = pressed.view && (await tools.slack.updateModal(pressed.view.id, view, pressed.view.hash));
    return shown?.ok ? undefined : { text: tools.content.say('founding.form.failed') };
  });

const onShow: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme) => {
    const looking = lookingIn(submitted.state);
    return { then: 'update', view: rosterModal(tools.content, programme, await linesOf(tools.db, programme), looking) };
  });

const onInvite: Press = (tools, pressed) => push(tools, pressed, (programme) => inviteModal(tools.content, programme));

const onExport: Press = (tools, pressed) => organised(tools, pressed, (programme) => exported(tools, pressed, programme));

async function exported(tools: Tools, { user }: Pressed, programme: Programme): Promise<Answer> {
  const text = rosterFile(await linesOf(tools.db, programme), programme.timeZone);
  const file = { name: 'roster.csv', title: `Roster of ${programme.name}`, bytes: new TextEncoder().encode(text) };
  const sent = await tools.slack.sendFile(user, file);
  return sent.ok ? { text: tools.content.say('joining.export.sent') } : fileText(tools.content.say('joining.export.shown'), text);
}

const onRemind: Press = (tools, pressed) =>
  organised(tools, pressed, async (programme) => {
    const done = await remind(tools, { programme, by: pressed.user });
    if (!done.ok) return done.because === 'nobody' ? { text: tools.content.say('joining.remind.nobody') } : notOrganiser(tools);
    return { text: tools.content.say('joining.remind.done', { people: counted(done.people, 'person', 'people') }) };
  });

const onInviteForm: Submit = (tools, submitted) =>
  organisedForm(tools, submitted, async (programme): Promise<Reply> => {
    const wish = { programme, by: submitted.user };
    const whom = choiceIn(submitted.state, INVITE_FIELD.whom);
    const refused = (block: string, because: string) => wrong(tools, block, { id: `joining.invite.${because}`, blanks: {} });
    if (whom === 'channel') {
      const done = await inviteChannel(tools, wish);
      return done.ok ? told(tools.content.say('joining.invite.channel')) : refused(INVITE_FIELD.whom, done.because);
    }
    if (whom === 'people') {
      const done = await invitePeople(tools, wish, peopleIn(submitted.state, INVITE_FIELD.people));
      return done.ok ? told(outcomeLines(tools.content, done).join('\n')) : refused(INVITE_FIELD.people, done.because);
    }
    const done = await inviteRoster(tools, wish);
    if (!done.ok) return refused(INVITE_FIELD.whom, done.because);
    return told(tools.content.say('joining.import.kept.invite', { people: counted(done.people, 'person', 'people') }));
  });

/** The answer of somebody who was invited. */
const onDecline: Press = async (tools, { user, value }) => {
  const programme = await programmes.find(tools.db, tools.workspace, value);
  if (!programme) return { text: tools.content.say('founding.gone') };
  const done = await decline(tools, { programme: programme.id, user });
  return { text: tools.content.say(done.ok ? 'joining.declined' : `joining.declined.${done.because}`, { programme: programme.name }) };
};

export const rosterPresses: NonNullable<Ears['presses']> = {
  'joining.roster-in': roster.press,
  'joining.roster-earlier': onPage,
  'joining.roster-later': onPage,
  'joining.import': onImport,
  'joining.take-off': onTakeOff,
  'joining.invite': onInvite,
  'joining.remind': onRemind,
  'joining.decline': onDecline,
  'joining.fields': onFields,
  'joining.export': onExport,
};

export const rosterSubmits: NonNullable<Ears['submits']> = {
  'joining.roster': onShow,
  'joining.import': onImportForm,
  'joining.invite': onInviteForm,
  'joining.fields': onFieldsForm,
};
