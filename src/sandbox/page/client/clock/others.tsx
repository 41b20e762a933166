// Whether others act by themselves while the clock runs.
import type { Page } from '../state.ts';
import { nameOf } from '../workspace/labels.ts';
import { type ClockSight, tellClock } from './ask.ts';

export function OthersAct({ page, clock, explained = false }: { page: Page; clock: ClockSight; explained?: boolean }) {
  const turn = () => void page.working(() => tellClock({ others: !clock.others }));
  return (
    <div class="others">
      <button type="button" class="button bare" role="switch" aria-checked={clock.others} onClick={turn}>
        <span class="knob" aria-hidden="true" />
        Others act
      </button>
      {explained && <p>{sentence(clock.others, nameOf(page.me, page.scene))}</p>}
    </div>
  );
}

function sentence(others: boolean, me: string): string {
  if (!others) return 'Nobody does anything by themselves. What you do not do for them is left undone.';
  return `While time passes, everybody but ${me} answers, meets and rests by themselves. What is ${me}’s to decide is left to you.`;
}
