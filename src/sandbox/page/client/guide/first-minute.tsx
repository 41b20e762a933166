// The first minute: three suggested steps that a newcomer may follow or ignore. Each sees for itself when it is done, in whatever way.
import { useFresh } from '../faults/use-fresh.ts';
import type { Page } from '../state.ts';
import { Icon } from '../workspace/icons.tsx';
import { askFacts, type Facts } from './facts.ts';
import { useHidden } from './hidden.ts';
import { StepCard } from './step-card.tsx';
import { type Step, stepsOf } from './steps.ts';
import { usePassing } from './use-passing.ts';
import { usePreparing } from './use-preparing.ts';
import { WhatNext } from './what-next.tsx';

export function FirstMinute({ page }: { page: Page }) {
  const facts = useFresh<Facts>(page, askFacts);
  const [hidden, setHidden] = useHidden(page.scene);
  if (!facts?.ready) return null;
  const steps = stepsOf(facts, page.scene);
  if (hidden) {
    return (
      <button type="button" class="button bare first-minute-again" onClick={() => setHidden(false)}>
        Show the first steps
      </button>
    );
  }
  return (
    <section class="first-minute" aria-labelledby="first-minute-title">
      <header>
        <h2 id="first-minute-title">{steps.every(({ done }) => done) ? 'What next' : 'Your first minute'}</h2>
        <button type="button" class="button bare square" title="Hide" onClick={() => setHidden(true)}>
          <Icon name="close" />
          <span class="out-of-sight">Hide the first steps</span>
        </button>
      </header>
      {steps[0]?.done === false && (
        <p class="purpose">Leaders from different functions coach each other in pairs, six months at a time. This bot runs it.</p>
      )}
      <p role="status" class="out-of-sight">
        {progress(steps)}
      </p>
      {steps.every(({ done }) => done) ? <WhatNext page={page} /> : <Steps page={page} steps={steps} />}
    </section>
  );
}

function Steps({ page, steps }: { page: Page; steps: readonly Step[] }) {
  const { prepare, ready } = usePreparing(page);
  const now = steps.find(({ done }) => !done);
  const pass = usePassing(page, now?.prepare, prepare);
  return (
    <ol>
      {steps.map((step) => (
        <StepCard
          key={step.id}
          busy={page.busy}
          step={step}
          isNow={step === now}
          ready={ready}
          prepare={prepare}
          pass={(by) => void pass(by)}
        />
      ))}
    </ol>
  );
}

function progress(steps: readonly Step[]): string {
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return next ? `${done} of ${steps.length} steps done. Next: ${next.title}.` : 'All steps are done.';
}
