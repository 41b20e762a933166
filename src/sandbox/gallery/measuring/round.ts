// What the samples report of a round: figures as the room keeps them. What is said of the pulses is worked out by the head that publishes them, so
// that a sample never says what could not be said.
import { type Figures, figuresSchema, type Moment, PULSES, SHOWN } from '../../../features/measuring/figures.ts';
import type { Shown } from '../../../features/measuring/said.ts';
import { bySize, department, programme, times } from '../made-up.ts';
import { result } from '../reviewing/replies.ts';
import type { Size } from '../sample.ts';

/** How many functions the longest report has joined. */
const MOST_FUNCTIONS = 12;

const USUAL: Omit<Figures, 'pulses' | 'map'> = {
  people: { invited: 23, joined: 24, active: 22, paused: 1, left: 1 },
  formed: { pairs: 10, trios: 1 },
  firstMeetings: { percent: 81, is: 'or-more' },
  met: { share: { percent: 75, is: 'about' }, hours: { least: 60, most: 80 } },
  followedUp: { percent: 72, is: 'exactly' },
  goOn: { drawn: true, saying: { percent: 86, is: 'exactly' } },
  spread: {
    ...{ forums: 3, seats: 19, hosts: 2, teams: 2, starters: 2 },
    feedback: {
      ...{ replied: 15, asked: 19 },
      statements: [
        { item: 'fo.1', side: 'yes', saying: { bands: ['most', 'all'] } },
        { item: 'fo.2', side: 'yes', saying: { bands: ['most'] } },
      ],
    },
  },
  fairness: {
    rounds: 1,
    trios: { sum: 3, people: 23, least: 0, most: 1 },
    compromises: { sum: 4, people: 23, least: 0, most: 1 },
    welcomes: 5,
  },
};

const LONGEST: Omit<Figures, 'pulses' | 'map'> = {
  people: { invited: 5000, joined: 1000, active: 980, paused: 10, left: 10 },
  formed: { pairs: 490, trios: 1 },
  firstMeetings: { bands: ['half', 'most', 'all'] },
  met: { share: { bands: ['some', 'half', 'most', 'all'] }, hours: { least: 1000, most: 12_000 } },
  followedUp: { bands: ['half', 'most', 'all'] },
  goOn: { drawn: true, saying: { bands: ['few', 'some', 'half'] } },
  spread: {
    ...{ forums: 120, seats: 900, hosts: 90, teams: 240, starters: 230 },
    feedback: {
      ...{ replied: 400, asked: 900 },
      statements: [
        { item: 'fo.1', side: 'yes', saying: { bands: ['some', 'half', 'most', 'all'] } },
        { item: 'fo.2', side: 'yes', saying: { bands: ['few', 'some', 'half', 'most'] } },
      ],
    },
  },
  fairness: {
    rounds: 20,
    trios: { sum: 60, people: 60, least: 1, most: 3 },
    compromises: { sum: 900, people: 700, least: 1, most: 12 },
    welcomes: 1234,
  },
};

/** Too few of everything to say more than how many there are. */
const SHORTEST: Omit<Figures, 'pulses' | 'map'> = {
  people: { invited: 0, joined: 6, active: 6, paused: 0, left: 0 },
  formed: { pairs: 3, trios: 0 },
  spread: {
    ...{ forums: 1, seats: 4, hosts: 1, teams: 0, starters: 0 },
    feedback: {
      replied: 2,
      asked: 4,
      statements: [
        { item: 'fo.1', side: 'yes' },
        { item: 'fo.2', side: 'yes' },
      ],
    },
  },
  fairness: {
    rounds: 1,
    trios: { sum: 0, people: 6, least: 0, most: 0 },
    compromises: { sum: 0, people: 6, least: 0, most: 0 },
    welcomes: 0,
  },
};

/** Which functions pairs have joined. */
export function bridges(size: Size): Figures['map'] {
  const functions = times(bySize(size, { usual: 8, longest: MOST_FUNCTIONS, shortest: 2 }), (n) => department(size, n));
  const between = functions.flatMap((a, n) =>
    functions.slice(n + 1).map((b, m) => ({
      between: [a, b] as [string, string],
      pairs: bySize(size, { usual: Math.min(1, (n * m) % 8), longest: (n * m) % 8, shortest: 0 }),
    })),
  );
  return { functions, bridges: between.filter(({ pairs }) => size === 'longest' || pairs > 0) };
}

const HALF_WAY: Figures['met'] = { share: { percent: 75, is: 'about' }, hours: { least: 30, most: 40 } };

/** What a report holds. */
export function figures(size: Size, moment: Moment): Figures {
  const pulses = PULSES[moment].map((report) => {
    const { replied, asked, statements } = result(size, report);
    return { report, replied, asked, statements: statements.filter(({ item }) => SHOWN[report].includes(item)) };
  });
  const usual = moment === 'half' ? { ...USUAL, met: HALF_WAY } : USUAL;
  return figuresSchema.parse({ ...bySize(size, { usual, longest: LONGEST, shortest: SHORTEST }), pulses, map: bridges(size) });
}

/** The report of a round, half way or at its end. */
export function report(size: Size, moment: Moment): Shown {
  const date = moment === 'half' ? 'Monday 24 January 2028' : 'Monday 10 April 2028';
  return {
    programme: programme(size).name,
    number: size === 'longest' ? 20 : 1,
    moment,
    date: size === 'longest' ? 'Wednesday 30 September 2027' : date,
    figures: figures(size, moment),
  };
}
