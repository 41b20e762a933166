// Ordering a fault of one's own: which call or news, what goes wrong with it, how often.
import { useState } from 'preact/hooks';
import type { Page } from '../state.ts';
import { order } from './ask.ts';
import { type Choice, callFaults, eventFaults, events, methods, often } from './choices.ts';

export function OrderForms({ page }: { page: Page }) {
  return (
    <details class="orders">
      <summary>Make your own</summary>
      <OrderForm page={page} about="call" which={methods} faults={callFaults} legend="What the bot asks of Slack" />
      <OrderForm page={page} about="event" which={events} faults={eventFaults} legend="What Slack tells the bot" />
    </details>
  );
}

interface Ordering {
  page: Page;
  about: 'call' | 'event';
  legend: string;
  which: readonly Choice<string>[];
  faults: readonly Choice<Record<string, string | number | boolean>>[];
}

function OrderForm({ page, about, legend, which, faults }: Ordering) {
  const [chosen, setChosen] = useState({ which: 0, fault: 0, times: 0 });
  const send = () => {
    const what = which[chosen.which]?.value ?? '*';
    const rest = { fault: faults[chosen.fault]?.value ?? {}, times: often[chosen.times]?.value ?? 1 };
    void page.working(() => order(about === 'call' ? { calls: [{ method: what, ...rest }] } : { events: [{ event: what, ...rest }] }));
  };
  const pick = (name: keyof typeof chosen) => (at: number) => setChosen({ ...chosen, [name]: at });
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Pick
        id={`${about}-which`}
        label={about === 'call' ? 'The next call' : 'The next news'}
        of={which}
        at={chosen.which}
        pick={pick('which')}
      />
      <Pick id={`${about}-fault`} label="What goes wrong" of={faults} at={chosen.fault} pick={pick('fault')} />
      <Pick id={`${about}-times`} label="How often" of={often} at={chosen.times} pick={pick('times')} />
      <button type="button" class="button" disabled={page.busy} onClick={send}>
        Let it go wrong
      </button>
    </fieldset>
  );
}

interface Picking {
  id: string;
  label: string;
  of: readonly Choice<unknown>[];
  at: number;
  pick: (at: number) => void;
}

function Pick({ id, label, of, at, pick }: Picking) {
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} value={String(at)} onChange={({ currentTarget }) => pick(Number(currentTarget.value))}>
        {of.map((choice, place) => (
          <option key={choice.label} value={String(place)}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  );
}
