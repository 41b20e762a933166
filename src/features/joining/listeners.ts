// What the joining room listens to: leaders come in, say who they are, look where they stand, sit out and come back.
import type { Ears, Reply, Submit } from '../../platform/slack/spoken.ts';
import { comingRound } from '../founding/coming-round.ts';
import { atFields } from '../founding/forms.ts';
import * as programmes from '../founding/programmes.ts';
import { inProgramme } from '../founding/which.ts';
import { isInTime } from './in-time.ts';
import { join } from './join.ts';
import { openJoining, openProfile } from './open-profile.ts';
import { pausePresses, pauseSubmits, pausing } from './pause-ears.ts';
import { readProfile } from './profile-form.ts';
import { roster, rosterPresses, rosterSubmits } from './rosters/roster-ears.ts';
import { joinedModal, toldModal } from './views.ts';

const joining = inProgramme('joining.join-in', 'newcomer', openJoining);
const profile = inProgramme('joining.profile-in', 'leader', openProfile);

const onProfileForm: Submit = async (tools, { user, privateMetadata, state }) => {
  const programme = await programmes.find(tools.db, tools.workspace, privateMetadata);
  if (!programme) return told(tools.content.say('founding.gone'));
  const read = readProfile(state, user, programme.functions);
  if (!read.ok) return atFields(tools, read.faults);
  const joined = await join(tools, { programme, user, wish: read.wish });
  if (!joined.ok && joined.because === 'people') return atFields(tools, joined.faults);
  if (!joined.ok) return told(tools.content.say(`joining.refused.${joined.because}`));
  const next = await comingRound(tools.db, programme, tools.now());
  const inTime = joined.how !== 'changed' && (await isInTime(tools.db, programme, tools.now()));
  const view = joinedModal(tools.content, programme, { how: inTime ? 'in-time' : joined.how, nextOn: next.on });
  return { then: 'update', view };
};

export const onJoin = joining.hear;
export const onProfile = profile.hear;
export const onPause = pausing.hear;
export const onRoster = roster.hear;

export const ears: Ears = {
  presses: {
    'joining.sign-up': joining.press,
    'joining.join-in': joining.press,
    'joining.profile-in': profile.press,
    ...pausePresses,
    ...rosterPresses,
  },
  submits: {
    'joining.profile': onProfileForm,
    ...pauseSubmits,
    ...rosterSubmits,
  },
};

function told(text: string): Reply {
  return { then: 'update', view: toldModal('Coaching Pairs', text) };
}
