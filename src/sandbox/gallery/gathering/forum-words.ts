// What those who have signed up for a Leadership Forum hear of it in their own conversation, and whoever offered it where its invitation went astray.
import { calendarFile } from '../../../features/coaching/meetings/calendar-file.ts';
import { FORUM_MINUTES } from '../../../features/gathering/forums/calendar.ts';
import {
  calendarWords,
  calledOffLetter,
  dayLetter,
  movedLetter,
  placeLetter,
  undeliveredLetter,
} from '../../../features/gathering/forums/letters.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, channel, instant, name, recordId, zone } from '../made-up.ts';
import { asFile, type Drawn, message, type Sample, type Size, samplesOf } from '../sample.ts';

export const FORUM = recordId(70);

/** A day in the time of year whose name is the longest. */
export function startsAt(size: Size, weeks = 0) {
  const at = bySize(size, { usual: '2027-11-10T14:00:00Z', longest: '2027-09-29T10:30:00Z', shortest: '2028-05-01T08:00:00Z' });
  return instant(at).add({ hours: weeks * 7 * 24 });
}

const words = (size: Size) => ({ forum: FORUM, at: startsAt(size), zone: zone(size) });

const lost = (size: Size, refused: boolean) => ({
  letter: recordId(80),
  at: startsAt(size),
  zone: zone(size),
  channel: channel.id,
  refused,
});

function file(content: Content, size: Size): Drawn {
  const to = { name: name(size), email: size === 'shortest' ? null : 'amina.adeyemi@example.org' };
  const about = { id: FORUM, sequence: 1, cancelled: false, start: startsAt(size), minutes: FORUM_MINUTES, to };
  return asFile('leadership-forum.ics', calendarFile({ ...about, ...calendarWords(content), now: instant('2027-09-01T10:12:00Z') }));
}

export const forumWordSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/forums/letters.ts', {
    'gathering.forums.word.place': ['A place has come free', (content, size) => message(placeLetter(content, words(size)))],
    'gathering.forums.word.moved': [
      'My Forum has moved',
      (content, size) => message(movedLetter(content, { ...words(size), from: startsAt(size, -1), seated: true })),
    ],
    'gathering.forums.word.moved.waiting': [
      'The Forum I wait for has moved',
      (content, size) => message(movedLetter(content, { ...words(size), from: startsAt(size, -1), seated: false })),
    ],
    'gathering.forums.word.called-off': ['My Forum is called off', (content, size) => message(calledOffLetter(content, words(size)))],
    'gathering.forums.undelivered': ['Is my invitation there?', (content, size) => message(undeliveredLetter(content, lost(size, false)))],
    'gathering.forums.refused': ['My invitation was refused', (content, size) => message(undeliveredLetter(content, lost(size, true)))],
    'gathering.forums.day': ['My Forum is today', (content, size) => message(dayLetter(content, words(size)))],
    'gathering.forums.file': ['The calendar file of a Forum', file],
  }),
];
