// The ready-made experiments, one press each.
import { type Experiment, experiments } from './experiments.ts';

export function Experiments({ busy, run }: { busy: boolean; run: (experiment: Experiment) => void }) {
  return (
    <ul class="experiments">
      {experiments.map((experiment) => (
        <li key={experiment.id}>
          <button type="button" class="button" disabled={busy} aria-describedby={`about-${experiment.id}`} onClick={() => run(experiment)}>
            {experiment.title}
          </button>
          <p id={`about-${experiment.id}`}>{experiment.about}</p>
        </li>
      ))}
    </ul>
  );
}
