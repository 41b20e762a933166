// What stands in the form of settings, before and after somebody has changed everything that can be changed.
import { wishOf } from '../../../features/founding/changes.ts';
import type { SettingsWish } from '../../../features/founding/settings-form.ts';
import { bySize, day, programme, times } from '../made-up.ts';
import type { Size } from '../sample.ts';

const RESTS: Record<Size, number> = { usual: 1, longest: 30, shortest: 0 };

/** As the programme of all samples has it. */
export function wish(size: Size): SettingsWish {
  const made = programme(size);
  const rests = times(RESTS[size], (n) => ({ from: day('2027-12-20').add({ weeks: 2 * n }), to: day('2027-12-31').add({ weeks: 2 * n }) }));
  return wishOf(made, made.anchorNumber - 1, made.anchorOn, rests);
}

/** What stood there before: different in what the size lets change, and in the day at least. */
export function wishBefore(size: Size): SettingsWish {
  const after = wish(size);
  const before: SettingsWish = {
    ...{ name: 'Coaching Pairs', nextOn: day('2027-09-22'), functions: [], cycleMonths: 3, sendWeekday: 2, sendTime: '10:00' },
    ...{ timeZone: 'Europe/Paris', workingDays: [1, 2, 3, 4], rests: [], choosing: 'leaders', announcing: 'functions' },
    ...{ rotating: 'automatic', helpLinks: [] },
  };
  return bySize(size, {
    usual: { ...after, nextOn: before.nextOn, sendTime: before.sendTime, choosing: 'bot' },
    longest: before,
    shortest: { ...after, nextOn: before.nextOn },
  });
}
