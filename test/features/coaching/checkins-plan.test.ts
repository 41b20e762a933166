// What an answer makes of a commitment, what a leader is asked next, and when: by tables.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { roundCalendar } from '../../../src/features/coaching/calendar.ts';
import { checkinSlot, nudgeSlot, stallSlot } from '../../../src/features/coaching/checkins/calendar.ts';
import {
  type Answer,
  answer,
  type Carry,
  type CheckinFacts,
  carry,
  isShownIn,
  nextStep,
  reopen,
  type Standing,
  type State,
} from '../../../src/features/coaching/checkins/plan.ts';
import type { Hours } from '../../../src/features/coaching/hours.ts';

const before = '2027-02-01T09:00:00.000Z';
const answered = '2027-02-10T09:30:00.000Z';
const after = '2027-02-10T09:40:00.000Z';

function standing(about: Partial<Standing> = {}): Standing {
  return { id: 'c1', state: 'open', carries: 0, fortnight: 1, asked: null, madeAt: before, settledAt: null, noticedAt: null, ...about };
}

describe('an answer about a commitment', () => {
  test.each<[State, Answer, State]>([
    ['open', 'done', 'done'],
    ['open', 'partly', 'partly'],
    ['open', 'not-yet', 'not-yet'],
    ['open', 'let-go', 'let-go'],
    ['not-yet', 'done', 'done'],
    ['done', 'partly', 'partly'],
    ['done', 'not-yet', 'not-yet'],
    ['let-go', 'done', 'done'],
  ])('%s, then "%s", is %s', (from, given, to) => {
    expect(answer(standing({ state: from }), given, 2, 0)).toEqual({ ok: true, change: { state: to, carries: 0, asked: 2 } });
  });

  test('a settled one is not taken up again while two others are open', () => {
    expect(answer(standing({ state: 'done' }), 'not-yet', 2, 2)).toEqual({ ok: false, because: 'too-many' });
    expect(reopen(standing({ state: 'done' }), 2)).toEqual({ ok: false, because: 'too-many' });
    expect(reopen(standing({ state: 'done', asked: 2 }), 1)).toEqual({ ok: true, change: { state: 'open', carries: 0, asked: 2 } });
  });

  test('"not yet" twice in one fortnight carries it once', () => {
    const carried = standing({ state: 'open', carries: 1, asked: 2 });
    expect(answer(carried, 'not-yet', 2, 0)).toEqual({ ok: true, change: { state: 'open', carries: 1, asked: 2 } });
  });
});

describe('what becomes of one that is not yet done', () => {
  const done = (state: State, carries: number) => ({ ok: true, change: { state, carries, asked: 2 } });
  test.each<[State, number, Carry, object]>([
    ['not-yet', 0, 'keep', done('open', 1)],
    ['not-yet', 1, 'keep', done('open', 2)],
    ['not-yet', 2, 'keep', { ok: false, because: 'carried-twice' }],
    ['not-yet', 2, 'smaller', done('open', 3)],
    ['not-yet', 2, 'let-go', done('let-go', 2)],
    ['not-yet', 0, 'let-go', done('let-go', 0)],
    ['open', 1, 'keep', done('open', 1)],
    ['open', 1, 'smaller', done('open', 1)],
    ['done', 0, 'keep', { ok: false, because: 'settled' }],
    ['done', 0, 'smaller', { ok: false, because: 'settled' }],
    ['let-go', 1, 'let-go', done('let-go', 1)],
  ])('%s, carried %i times, "%s"', (state, carries, wish, expected) => {
    expect(carry(standing({ state, carries, asked: 2 }), wish)).toEqual(expected);
  });
});

