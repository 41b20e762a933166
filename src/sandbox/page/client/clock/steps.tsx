// How far the clock may be moved, and what it is moved to.
import type { Page } from '../state.ts';
import { tellClock } from './ask.ts';

interface Step {
  label: string;
  /** Where the label is too short to say it. */
  says?: string;
  order: Record<string, number | string>;
}

export const near: readonly Step[] = [
  { label: '+1 hour', order: { hours: 1 } },
  { label: '+1 day', order: { days: 1 } },
  { label: '+2 weeks', order: { weeks: 2 } },
  { label: '+6 months', order: { months: 6 } },
  { label: 'Next for me', says: 'To the next thing that happens to whom you act as', order: { to: 'mine' } },
];

export const all: readonly Step[] = [
  ...near,
  { label: 'Next for anyone', says: 'To the next thing that happens to anybody', order: { to: 'next' } },
];

export function Steps({ page, steps, after }: { page: Page; steps: readonly Step[]; after?: () => void }) {
  const move = (order: Step['order']) => {
    if (page.busy) return;
    after?.();
    void page.working(() => tellClock({ ...order, as: page.me }));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend into a bar that has no room for it.
    <div class="clock-steps" role="group" aria-label="Let time pass">
      {steps.map(({ label, says, order }) => (
        <button key={label} type="button" class="button" title={says} aria-disabled={page.busy} onClick={() => move(order)}>
          {label}
        </button>
      ))}
    </div>
  );
}
