// One room: its samples one below the other, the one that the address names in sight.
import { useEffect, useRef, useState } from 'preact/hooks';
import { SampleView } from './sample-view.tsx';
import type { Gallery } from './use-gallery.ts';

export function RoomView({ gallery, room, sample }: { gallery: Gallery; room: string; sample?: string }) {
  const title = gallery.overview.rooms.find((each) => each.room === room)?.title ?? room;
  const drawn = gallery.drawn(room);
  const soon = useSoon(drawn !== undefined, Math.max(0, drawn?.findIndex(({ id }) => id === sample) ?? 0));
  useInSight(sample, drawn !== undefined);
  return (
    <>
      <h2>{title}</h2>
      {drawn ? (
        drawn.slice(0, soon).map((each) => <SampleView key={each.id} gallery={gallery} shown={each} />)
      ) : (
        <p class="loading">Drawing…</p>
      )}
    </>
  );
}

/** So many fill a screen. */
const AT_ONCE = 8;

/** How many are drawn: up to the `at`th and what is in sight with it at once, the rest when that can be seen. */
function useSoon(there: boolean, at: number): number {
  const [all, setAll] = useState(false);
  useEffect(() => {
    if (!there) return;
    const timer = setTimeout(() => setAll(true));
    return () => clearTimeout(timer);
  }, [there]);
  return all ? Number.POSITIVE_INFINITY : at + AT_ONCE;
}

/** Brings what the address names into sight, once it is there; the keyboard goes on from it. */
export function useInSight(id: string | undefined, there: boolean): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!there || id === undefined || last.current === id) return;
    last.current = id;
    const named = document.getElementById(id);
    document.querySelector('.rooms [aria-current="location"]')?.scrollIntoView({ block: 'nearest' });
    named?.scrollIntoView();
    named?.focus({ preventScroll: true });
  }, [id, there]);
}
