// The clock while it runs: how far it is, what day it is by now, and the way to stop it.
import { inWords } from '../workspace/when.ts';
import { type ClockSight, tellClock } from './ask.ts';

export function Running({ clock, zone }: { clock: ClockSight; zone: string }) {
  const now = Date.parse(clock.now);
  const { from, to } = clock.moving ?? { from: clock.now };
  const whole = to === undefined ? 0 : Date.parse(to) - Date.parse(from);
  const share = whole === 0 ? undefined : Math.round(((now - Date.parse(from)) / whole) * 100);
  return (
    <div class="clock-running">
      <progress aria-label="Time passes" max={100} {...(share === undefined ? {} : { value: share })} />
      <time dateTime={clock.now}>{inWords('day', now, zone)}</time>
      <button type="button" class="button" onClick={() => void tellClock({ stop: true })}>
        Stop
      </button>
    </div>
  );
}
