// The demo's house as the page plays with it: people act on it, its clock moves, and everything that happens is put down.
import { hear } from '../colleagues/company.ts';
import type { Stage } from '../control.ts';
import type { House } from '../house.ts';
import { lodgerIn } from '../lodger.ts';
import { openTimeline } from '../timeline/entries.ts';
import { openRecorder } from '../timeline/recorder.ts';
import { openLiving } from './company.ts';
import { movableClock } from './moving.ts';

/** Who organises is known by name. Whatever happens from now on is on the timeline. */
export function openDemoStage(house: House, organiser: string): Stage {
  const { slack } = house;
  const timeline = openTimeline();
  const recorder = openRecorder(slack, () => house.tools, timeline);
  slack.onInteraction = recorder.see;
  const living = openLiving(house, organiser, recorder.listen);
  const inTurn = turns();
  return {
    slack,
    settle: () =>
      inTurn(async () => {
        await house.settled();
        await hear(living.company);
      }),
    clock: movableClock({ house, living, timeline, zone: recorder.zone, inTurn }),
    timeline: { entries: timeline, zone: recorder.zone },
    bot: lodgerIn(house, (work) => inTurn(work).then(() => undefined)),
  };
}

/** One thing after the other, in the order in which it was wanted. */
function turns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
