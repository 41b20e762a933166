// What the gallery's page knows: the samples by their labels, what has been drawn of them, and what has changed since the page was opened.
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Place, placeOf } from './address.ts';
import {
  askDrawn,
  askOverview,
  askSentences,
  type Exhibited,
  hearSaves,
  type Overview,
  type Saved,
  type Sentence,
  type Size,
} from './answers.ts';

export interface Gallery {
  overview: Overview;
  /** Behind the # of the address. */
  hash: string;
  place: Place;
  size: Size;
  choose: (size: Size) => void;
  /** The samples of a room in the present size; nothing until they have come. */
  drawn: (room: string) => readonly Exhibited[] | undefined;
  /** Every text in the present size; nothing until they have come. */
  sentences: () => readonly Sentence[] | undefined;
  /** The texts that were changed while the page was open. */
  changed: ReadonlySet<string>;
  /** How often the words have been saved since, so that a save that changed little can be told from the one before. */
  saves: number;
}

/** The gallery, once it is known. */
export function useGallery(): Gallery | undefined {
  const [overview, setOverview] = useState<Overview>();
  const [size, choose] = useState<Size>('usual');
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [saves, setSaves] = useState(0);
  const shelf = useShelf(size, saves);
  const hash = useHash();
  useEffect(() => void askOverview().then(setOverview), [saves]);
  useEffect(
    () =>
      hearSaves((saved: Saved) => {
        if ('changed' in saved) setChanged((before) => new Set([...before, ...saved.changed]));
        setSaves((count) => count + 1);
      }),
    [],
  );
  return overview && { overview, hash, place: placeOf(hash, overview), size, choose, changed, saves, ...shelf };
}

/** What has been asked for in one size since the last save; asking for what is not there fetches it. */
function useShelf(size: Size, saves: number): Pick<Gallery, 'drawn' | 'sentences'> {
  const [shelf, setShelf] = useState<Readonly<Record<string, readonly Exhibited[] | readonly Sentence[]>>>({});
  const [wanted, setWanted] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    for (const name of wanted)
      void (name === TEXTS ? askSentences(size) : askDrawn(name, size)).then((found) => {
        // What stood there before stays until what takes its place has come.
        if (current) setShelf((before) => ({ ...before, [name]: found }));
      });
    return () => {
      current = false;
    };
  }, [wanted, size, saves]);
  const want = useCallback((name: string) => setWanted((before) => (before.includes(name) ? before : [...before, name])), []);
  const take = <T>(name: string): readonly T[] | undefined => {
    if (!wanted.includes(name)) queueMicrotask(() => want(name));
    return shelf[name] as readonly T[] | undefined;
  };
  return { drawn: (room) => take<Exhibited>(room), sentences: () => take<Sentence>(TEXTS) };
}

const TEXTS = ':texts';

function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    // The way past everything that is passed on each page leads nowhere else.
    const look = () => location.hash !== '#samples' && setHash(location.hash);
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return hash;
}
