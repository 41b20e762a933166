// The clock above the page: what time it is, how far to move it, and whether others act meanwhile.
import { useRef } from 'preact/hooks';
import type { Page } from '../state.ts';
import { Icon } from '../workspace/icons.tsx';
import { zoneOf } from '../workspace/labels.ts';
import { usePopup } from '../workspace/use-popup.ts';
import { cityOf, inWords } from '../workspace/when.ts';
import type { ClockSight } from './ask.ts';
import { OthersAct } from './others.tsx';
import { Running } from './running.tsx';
import { all, near, Steps } from './steps.tsx';
import { useClock } from './use-clock.ts';
import { useFocusKept } from './use-focus-kept.ts';

export function ClockBar({ page }: { page: Page }) {
  const clock = useClock(page);
  const bar = useRef<HTMLElement>(null);
  const focus = useFocusKept(bar, clock?.moving != null);
  if (!clock) return null;
  const zone = zoneOf(page.scene);
  return (
    <section class="clock" aria-label="Clock" ref={bar} {...focus}>
      {clock.moving ? (
        <Running clock={clock} zone={zone} />
      ) : (
        <>
          <Now page={page} clock={clock} zone={zone} />
          <div class="clock-wide">
            <Steps page={page} steps={near} />
            <OthersAct page={page} clock={clock} />
          </div>
        </>
      )}
    </section>
  );
}

/** The day and the hour where the acting person is; behind it everything else about the clock. */
function Now({ page, clock, zone }: { page: Page; clock: ClockSight; zone: string }) {
  const { box, open, turn, close } = usePopup();
  const now = Date.parse(clock.now);
  return (
    <div class="clock-now" ref={box}>
      <button type="button" class="button bare" aria-expanded={open} aria-haspopup="dialog" onClick={turn}>
        <time dateTime={clock.now}>{inWords('brief', now, zone)}</time>
        <Icon name="down" />
        <span class="out-of-sight">, the clock</span>
      </button>
      {open && (
        <div class="clock-more" role="dialog" aria-label="The clock">
          <dl>
            <dt>{cityOf(zone)}, where you are</dt>
            <dd>{inWords('full', now, zone)}</dd>
            <dt>{cityOf(clock.zone)}, the programme’s time</dt>
            <dd>{inWords('full', now, clock.zone)}</dd>
          </dl>
          <Steps page={page} steps={all} after={close} />
          <OthersAct page={page} clock={clock} explained />
        </div>
      )}
    </div>
  );
}
