// Everything that went between Slack and the bot lately, the latest first; nothing of what was said.
import { useState } from 'preact/hooks';
import type { Call } from './ask.ts';
import { clockTime } from './clock-time.ts';

/** More than this nobody reads. */
const SHOWN = 60;

export function CallList({ calls, timeZone }: { calls: readonly Call[]; timeZone: string }) {
  const [isOnlyTrouble, setOnlyTrouble] = useState(false);
  const shown = calls
    .filter(({ isTrouble }) => isTrouble || !isOnlyTrouble)
    .slice(-SHOWN)
    .reverse();
  return (
    <details class="calls">
      <summary>Every call</summary>
      <label>
        <input type="checkbox" checked={isOnlyTrouble} onChange={({ currentTarget }) => setOnlyTrouble(currentTarget.checked)} /> Only what
        went wrong
      </label>
      <ol reversed start={shown[0]?.n}>
        {shown.map((call) => (
          <CallLine key={call.n} call={call} timeZone={timeZone} />
        ))}
      </ol>
    </details>
  );
}

function CallLine({ call: { at, name, about, said, truth, isTrouble, what }, timeZone }: { call: Call; timeZone: string }) {
  return (
    <li class={isTrouble ? 'trouble' : undefined}>
      <time dateTime={at}>{clockTime(at, timeZone)}</time>{' '}
      <b>
        <code>{what === 'log' ? 'its log' : name}</code> {about}
      </b>{' '}
      <span>{said}</span>
      {truth && <em>{truth}</em>}
    </li>
  );
}
