// What became of each letter that met with a fault: step by step, what comes next, and how often its readers have it before them.
import type { Letter, Step } from './ask.ts';
import { clockTime } from './clock-time.ts';

export function Letters({ letters, timeZone }: { letters: readonly Letter[]; timeZone: string }) {
  if (letters.length === 0) return <p class="empty">No message has gone wrong yet.</p>;
  return (
    <ol class="letters">
      {letters.map((letter) => (
        <li key={letter.mark}>
          <Account letter={letter} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function Account({ letter, timeZone }: { letter: Letter; timeZone: string }) {
  const { kind, to, steps, next } = letter;
  return (
    <article>
      <h4>
        The message “{kind}” to {to || 'somebody'}
      </h4>
      <ol class="steps">
        {steps.map((step) => (
          <StepLine key={`${step.at} ${step.said}`} step={step} timeZone={timeZone} />
        ))}
        {next && (
          <li class="next">
            {next.at && <time dateTime={next.at}>{clockTime(next.at, timeZone)}</time>} <span>Next: {next.said}</span>
          </li>
        )}
      </ol>
      <Outcome letter={letter} />
    </article>
  );
}

function StepLine({ step: { at, said, truth }, timeZone }: { step: Step; timeZone: string }) {
  return (
    <li>
      <time dateTime={at}>{clockTime(at, timeZone)}</time> <span>{said}</span>
      {truth && <em>{truth}</em>}
    </li>
  );
}

/** How often it stands before whom: once is what it should be. */
function Outcome({ letter: { received, next } }: { letter: Letter }) {
  return (
    <ul class="received">
      {received.map(({ who, times }) => (
        <li key={who} class={times === 1 ? 'good' : 'open'}>
          {who}: {times === 0 ? `not received${next ? ' yet' : ''}` : times === 1 ? 'received once' : `received ${times} times`}
        </li>
      ))}
    </ul>
  );
}
