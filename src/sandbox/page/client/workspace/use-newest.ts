// Keeps the newest message in sight for whoever stands at the end of a conversation, and leaves everybody else where they are.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SceneConversation } from '../scene.ts';
import { usePage } from '../state.ts';

/** So close to the end, in pixels, counts as being there. */
const NEAR = 48;
/** So much, in pixels, is shown above the line where the unread begins. */
const ABOVE = 60;

interface Newest {
  /** Whether the newest message is out of sight. */
  away: boolean;
  toNewest: () => void;
  /** Does something that puts messages above those in sight, which stay where they are. */
  keepPlace: (work: () => Promise<void>) => Promise<void>;
}

export function useNewest(list: RefObject<HTMLElement | null>, { id }: SceneConversation, ready: boolean): Newest {
  const { me, scene, read } = usePage();
  const [away, setAway] = useState(false);
  const atEnd = useRef(true);
  const newest = scene.said.messages.at(-1);
  const latest = useRef(newest?.ts);
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });
  const toNewest = () => {
    toEnd();
    list.current?.focus();
  };
  useScrollMarks(list, atEnd, setAway);
  // A visit begins with another person, another place, or their messages arriving.
  useLayoutEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('.new');
    if (line) list.current?.scrollTo({ top: line.offsetTop - ABOVE });
    else toEnd();
    atEnd.current = isAtEnd(list.current);
    setAway(!atEnd.current);
    latest.current = newest?.ts;
  }, [me, id, ready]);
  // Something has been said since.
  useLayoutEffect(() => {
    if (newest?.ts !== latest.current && (atEnd.current || newest?.user === me)) toEnd();
    latest.current = newest?.ts;
  }, [newest?.ts]);
  useEffect(() => {
    const mark = () => {
      if (ready && newest && atEnd.current && document.visibilityState === 'visible') read(id, newest.ts);
    };
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [ready, newest, away, id, read]);
  return { away, toNewest, keepPlace: (work) => inPlace(list, work) };
}

function isAtEnd(box: HTMLElement | null): boolean {
  return !box || box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
}

function useScrollMarks(list: RefObject<HTMLElement | null>, atEnd: RefObject<boolean>, setAway: (away: boolean) => void): void {
  useEffect(() => {
    const box = list.current;
    if (!box) return undefined;
    const mark = () => {
      atEnd.current = isAtEnd(box);
      setAway(!atEnd.current);
    };
    // Pictures arrive late and make the list longer: whoever was at the end stays there.
    const grown = () => (atEnd.current ? box.scrollTo({ top: box.scrollHeight }) : undefined);
    box.addEventListener('scroll', mark, { passive: true });
    box.addEventListener('load', grown, true);
    window.addEventListener('resize', grown);
    return () => {
      box.removeEventListener('scroll', mark);
      box.removeEventListener('load', grown, true);
      window.removeEventListener('resize', grown);
    };
  }, [list, atEnd, setAway]);
}

async function inPlace(list: RefObject<HTMLElement | null>, work: () => Promise<void>): Promise<void> {
  const below = (list.current?.scrollHeight ?? 0) - (list.current?.scrollTop ?? 0);
  await work();
  requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight - below }));
}
