// Here time stands still until somebody moves it; what is tried again needs it to pass.
import type { Page } from '../state.ts';
import type { Letter } from './ask.ts';
import { clockTime } from './clock-time.ts';

export function TimePasses({ page, letters, timeZone }: { page: Page; letters: readonly Letter[]; timeZone: string }) {
  const isWaiting = letters.some(({ next }) => next !== null);
  if (!page.scene.clock) return null;
  return (
    <div class="time-passes">
      <p>
        It is {clockTime(page.scene.now, timeZone)}.{' '}
        {isWaiting ? 'The bot waits for its time to act.' : 'Time stands still here until you let it pass.'}
      </p>
      <button
        type="button"
        class={isWaiting ? 'button primary' : 'button'}
        disabled={page.busy}
        onClick={() => void page.move({ minutes: 1 })}
      >
        Let a minute pass
      </button>
      <button type="button" class="button" disabled={page.busy} onClick={() => void page.move({ minutes: 10 })}>
        Ten minutes
      </button>
    </div>
  );
}
