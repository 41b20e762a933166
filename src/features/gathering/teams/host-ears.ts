// What leaders hear who host a team or would like to: how it works, the form, asking more people, stopping; and `/coachingpairs team`, which anybody may
// type. Who acts is whoever pressed; whose team it is, is looked up at every press.
import { z } from 'zod';
import { dayNamed, dayOf, sayDay } from '../../../platform/clock.ts';
import { dayIn, peopleIn, remembered, textIn } from '../../../platform/slack/inputs.ts';
import type { Answer, Ears, Hear, Press, Pressed, Submit } from '../../../platform/slack/spoken.ts';
import type { Tools } from '../../../platform/tools.ts';
import { atFields, openForm } from '../../founding/forms.ts';
import * as pauseWeeks from '../../founding/pause-weeks.ts';
import * as programmes from '../../founding/programmes.ts';
import { askMore } from './ask-more.ts';
import { usableMonday, usualMonday } from './calendar.ts';
import { INVITATION, MONDAY, MORE_FORM, moreForm, PEOPLE, START_FORM, startForm } from './form-view.ts';
import { hostOf } from './host.ts';
import { mayStart, seeTeams } from './see.ts';
import { startTeam } from './start.ts';
import { stopTeam } from './stop.ts';
import { HOW, howModal, MORE, SEE, START, STOP, TEAM, teamModal, teamTold } from './team-view.ts';
import * as teams from './teams.ts';

/** `/coachingpairs team` */
export const onTeam: Hear = async (tools, { user, channel, triggerId }) => {
  const here = await programmes.ofChannel(tools.db, tools.workspace, channel);
  const seen = await seeTeams(tools, { user, ...(here && { programme: here.id }) }, tools.now());
  return openForm(tools, triggerId, teamModal(tools.content, seen));
};

const onSee: Press = async (tools, pressed) => onTop(tools, pressed, teamModal(tools.content, await seeTeams(tools, pressed, tools.now())));

const onHow: Press = async (tools, pressed) => {
  const may = await mayStart(tools, { user: pressed.user, programme: pressed.value }, tools.now());
  const running = await teams.openOf(tools.db, tools.workspace, pressed.user);
  return onTop(tools, pressed, howModal(tools.content, may && !('away' in may) && !running ? may : undefined));
};

const onStart: Press = async (tools, pressed) => {
  const now = tools.now();
  const host = await hostOf(tools.db, tools.workspace, { user: pressed.user, programme: pressed.value }, now);
  if (!host.ok) return { text: tools.content.say(`teams.refused.${host.because}`) };
  if (await teams.openOf(tools.db, tools.workspace, pressed.user)) return onSee(tools, pressed);
  const rests = await pauseWeeks.of(tools.db, host.leader.programme);
  const monday = usableMonday(usualMonday(dayOf(now, host.leader.timeZone)), rests).toString();
  return inPlace(tools, pressed, startForm(tools.content, { team: tools.newId(), programme: host.leader.programme, monday }));
};

const about = z.object({ team: z.string().regex(/^[0-9a-f]{32}$/), programme: z.string() });

const onStarted: Submit = async (tools, { user, privateMetadata, state }) => {
  const known = about.safeParse(remembered(privateMetadata));
  if (!known.success) return { then: 'update', view: teamTold(tools.content.say('teams.refused.gone')) };
  const { team: id, programme } = known.data;
  const wish = { people: peopleIn(state, PEOPLE), invitation: textIn(state, INVITATION), beginsOn: dayIn(state, MONDAY) };
  const started = await startTeam(tools, { user, id, programme, ...wish });
  if (started.ok) {
    const text = tools.content.say('teams.started', { date: sayDay(dayNamed(started.team.beginsOn)) });
    return { then: 'update', view: teamTold(text) };
  }
  if (started.because === 'faults') return atFields(tools, started.faults);
  return { then: 'update', view: teamTold(tools.content.say(`teams.refused.${started.because}`)) };
};

const onMore: Press = async (tools, pressed) => {
  const team = await teams.openOf(tools.db, tools.workspace, pressed.user);
  if (team?.id !== pressed.value) return { text: tools.content.say('teams.refused.gone') };
  return inPlace(tools, pressed, moreForm(tools.content, team.id));
};

const onMoreAsked: Submit = async (tools, { user, privateMetadata: team, state }) => {
  const asked = await askMore(tools, { user, team, people: peopleIn(state, PEOPLE) });
  if (asked.ok) return { then: 'update', view: teamTold(tools.content.say('teams.more.asked')) };
  if (asked.because === 'fault') return atFields(tools, { [PEOPLE]: asked.fault });
  return { then: 'update', view: teamTold(tools.content.say(`teams.refused.${asked.because}`)) };
};

const onStop: Press = async (tools, pressed) => {
  const { ok } = await stopTeam(tools, { user: pressed.user, team: pressed.value });
  const text = tools.content.say(ok ? 'teams.stopped' : 'teams.refused.gone');
  if (pressed.view?.callbackId !== TEAM) return { text };
  const shown = await tools.slack.updateModal(pressed.view.id, teamTold(text));
  return shown.ok ? undefined : { text };
};

/** On top of the modal in which the button stood, or as one of its own. */
async function onTop(tools: Tools, { view, triggerId }: Pressed, next: ReturnType<typeof teamTold>): Promise<Answer | undefined> {
  const pushed = view?.callbackId ? await tools.slack.pushModal(triggerId, next) : { ok: false };
  return pushed.ok ? undefined : openForm(tools, triggerId, next);
}

/** A form takes the place of the modal in which the button stood: once it is sent, nothing older stands beneath it. */
async function inPlace(tools: Tools, { view, triggerId }: Pressed, next: ReturnType<typeof teamTold>): Promise<Answer | undefined> {
  const changed = view?.callbackId ? await tools.slack.updateModal(view.id, next, view.hash) : { ok: false };
  return changed.ok ? undefined : openForm(tools, triggerId, next);
}

export const hostPresses: NonNullable<Ears['presses']> = {
  [SEE]: onSee,
  [HOW]: onHow,
  [START]: onStart,
  [MORE]: onMore,
  [STOP]: onStop,
};

export const hostForms: NonNullable<Ears['submits']> = { [START_FORM]: onStarted, [MORE_FORM]: onMoreAsked };
