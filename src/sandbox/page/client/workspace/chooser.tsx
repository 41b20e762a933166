// Everyone one may act as, to search by name, title, function or town. The search box keeps the focus; the list is pointed at.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ScenePerson } from '../scene.ts';
import { usePage } from '../state.ts';
import { Face } from './face.tsx';
import { aboutPerson } from './labels.ts';
import { stepFor } from './step.ts';
import { cityOf, inWords } from './when.ts';

export function Chooser({ close }: { close: () => void }) {
  const { scene, me, become } = usePage();
  const [asked, setAsked] = useState('');
  const found = peopleLike(scene.people, asked);
  const mine = found.findIndex(({ id }) => id === me);
  const [at, setAt] = useState(Math.max(0, mine));
  const id = useId();
  const choose = (person: ScenePerson | undefined) => {
    if (!person) return;
    close();
    if (person.id !== me) become(person.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = ['ArrowDown', 'ArrowUp'].includes(event.key) ? stepFor(event.key, at, found.length) : undefined;
    if (next !== undefined) setAt(next);
    else if (event.key === 'Enter') choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div class="chooser" role="dialog" aria-label="Act as somebody else">
      <SearchBox
        list={id}
        active={found[at] ? `${id}-${found[at].id}` : undefined}
        onKeyDown={onKeyDown}
        onAsk={(text) => {
          setAsked(text);
          setAt(0);
        }}
      />
      <Found id={id} people={found} at={at} choose={choose} />
    </div>
  );
}

interface FoundProps {
  id: string;
  people: readonly ScenePerson[];
  /** The number of the person that is marked. */
  at: number;
  choose: (person: ScenePerson) => void;
}

function Found({ id, people, at, choose }: FoundProps) {
  return (
    <>
      <div class="people" role="listbox" id={id} aria-label="People">
        {people.map((person, index) => (
          <Choice key={person.id} id={`${id}-${person.id}`} person={person} active={index === at} choose={() => choose(person)} />
        ))}
      </div>
      <p class="out-of-sight" role="status">
        {people.length === 1 ? '1 person' : `${people.length} people`}
      </p>
      {people.length === 0 && <p class="none">Nobody is called that, or does that.</p>}
    </>
  );
}

interface SearchBoxProps {
  list: string;
  active: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onAsk: (text: string) => void;
}

function SearchBox({ list, active, onKeyDown, onAsk }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <input
      ref={box}
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls={list}
      aria-activedescendant={active}
      aria-label="Find by name, title or function"
      placeholder="Find by name, title or function"
      autocomplete="off"
      spellcheck={false}
      onKeyDown={onKeyDown}
      onInput={(event) => onAsk(event.currentTarget.value)}
    />
  );
}

function Choice({ id, person, active, choose }: { id: string; person: ScenePerson; active: boolean; choose: () => void }) {
  const { scene, me } = usePage();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // The search box keeps the focus and hears the keys, as a combobox does; the mouse is heard here.
    <div
      ref={line}
      id={id}
      class={active ? 'active' : undefined}
      role="option"
      tabIndex={-1}
      aria-selected={person.id === me}
      onMouseDown={choose}
    >
      <Face id={person.id} name={person.name} />
      <span class="who">
        <strong>{person.name}</strong>
        <small>{aboutPerson(person)}</small>
      </span>
      <span class="there">
        {timeFor(person, scene.now)}
        <small>{cityOf(person.timeZone)}</small>
      </span>
    </div>
  );
}

/** Everyone who can act and fits all words that are asked for, by name. */
export function peopleLike(people: readonly ScenePerson[], asked: string): ScenePerson[] {
  const words = asked.toLowerCase().split(/\s+/);
  const fits = (person: ScenePerson) => {
    const text = [person.name, person.handle, aboutPerson(person), cityOf(person.timeZone)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return people.filter((person) => person.kind !== 'deactivated' && fits(person)).sort((a, b) => a.name.localeCompare(b.name));
}

function timeFor({ timeZone }: ScenePerson, now: string): string {
  return inWords('time', Date.parse(now), timeZone);
}
