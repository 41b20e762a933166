// Whose, which pair's, and what kind of things the timeline shows.
import type { Page } from '../state.ts';
import { nameOf } from '../workspace/labels.ts';
import type { Narrowed, TimelineSight } from './ask.ts';
import { dayInWords, inARow, THEMES } from './words.ts';

interface FiltersProps {
  page: Page;
  sight: TimelineSight | undefined;
  narrowed: Narrowed;
  narrow: (narrowed: Narrowed) => void;
}

export function Filters({ page: { scene }, sight, narrowed, narrow }: FiltersProps) {
  const people = scene.people.filter(({ kind }) => kind !== 'bot').sort((a, b) => a.name.localeCompare(b.name));
  const pairs = (sight?.pairs ?? []).map(({ id, people: both, since }): [string, string] => [
    id,
    `${inARow(both.map((one) => nameOf(one, scene)))} (from ${dayInWords(since.slice(0, 10), 'short')})`,
  ]);
  return (
    <div class="filters">
      <Choice
        label="Person"
        every="Everyone"
        value={narrowed.person}
        options={people.map(({ id, name }) => [id, id === scene.me ? `${name} (you)` : name])}
        onChoice={(person) => narrow({ ...narrowed, person })}
      />
      <Choice label="Pair" every="All pairs" value={narrowed.pair} options={pairs} onChoice={(pair) => narrow({ ...narrowed, pair })} />
      <Choice label="About" every="Everything" value={narrowed.kind} options={THEMES} onChoice={(kind) => narrow({ ...narrowed, kind })} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  every: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChoice: (value: string) => void;
}

function Choice({ label, every, value, options, onChoice }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChoice(currentTarget.value)}>
        <option value="">{every}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
