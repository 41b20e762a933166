import { describe, expect, test } from '@jest/globals';
import { readZone } from '../../../src/features/founding/zones.ts';

describe('a time zone that somebody typed', () => {
  test.each([
    ['Europe/London', 'Europe/London'],
    ['europe/london', 'Europe/London'],
    ['  London ', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['UTC', 'UTC'],
    ['gmt', 'UTC'],
  ])('%j is understood', (typed, zone) => {
    expect(readZone(typed)).toEqual({ ok: true, zone });
  });

  test.each([
    ['Kolkata', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Ho Chi Minh', 'Asia/Ho_Chi_Minh'],
    ['Yangon', 'Asia/Yangon'],
  ])('%j is told by the name that people there use', (typed, zone) => {
    expect(readZone(typed)).toEqual({ ok: true, zone });
  });

  test('an older name is understood as the zone it became', () => {
    expect(readZone('Asia/Calcutta').ok).toBe(true);
    expect(readZone('US/Eastern').ok).toBe(true);
  });

  test.each(['', '+01:00', 'BST', 'EST', '__proto__', 'constructor', 'Mars/Olympus', 'x'.repeat(3000), '<!channel>', '../etc/passwd'])(
    '%j is not a zone',
    (typed) => {
      expect(readZone(typed).ok).toBe(false);
    },
  );

  test('a slip of the hand is answered with what may have been meant', () => {
    expect(readZone('Londn')).toEqual({ ok: false, near: expect.arrayContaining(['Europe/London']) });
    expect(readZone('Berln')).toEqual({ ok: false, near: expect.arrayContaining(['Europe/Berlin']) });
    expect(readZone('Buenos')).toEqual({ ok: false, near: expect.arrayContaining(['America/Buenos_Aires']) });
  });

  test('three names at most are suggested', () => {
    const found = readZone('America');
    expect(found.ok ? [] : found.near.length).toBe(3);
  });
});
