// Tells those who listen instead of looking what has just been said where they are: who, and the beginning of it. Not what was there when they came.
import { useRef } from 'preact/hooks';
import { usePage } from '../state.ts';
import { nameOf } from './labels.ts';

const MOST = 140;

export function News() {
  const { scene, me, place, ready } = usePage();
  const known = useRef({ visit: '', ts: '' });
  const newest = scene.said.messages.at(-1);
  const visit = `${me} ${place}`;
  const isNew = known.current.visit === visit && newest !== undefined && newest.ts > known.current.ts && newest.user !== me;
  const told = useRef('');
  if (!ready) told.current = '';
  else if (isNew) told.current = `${nameOf(newest.user, scene)}: ${plain(newest.text, (id) => nameOf(id, scene))}`;
  if (ready) known.current = { visit, ts: newest?.ts ?? '' };
  return (
    <p class="out-of-sight" role="status">
      {told.current}
    </p>
  );
}

function plain(text: string, name: (id: string) => string): string {
  const words = text.replace(/<@(\w+)(?:\|[^>]*)?>/g, (_whole, id: string) => name(id)).replace(/<[^|>]*\|([^>]*)>/g, '$1');
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}
