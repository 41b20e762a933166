// Whatever a client sends in place of a form, it is read or refused; nothing is thrown, and what is read keeps to its limits.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { FIELD, readSettings } from '../../../src/features/founding/settings-form.ts';
import { readZone } from '../../../src/features/founding/zones.ts';
import { FIELD as PROFILE, readProfile } from '../../../src/features/joining/profile-form.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import type { ViewState } from '../../../src/platform/slack/spoken.ts';

const content = loadContent();
const now = Temporal.Instant.from('2027-01-04T09:00:00Z');

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', '__proto__', 'Europe/London', '2027-02-01', '09:30', 'Finance', '3'),
);
const element = fc.oneof(
  fc.record({ value: text }),
  fc.record({ selected_option: fc.oneof(fc.constant(null), fc.record({ value: text })) }),
  fc.record({ selected_options: fc.array(fc.record({ value: text }), { maxLength: 9 }) }),
  fc.record({ selected_date: text }),
  fc.record({ selected_time: text }),
  fc.record({ selected_users: fc.array(text, { maxLength: 60 }) }),
  fc.record({ selected_user: text }),
  fc.anything(),
);
const stateOf = (fields: readonly string[]) =>
  fc.record(
    Object.fromEntries(fields.map((field) => [field, fc.dictionary(fc.constant('a'), element as fc.Arbitrary<Record<string, unknown>>)])),
  ) as fc.Arbitrary<ViewState>;

describe('a form from anyone', () => {
  test('of settings is read within its limits, or each fault has words at a field that is there', () => {
    fc.assert(
      fc.property(stateOf(Object.values(FIELD)), (state) => {
        const read = readSettings(state, now);
        if (read.ok) {
          expect(read.wish.functions.every((name) => name.length <= 75)).toBe(true);
          expect(Temporal.PlainDate.compare(read.wish.nextOn, '2027-01-03')).toBe(1);
        } else {
          expect(Object.keys(read.faults).every((field) => (Object.values(FIELD) as string[]).includes(field))).toBe(true);
          for (const { id, blanks } of Object.values(read.faults)) expect(content.plain(id, blanks).length).toBeLessThan(400);
        }
      }),
    );
  });

  test('of a profile is read within its limits, or each fault has words at a field that is there', () => {
    fc.assert(
      fc.property(stateOf(Object.values(PROFILE)), (state) => {
        const read = readProfile(state, 'U1', ['Finance']);
        if (read.ok) {
          expect(read.wish.wishes.welcomes.length).toBeLessThanOrEqual(3);
          expect(read.wish.function).not.toBe('');
        } else {
          expect(Object.keys(read.faults).every((field) => (Object.values(PROFILE) as string[]).includes(field))).toBe(true);
          for (const { id, blanks } of Object.values(read.faults)) expect(content.plain(id, blanks).length).toBeLessThan(400);
        }
      }),
    );
  });

  test('a zone is one that clocks know, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const zone = readZone(typed);
        if (zone.ok) expect(now.toZonedDateTimeISO(zone.zone).epochMilliseconds).toBe(now.epochMilliseconds);
        else expect(zone.near.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
