// Everything a person may type. Help is made from this table; adding a word is one line here and one function in a room.
import { onAgreement } from './features/coaching/agreement/listeners.ts';
import { onCheckin, onCommit, onCommitments } from './features/coaching/checkins/listeners.ts';
import { onComeBack } from './features/coaching/going-on-ears.ts';
import { onHelpMe } from './features/coaching/help/listeners.ts';
import { onNote, onNotes } from './features/coaching/listeners.ts';
import { onMeet } from './features/coaching/meetings/listeners.ts';
import { onAudit } from './features/founding/audit-ears.ts';
import { onFound, onOrganisers, onSettings } from './features/founding/listeners.ts';
import { onForum } from './features/gathering/forums/listeners.ts';
import { onTeam } from './features/gathering/teams/listeners.ts';
import { onGathering } from './features/gathering/together/listeners.ts';
import { atHome } from './features/home/listeners.ts';
import { onJoin, onPause, onProfile, onRoster } from './features/joining/listeners.ts';
import { onErase, onExport, onLeave, onPrivacy } from './features/leaving/listeners.ts';
import { onReport } from './features/measuring/listeners.ts';
import { onChange, onRotate, onRotateOn, onRotateUndo } from './features/pairing/listeners.ts';
import type { Hear } from './platform/slack/spoken.ts';

export interface Command {
  /** The first word after the slash command; empty for the command alone. */
  word: string;
  /** What may follow the word, as help shows it. */
  args?: string;
  for: 'everyone' | 'organiser';
  help: string;
  run: Hear;
}

/** The menu and help are made from the tables below. */
export const home = atHome(() => ({ '/coachingpairs': commands, '/rotate': rotateCommands }));

/** `/coachingpairs …` */
export const commands: readonly Command[] = [
  { word: '', for: 'everyone', help: 'home.help.menu', run: home.onMenu },
  { word: 'join', for: 'everyone', help: 'joining.help.join', run: onJoin },
  { word: 'profile', for: 'everyone', help: 'joining.help.profile', run: onProfile },
  { word: 'partner', for: 'everyone', help: 'pairing.help.partner', run: home.onPartner },
  { word: 'status', for: 'everyone', help: 'home.help.status', run: home.onStatus },
  { word: 'checkin', for: 'everyone', help: 'coaching.help.checkin', run: onCheckin },
  { word: 'commit', for: 'everyone', help: 'coaching.help.commit', run: onCommit },
  { word: 'commitments', for: 'everyone', help: 'coaching.help.commitments', run: onCommitments },
  { word: 'note', for: 'everyone', help: 'coaching.help.note', run: onNote },
  { word: 'notes', for: 'everyone', help: 'coaching.help.notes', run: onNotes },
  { word: 'meet', for: 'everyone', help: 'coaching.help.meet', run: onMeet },
  { word: 'agreement', for: 'everyone', help: 'coaching.help.agreement', run: onAgreement },
  { word: 'guide', for: 'everyone', help: 'home.help.guide', run: home.onGuide },
  { word: 'pause', args: '[until]', for: 'everyone', help: 'joining.help.pause', run: onPause },
  { word: 'resume', for: 'everyone', help: 'joining.help.resume', run: onComeBack },
  { word: 'change', for: 'everyone', help: 'pairing.help.change', run: onChange },
  { word: 'help-me', for: 'everyone', help: 'coaching.help.help-me', run: onHelpMe },
  { word: 'forum', for: 'everyone', help: 'forums.help', run: onForum },
  { word: 'team', for: 'everyone', help: 'teams.help.team', run: onTeam },
  { word: 'privacy', for: 'everyone', help: 'leaving.help.privacy', run: onPrivacy },
  { word: 'export', for: 'everyone', help: 'leaving.help.export', run: onExport },
  { word: 'erase', for: 'everyone', help: 'leaving.help.erase', run: onErase },
  { word: 'leave', for: 'everyone', help: 'leaving.help.leave', run: onLeave },
  { word: 'help', for: 'everyone', help: 'home.help.help', run: home.onHelp },
  { word: 'found', for: 'organiser', help: 'founding.help.found', run: onFound },
  { word: 'settings', for: 'organiser', help: 'founding.help.settings', run: onSettings },
  { word: 'roster', for: 'organiser', help: 'joining.help.roster', run: onRoster },
  { word: 'organisers', args: '[add|remove @name]', for: 'organiser', help: 'founding.help.organisers', run: onOrganisers },
  { word: 'gathering', for: 'organiser', help: 'together.help.gathering', run: onGathering },
  { word: 'report', for: 'organiser', help: 'measuring.help.report', run: onReport },
  { word: 'audit', for: 'organiser', help: 'founding.help.audit', run: onAudit },
];

/** `/rotate …` */
export const rotateCommands: readonly Command[] = [
  { word: '', for: 'organiser', help: 'pairing.help.rotate', run: onRotate },
  { word: 'on', args: '2027-01-12', for: 'organiser', help: 'pairing.help.rotate-on', run: onRotateOn },
  { word: 'undo', for: 'organiser', help: 'pairing.help.rotate-undo', run: onRotateUndo },
];
