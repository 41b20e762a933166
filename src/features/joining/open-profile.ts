// Opens the form in which somebody joins or changes their profile, filled with what is known.
import { lookUp } from '../../platform/slack/people.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { openForm } from '../founding/forms.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Said } from '../founding/which.ts';
import { eligible } from './eligible.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import * as profileFields from './profile-fields.ts';
import { type ProfileSays, profileSays } from './profile-says.ts';
import { profileAsItStands, suggestedProfile } from './profile-suggestion.ts';
import { type ProfileForm, profileModal } from './profile-view.ts';
import * as rosterEntries from './rosters/roster-entries.ts';
import { wishesIfAny } from './wishes.ts';

/** `/coachingpairs join`, and the button of an invitation: whoever is in already gets their profile. */
export async function openJoining(tools: Tools, { user, triggerId, channel }: Said, programme: Programme): Promise<Answer | undefined> {
  const { content } = tools;
  const may = await eligible(tools, programme, user, channel);
  if (!may.ok) return { text: content.say(`joining.refused.${may.because}`) };
  const place = await leaders.find(tools.db, programme.id, user);
  const first = place?.leftAt === null ? { first: content.say('joining.already', { programme: programme.name }) } : {};
  const form = place ? await formOf(tools, programme, place) : await newForm(tools, programme, user);
  return openForm(tools, triggerId, profileModal(content, { ...form, ...first }));
}

/** `/coachingpairs profile`. */
export async function openProfile(tools: Tools, { user, triggerId }: Said, programme: Programme): Promise<Answer | undefined> {
  const leader = await leaders.find(tools.db, programme.id, user);
  if (leader?.leftAt !== null) return { text: tools.content.say('joining.refused.not-in', { programme: programme.name }) };
  return openForm(tools, triggerId, profileModal(tools.content, await formOf(tools, programme, leader)));
}

async function formOf(tools: Tools, programme: Programme, leader: Leader): Promise<ProfileForm> {
  const wish = profileAsItStands(leader, await wishesIfAny(tools, leader));
  return { programme: programme.id, functions: programme.functions, wish, to: leader.leftAt === null ? 'change' : 'join' };
}

async function newForm(tools: Tools, programme: Programme, user: string): Promise<ProfileForm> {
  const [person, says] = await Promise.all([lookUp(tools, user), saidInSlack(tools, programme, user)]);
  const entry = await rosterEntries.about(tools.db, programme.id, { user, email: person.email });
  const manager = entry?.manager_email ? await rosterEntries.userOf(tools.db, programme.id, entry.manager_email) : undefined;
  const wish = suggestedProfile({ programme, person, entry, manager, says });
  return { programme: programme.id, functions: programme.functions, wish, to: 'join' };
}

/** Only a suggestion: where Slack does not tell it in time, the form opens without. */
async function saidInSlack(tools: Tools, programme: Programme, user: string): Promise<ProfileSays | undefined> {
  const mapping = await profileFields.of(tools.db, programme.id);
  if (Object.keys(mapping).length === 0) return undefined;
  const found = await tools.slack.profileOf(user);
  return found.ok ? profileSays(mapping, found.value, programme.functions) : undefined;
}
