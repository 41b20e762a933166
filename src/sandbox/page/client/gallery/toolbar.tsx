// What to look for, and how to look at it: the search, the size of the samples, the width, light and dark.
import { SIZES, type Size } from './answers.ts';
import type { Gallery } from './use-gallery.ts';

export type Width = 'desk' | 'phone';
export type Theme = 'auto' | 'light' | 'dark';

export interface Look {
  question: string;
  ask: (question: string) => void;
  width: Width;
  widen: (width: Width) => void;
  theme: Theme;
  show: (theme: Theme) => void;
}

const SIZE_NAMES: Record<Size, string> = { usual: 'Usual', longest: 'Longest', shortest: 'Shortest' };

export function Toolbar({ gallery, look }: { gallery: Gallery; look: Look }) {
  return (
    <header class="toolbar">
      <h1>What the bot says</h1>
      <search>
        <label for="search">Search</label>
        <input
          id="search"
          type="search"
          value={look.question}
          placeholder="A word, an id or a file"
          onInput={({ currentTarget }) => look.ask(currentTarget.value)}
        />
      </search>
      <Choose label="Size" of={SIZES.map((size) => [size, SIZE_NAMES[size]])} chosen={gallery.size} choose={gallery.choose} />
      <Choose
        label="Width"
        of={[
          ['desk', 'Desk'],
          ['phone', 'Phone'],
        ]}
        chosen={look.width}
        choose={look.widen}
      />
      <Choose
        label="Colours"
        of={[
          ['auto', 'As the system'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        chosen={look.theme}
        choose={look.show}
      />
      <a href="/">The demo</a>
    </header>
  );
}

interface Choosing<T extends string> {
  label: string;
  of: readonly (readonly [value: T, label: string])[];
  chosen: T;
  choose: (value: T) => void;
}

function Choose<T extends string>({ label, of, chosen, choose }: Choosing<T>) {
  const id = `choose-${label.toLowerCase()}`;
  return (
    <span class="choose">
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value as T)}>
        {of.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