describe('the next question', () => {
  const met = { met: 'met', answeredAt: answered, finished: false } as const;
  const step = (facts: Partial<CheckinFacts>) => nextStep({ fortnight: 2, commitments: [], ...facts });

  test.each<[string, Partial<CheckinFacts>, object]>([
    ['nothing answered', {}, { is: 'ask' }],
    ['skipped', { answer: { ...met, met: 'skip' } }, { is: 'skipped' }],
    ['not yet', { answer: { ...met, met: 'not-yet' } }, { is: 'not-yet' }],
    ['not yet, and left', { answer: { ...met, met: 'not-yet', finished: true } }, { is: 'left' }],
    ['not yet asks nothing of a commitment', { answer: { ...met, met: 'not-yet' }, commitments: [standing()] }, { is: 'not-yet' }],
    ['met, nothing open', { answer: met }, { is: 'commit' }],
    ['met, one open', { answer: met, commitments: [standing()] }, { is: 'how', about: 'c1' }],
    [
      'made before the check-in of its own fortnight',
      { answer: met, commitments: [standing({ fortnight: 2 })] },
      { is: 'how', about: 'c1' },
    ],
    ['two open: the older first', { answer: met, commitments: [standing(), standing({ id: 'c2' })] }, { is: 'how', about: 'c1' }],
    [
      'the older answered: the newer',
      { answer: met, commitments: [standing({ state: 'let-go', asked: 2 }), standing({ id: 'c2' })] },
      { is: 'how', about: 'c2' },
    ],
    [
      'done just now',
      { answer: met, commitments: [standing({ state: 'done', asked: 2, settledAt: after })] },
      { is: 'noticed', about: 'c1' },
    ],
    [
      'done, and the line written or skipped',
      { answer: met, commitments: [standing({ state: 'done', asked: 2, settledAt: after, noticedAt: after })] },
      { is: 'commit' },
    ],
    [
      'done before the check-in',
      { answer: met, commitments: [standing({ state: 'done', asked: 2, settledAt: before })] },
      { is: 'commit' },
    ],
    [
      'not yet, undecided',
      { answer: met, commitments: [standing({ state: 'not-yet', asked: 2, carries: 1 })] },
      { is: 'carry', about: 'c1', last: false },
    ],
    [
      'not yet, carried twice before',
      { answer: met, commitments: [standing({ state: 'not-yet', asked: 2, carries: 2 })] },
      { is: 'carry', about: 'c1', last: true },
    ],
    [
      'undecided since an earlier fortnight',
      { answer: met, commitments: [standing({ state: 'not-yet', asked: 1 })] },
      { is: 'how', about: 'c1' },
    ],
    ['carried on: one more may be added', { answer: met, commitments: [standing({ asked: 2, carries: 1 })] }, { is: 'commit' }],
    [
      'two carried on: as many as there can be',
      { answer: met, commitments: [standing({ asked: 2, carries: 1 }), standing({ id: 'c2', asked: 2, carries: 1 })] },
      { is: 'full' },
    ],
    ['a new one made', { answer: met, commitments: [standing({ fortnight: 2, madeAt: after })] }, { is: 'done', saved: true }],
    ['none wanted', { answer: { ...met, finished: true } }, { is: 'done', saved: false }],
    [
      'carried on, and none wanted',
      { answer: { ...met, finished: true }, commitments: [standing({ asked: 2, carries: 1 })] },
      { is: 'done', saved: true },
    ],
    ['the closing fortnight begins nothing new', { fortnight: 13, answer: met }, { is: 'done', saved: false }],
    [
      'a check-in of a past fortnight leaves alone what was asked later, or made later',
      {
        fortnight: 1,
        answer: met,
        commitments: [standing({ asked: 2, carries: 1 }), standing({ id: 'c2', fortnight: 2, madeAt: before })],
      },
      { is: 'full' },
    ],
  ])('%s', (_, facts, expected) => {
    expect(step(facts)).toEqual(expected);
  });

  test('every way through a check-in comes to an end', () => {
    const ends = new Set(['done', 'full', 'left', 'skipped']);
    for (const first of ['done', 'partly', 'not-yet', 'let-go'] as const)
      for (const second of ['done', 'partly', 'not-yet', 'let-go'] as const)
        for (const wish of ['keep', 'smaller', 'let-go'] as const) {
          let commitments = [standing(), standing({ id: 'c2', carries: 2 })];
          let finished = false;
          let asked = 0;
          for (;;) {
            const now = step({ answer: { ...met, finished }, commitments });
            if (ends.has(now.is)) break;
            expect(asked++).toBeLessThan(8);
            if (now.is === 'commit') finished = true;
            else if ('about' in now) commitments = commitments.map((each) => (each.id === now.about ? moved(each, now) : each));
          }
          expect(commitments.every(({ carries }) => carries <= 3)).toBe(true);

          function moved(each: Standing, now: ReturnType<typeof step>): Standing {
            if (now.is === 'noticed') return { ...each, noticedAt: after };
            const last = now.is === 'carry' && now.last && wish === 'keep' ? 'smaller' : wish;
            const changed = now.is === 'carry' ? carry(each, last) : answer(each, each.id === 'c1' ? first : second, 2, 1);
            if (!changed.ok) throw new Error(changed.because);
            return { ...each, ...changed.change, settledAt: after };
          }
        }
  });
});

