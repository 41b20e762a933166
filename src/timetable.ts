// Everything that time alone sets going, in the order in which it is looked at.
import { home } from './commands.ts';
import { agreementContacts } from './features/coaching/agreement/contacts.ts';
import { checkinsContacts } from './features/coaching/checkins/contacts.ts';
import { apart } from './features/coaching/contacts/apart.ts';
import { coachingContacts } from './features/coaching/contacts/sources.ts';
import { contacts } from './features/coaching/contacts/stream.ts';
import { calendarFiles } from './features/coaching/meetings/calendar-files.ts';
import { meetingsContacts } from './features/coaching/meetings/contacts.ts';
import { overtaken } from './features/coaching/meetings/overtaken.ts';
import { afterAbsence } from './features/founding/after-absence.ts';
import { forumsContacts } from './features/gathering/forums/contacts.ts';
import { forumFiles } from './features/gathering/forums/files.ts';
import { forumHours, forumSpaces } from './features/gathering/forums/hour/streams.ts';
import { forumsKeepUp } from './features/gathering/forums/keep-up.ts';
import { forumDays } from './features/gathering/forums/tell-day.ts';
import { teamBeginnings } from './features/gathering/teams/begin.ts';
import { teamFollowing } from './features/gathering/teams/follow.ts';
import { hostSource } from './features/gathering/teams/weeks/host-source.ts';
import { teamWeeks } from './features/gathering/teams/weeks/stream.ts';
import { invitations } from './features/gathering/together/standing.ts';
import { resumes } from './features/joining/resume.ts';
import { rosterLookUp } from './features/joining/rosters/look-up-roster.ts';
import { retention } from './features/leaving/retention.ts';
import { reportPublishings } from './features/measuring/publishings.ts';
import { choices } from './features/pairing/choosing/keep.ts';
import { choosingOpens } from './features/pairing/choosing/opening.ts';
import { confirmations } from './features/pairing/confirmations.ts';
import { rematching } from './features/pairing/rematching/stream.ts';
import { rotationNotices } from './features/pairing/rotation-notices.ts';
import { rotations } from './features/pairing/rotations.ts';
import { roundEnds } from './features/pairing/round-ends.ts';
import { carriesOn } from './features/reviewing/closing/carry-on.ts';
import { pulseClosings } from './features/reviewing/closings.ts';
import { reviewingContacts } from './features/reviewing/contacts.ts';
import type { Stream } from './platform/schedule/stream.ts';

/** All that reaches leaders unasked is decided about together. */
const unasked = contacts([
  ...coachingContacts,
  ...meetingsContacts,
  ...checkinsContacts,
  ...agreementContacts,
  ...reviewingContacts,
  ...forumsContacts,
  hostSource,
]);

export const timetable: readonly Stream[] = [
  // To the second: before all others.
  forumHours,
  afterAbsence,
  rosterLookUp,
  resumes,
  rotationNotices,
  choices,
  choosingOpens,
  rotations,
  roundEnds,
  rematching,
  confirmations,
  pulseClosings,
  reportPublishings,
  carriesOn,
  teamFollowing,
  teamBeginnings,
  unasked,
  apart,
  teamWeeks,
  overtaken,
  calendarFiles,
  forumsKeepUp,
  forumFiles,
  forumDays,
  invitations,
  retention,
  forumSpaces,
  home.tabs,
];
