// The faults panel: make something go wrong by hand, and see what the bot does about it.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import { Icon } from '../workspace/icons.tsx';
import type { Recorded } from './ask.ts';
import { BotCard } from './bot-card.tsx';
import { CallList } from './call-list.tsx';
import { Experiments } from './experiment-list.tsx';
import type { Experiment } from './experiments.ts';
import { Letters } from './letter-account.tsx';
import { OrderForms } from './order-form.tsx';
import { Ordered } from './ordered.tsx';
import { TimePasses } from './time-passes.tsx';
import { useRecord } from './use-record.ts';

export function FaultsPanel({ page }: { page: Page }) {
  const record = useRecord(page);
  const [begun, setBegun] = useState<Experiment>();
  const heading = useRef<HTMLHeadingElement>(null);
  const outcome = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const run = async (experiment: Experiment) => {
    await experiment.run(page);
    setBegun(experiment);
    outcome.current?.focus();
    outcome.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div class="faults">
      <header>
        <h2 tabIndex={-1} ref={heading}>
          Faults by hand
        </h2>
        <button type="button" class="button bare square" title="Close" onClick={() => page.show(undefined)}>
          <Icon name="close" />
          <span class="out-of-sight">Close the faults</span>
        </button>
      </header>
      <p>
        Slack fails now and then, and programs are killed. Make it happen here, and see what the bot does. Nobody may be told twice, and
        nobody not at all.
      </p>
      <Experiments busy={page.busy} run={(experiment) => void run(experiment)} />
      <h3 tabIndex={-1} ref={outcome}>
        What the bot did
      </h3>
      <p role="status" class="then">
        {begun?.then}
      </p>
      {record && <Outcome page={page} record={record} />}
    </div>
  );
}

function Outcome({ page, record }: { page: Page; record: Recorded }) {
  const timeZone = page.scene.people.find(({ id }) => id === page.me)?.timeZone ?? 'UTC';
  return (
    <>
      <p role="status" class="out-of-sight">
        {newsOf(record)}
      </p>
      <TimePasses page={page} letters={record.letters} timeZone={timeZone} />
      <Ordered page={page} record={record} />
      <Letters letters={record.letters} timeZone={timeZone} />
      <BotCard page={page} record={record} />
      <OrderForms page={page} />
      <CallList calls={record.calls} timeZone={timeZone} />
    </>
  );
}

/** The latest step of the latest letter in trouble, for whoever listens. */
function newsOf({ bot, letters }: Recorded): string {
  if (bot?.isUp === false) return 'The bot is dead.';
  return letters[0]?.steps.at(-1)?.said ?? '';
}