test.each<[State, number | null, boolean]>([
  ['open', null, true],
  ['open', 2, true],
  ['not-yet', 2, true],
  ['done', 4, true],
  ['partly', 5, true],
  ['done', 3, false],
  ['let-go', 5, false],
])('one that was shared, %s, last asked about in fortnight %s, is shown to partners in fortnight 5: %s', (state, asked, shown) => {
  expect(isShownIn({ state, asked }, 5)).toBe(shown);
});

describe('when', () => {
  const hours: Hours = { zone: 'Europe/London', days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', rests: [] };
  const usual = { weekday: 2, time: '09:30' };
  const calendar = roundCalendar('2027-01-18', []);
  const at = (text: string) => Temporal.Instant.from(text);
  const due = (slot: { due: Temporal.Instant }) => slot.due.toString();

  test('without a booking the check-in is due on the second Wednesday', () => {
    expect(due(checkinSlot(calendar, 1, { hours, usual }))).toBe('2027-01-27T09:30:00Z');
    expect(due(checkinSlot(calendar, 6, { hours, usual }))).toBe('2027-04-07T08:30:00Z');
  });

  test('a pause week moves it with the fortnight', () => {
    const rest = { from: Temporal.PlainDate.from('2027-01-25'), to: Temporal.PlainDate.from('2027-01-31') };
    expect(due(checkinSlot(roundCalendar('2027-01-18', [rest]), 1, { hours, usual }))).toBe('2027-02-03T09:30:00Z');
  });

  test('after a booked meeting it is due on the next working day', () => {
    expect(due(checkinSlot(calendar, 1, { hours, usual }, at('2027-01-21T14:00:00Z')))).toBe('2027-01-22T09:30:00Z');
    expect(due(checkinSlot(calendar, 1, { hours, usual }, at('2027-01-22T14:00:00Z')))).toBe('2027-01-25T09:30:00Z');
    const part = { ...hours, days: [2, 4] };
    expect(due(checkinSlot(calendar, 1, { hours: part, usual }, at('2027-01-21T14:00:00Z')))).toBe('2027-01-26T09:30:00Z');
    const auckland = { ...hours, zone: 'Pacific/Auckland' };
    expect(due(checkinSlot(calendar, 1, { hours: auckland, usual }, at('2027-01-20T21:00:00Z')))).toBe('2027-01-21T20:30:00Z');
  });

  test('not on a day of rest', () => {
    const rests = [{ from: Temporal.PlainDate.from('2027-01-22'), to: Temporal.PlainDate.from('2027-01-26') }];
    expect(due(checkinSlot(calendar, 1, { hours: { ...hours, rests }, usual }, at('2027-01-21T14:00:00Z')))).toBe('2027-01-27T09:30:00Z');
  });

  test('the nudge is due two working days after the check-in reached them, and not before a meeting booked since', () => {
    expect(due(nudgeSlot({ hours, usual }, at('2027-01-27T09:30:10Z')))).toBe('2027-01-29T09:30:00Z');
    expect(due(nudgeSlot({ hours, usual }, at('2027-01-28T12:00:00Z')))).toBe('2027-02-01T09:30:00Z');
    const friday = at('2027-01-29T14:00:00Z');
    expect(due(nudgeSlot({ hours, usual }, at('2027-01-27T09:30:10Z'), friday))).toBe('2027-02-01T09:30:00Z');
    expect(due(nudgeSlot({ hours, usual }, at('2027-01-27T09:30:10Z'), at('2027-01-20T14:00:00Z')))).toBe('2027-01-29T09:30:00Z');
  });

  test('word of two fortnights without a meeting comes in the first week of the third, or within it', () => {
    const slot = stallSlot(calendar, 3, { hours, usual });
    expect(due(slot)).toBe('2027-02-17T09:30:00Z');
    expect(slot.closes.toString()).toBe('2027-03-01T00:00:00Z');
  });
});
