// One room: its samples one below the other, the one that the address names in sight.
import { useEffect, useRef } from 'preact/hooks';
import { SampleView } from './sample-view.tsx';
import type { Gallery } from './use-gallery.ts';

export function RoomView({ gallery, room, sample }: { gallery: Gallery; room: string; sample?: string }) {
  const title = gallery.overview.rooms.find((each) => each.room === room)?.title ?? room;
  const drawn = gallery.drawn(room);
  useInSight(sample, drawn !== undefined);
  return (
    <>
      <h2>{title}</h2>
      {drawn ? drawn.map((each) => <SampleView key={each.id} gallery={gallery} shown={each} />) : <p class="loading">Drawing…</p>}
    </>
  );
}

/** Brings what the address names into sight, once it is there; the keyboard goes on from it. */
export function useInSight(id: string | undefined, there: boolean): void {
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!there || id === undefined || last.current === id) return;
    last.current = id;
    const named = document.getElementById(id);
    named?.scrollIntoView();
    named?.focus({ preventScroll: true });
  }, [id, there]);
}
