// One step of the first minute: its name, whether it is done, and for the one whose turn it is, what to press.
import type { Passing, Prepared, Step } from './steps.ts';

interface StepCardProps {
  busy: boolean;
  step: Step;
  isNow: boolean;
  prepare: (wanted: Prepared) => void;
  pass: (passing: Passing) => void;
  ready: Prepared | undefined;
}

export function StepCard({ busy, step, isNow, prepare, pass, ready }: StepCardProps) {
  const { title, done, say, sayPrepared, passing } = step;
  const isPrepared = ready !== undefined && ready.text === step.prepare?.text && ready.me === step.prepare.me;
  return (
    <li class={done ? 'done' : isNow ? 'now' : undefined} aria-current={isNow ? 'step' : undefined}>
      <strong>
        {title}
        {done && <span class="mark">done</span>}
      </strong>
      {isNow && <p>{isPrepared ? sayPrepared : say}</p>}
      {isNow && step.prepare && !isPrepared && <With prepared={step.prepare} prepare={prepare} />}
      {isNow && passing && (
        <button type="button" class="button primary" disabled={busy} onClick={() => pass(passing)}>
          Let time pass
        </button>
      )}
    </li>
  );
}

function With({ prepared, prepare }: { prepared: Prepared; prepare: (wanted: Prepared) => void }) {
  return (
    <button type="button" class="button primary" onClick={() => prepare(prepared)}>
      Do it with me
    </button>
  );
}
