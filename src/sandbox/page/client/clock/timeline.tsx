// The timeline: what happened to whom, week by week, the newest week first.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import { Icon } from '../workspace/icons.tsx';
import { cityOf } from '../workspace/when.ts';
import type { Narrowed, TimelineSight } from './ask.ts';
import { Chart } from './chart.tsx';
import { Filters } from './filters.tsx';
import { useTimeline } from './use-timeline.ts';
import { Week } from './week.tsx';
import { things } from './words.ts';

const everything: Narrowed = { person: '', pair: '', kind: '' };

export function Timeline({ page }: { page: Page }) {
  const [narrowed, narrow] = useState(everything);
  const sight = useTimeline(page, narrowed);
  const latest = useLatest(page);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="timeline">
      <header>
        <h2 tabIndex={-1} ref={heading}>
          Timeline
        </h2>
        <button type="button" class="button bare square" title="Close" onClick={() => page.show(undefined)}>
          <Icon name="close" />
          <span class="out-of-sight">Close the timeline</span>
        </button>
      </header>
      <Filters page={page} sight={sight} narrowed={narrowed} narrow={narrow} />
      {sight && <Found page={page} latest={latest} sight={sight} narrowed={narrowed} />}
    </div>
  );
}

interface FoundProps {
  page: Page;
  latest: () => Page;
  sight: TimelineSight;
  narrowed: Narrowed;
}

function Found({ page, latest, sight, narrowed }: FoundProps) {
  const { weeks, total, zone } = sight;
  const fullest = weeks.findLast(({ counts }) => Object.keys(counts).length > 0)?.week;
  return (
    <>
      <p role="status" class="total">
        {total === 0 ? 'Nothing of that has happened yet.' : `${things(total)}, by the days and hours of ${cityOf(zone)}.`}
      </p>
      <Chart weeks={weeks} />
      <ol class="weeks" reversed>
        {[...weeks].reverse().map((week) => (
          <Week
            key={week.week}
            page={page}
            latest={latest}
            week={week}
            narrowed={narrowed}
            zone={zone}
            startsOpen={week.week === fullest}
          />
        ))}
      </ol>
    </>
  );
}

/** The page as it is whenever it is asked for, for whoever waits for it to change. */
function useLatest(page: Page): () => Page {
  const held = useRef(page);
  held.current = page;
  return useRef(() => held.current).current;
}
