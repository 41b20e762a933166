// The clock to move, in a few steps.
import { usePage } from '../state.ts';

const STEPS: readonly [string, Record<string, number | string>][] = [
  ['+1 hour', { hours: 1 }],
  ['+1 day', { days: 1 }],
  ['+2 weeks', { weeks: 2 }],
  ['Next thing', { to: 'next' }],
  ['+6 months', { months: 6 }],
];

export function Steps() {
  const { scene, busy, move } = usePage();
  if (!scene.clock) return null;
  return STEPS.map(([label, by]) => (
    <button key={label} type="button" class="button" disabled={busy} onClick={() => void move(by)}>
      {label}
    </button>
  ));
}
