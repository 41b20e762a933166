// When a gathering may be, how its minutes go, and which insights stand on slides.
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { roundCalendar } from '../../../../src/features/coaching/calendar.ts';
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import type { Occasion } from '../../../../src/features/gathering/together/occasion.ts';
import {
  drawnBy,
  inSlides,
  isTimeToPlan,
  lastDay,
  minutesOf,
  usualMoment,
  wrongMoment,
} from '../../../../src/features/gathering/together/plan.ts';
import { readPlan } from '../../../../src/features/gathering/together/plan-form.ts';
import type { RoundTable } from '../../../../src/platform/db/tables.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const instant = (text: string) => Temporal.Instant.from(text);
const calendar = roundCalendar('2027-01-18', []);
const zone = 'Europe/London';

describe('the day', () => {
  test('is the Thursday of week 26, and the next Thursday once that has come', () => {
    expect(lastDay(calendar)).toEqual(day('2027-07-18'));
    expect(usualMoment(calendar, day('2027-06-01'))).toEqual({ day: day('2027-07-15'), time: '14:00' });
    expect(usualMoment(calendar, day('2027-07-15')).day).toEqual(day('2027-07-22'));
    expect(usualMoment(calendar, day('2027-07-20')).day).toEqual(day('2027-07-22'));
  });

  test('moves with pause weeks', () => {
    const rests = [{ from: day('2027-04-05'), to: day('2027-04-11') }];
    expect(usualMoment(roundCalendar('2027-01-18', rests), day('2027-06-01')).day).toEqual(day('2027-07-22'));
  });

  test('is asked for in the last six weeks, and a little after', () => {
    const asked = ['2027-06-05', '2027-06-06', '2027-07-18', '2027-08-08', '2027-08-09'].map((text) => isTimeToPlan(calendar, day(text)));
    expect(asked).toEqual([false, true, true, true, false]);
  });

  test('lies ahead, and not long after the round', () => {
    const now = instant('2027-07-06T11:00:00Z');
    const wrong = (text: string) => wrongMoment({ calendar, zone }, instant(text), now);
    expect(wrong('2027-07-06T11:00:00Z')).toBe('past');
    expect(wrong('2027-07-06T11:01:00Z')).toBeUndefined();
    expect(wrong('2027-09-12T22:59:00Z')).toBeUndefined();
    expect(wrong('2027-09-12T23:00:00Z')).toBe('late');
  });
});

describe('the form', () => {
  const programme = { anchorOn: day('2027-01-12'), anchorNumber: 1, cycleMonths: 6, timeZone: zone } as Programme;
  const occasion: Occasion = { programme, round: { number: 1 } as RoundTable, calendar, followed: false };
  const state = (date: string, time: string, reveals = false) => ({
    ...{ day: { a: { selected_date: date } }, time: { a: { selected_time: time } }, place: { a: { value: ' Room\n 5 ' } } },
    ...(reveals && { reveal: { a: { selected_options: [{ value: 'reveals' }] } } }),
  });
  const read = (on: Occasion, ...about: Parameters<typeof state>) => readPlan(state(...about), on, instant('2027-03-01T09:00:00Z'));

  test('is read in the zone of the programme, in summer and in winter, and the place on one line', () => {
    expect(read(occasion, '2027-07-15', '14:00')).toEqual({
      ok: true,
      wish: { startsAt: instant('2027-07-15T13:00:00Z'), place: 'Room 5', reveals: false },
    });
    expect(read(occasion, '2027-03-04', '14:00')).toMatchObject({ wish: { startsAt: instant('2027-03-04T14:00:00Z') } });
  });

  test('says at its field what is wrong, all at once', () => {
    const nothing = readPlan({}, occasion, instant('2027-03-01T09:00:00Z'));
    expect(nothing).toMatchObject({ ok: false, faults: { day: {}, time: {}, place: {} } });
    const forged = {
      day: { a: { selected_date: '2027-02-31' } },
      time: { a: { selected_time: '25:00' } },
      place: { a: { value: 'x'.repeat(201) } },
    };
    expect(Object.keys((readPlan(forged, occasion, instant('2027-03-01T09:00:00Z')) as { faults: object }).faults).sort()).toEqual([
      'day',
      'place',
      'time',
    ]);
  });

  test('refuses the hour that clocks leave out', () => {
    expect(read(occasion, '2027-03-28', '01:30')).toMatchObject({ ok: false, faults: { time: { id: 'together.wrong.gap' } } });
  });

  test('lets the next pairs wait within eight weeks of their day, and not once the next round is approved', () => {
    expect(read(occasion, '2027-09-06', '14:00', true)).toMatchObject({ ok: true, wish: { reveals: true } });
    expect(read(occasion, '2027-09-07', '14:00', true)).toMatchObject({ faults: { reveal: { id: 'together.wrong.reveal.far' } } });
    expect(read({ ...occasion, followed: true }, '2027-07-15', '14:00', true)).toMatchObject({
      faults: { reveal: { id: 'together.wrong.reveal.followed' } },
    });
  });
});

describe('the 45 minutes', () => {
  test.each([0, 1, 8, 24])(
    'with %i slides to read begin with the welcome, leave ten minutes for each talk, and end with time to close',
    (slides) => {
      const parts = minutesOf(slides);
      expect(parts.map(({ part }) => part)).toEqual(['open', 'read', 'talk', 'join', 'map', 'close']);
      const starts = parts.map(({ at }) => at);
      expect(starts[0]).toBe(0);
      expect((starts[2] ?? 0) - (starts[1] ?? 0)).toBeGreaterThanOrEqual(Math.max(2, (slides * 14) / 60));
      expect([(starts[3] ?? 0) - (starts[2] ?? 0), (starts[4] ?? 0) - (starts[3] ?? 0)]).toEqual([11, 11]);
      expect(45 - (starts[5] ?? 0)).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('the insights on slides', () => {
  const all = Array.from({ length: 150 }, (_, n) => n);

  test('are drawn by the seed: the same for the same round, others for another, and every one as likely', () => {
    expect(drawnBy('s', all)).toEqual(drawnBy('s', all));
    expect(drawnBy('s', all)).toHaveLength(24);
    expect(drawnBy('s', all)).not.toEqual(drawnBy('t', all));
    const counts = all.map(() => 0);
    for (let n = 0; n < 2000; n++) for (const one of drawnBy(`seed ${n}`, all)) counts[one] = (counts[one] ?? 0) + 1;
    // 320 each on average, with a deviation of 16.
    expect([Math.min(...counts) > 240, Math.max(...counts) < 400]).toEqual([true, true]);
  });

  test('stand together as long as they can be read in fourteen seconds', () => {
    const lots = inSlides(
      [10, 10, 10, 10, 50, 10, 60],
      (words) => words,
      () => true,
    );
    expect(lots).toEqual([[10, 10, 10], [10], [50], [10], [60]]);
    expect(
      inSlides(
        [1, 1, 1, 1],
        () => 1,
        (lot) => lot.length < 3,
      ),
    ).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
