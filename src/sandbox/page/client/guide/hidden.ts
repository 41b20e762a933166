// Whether the guide has been put away, kept in this browser for this team: another roster begins anew.
import { useState } from 'preact/hooks';
import type { Scene } from '../scene.ts';

const BEGINNING = 'sandbox-first-minute';

/** Whether it is hidden, and how to change that. */
export function useHidden(scene: Scene): [boolean, (hidden: boolean) => void] {
  const key = `${BEGINNING} ${teamOf(scene)}`;
  const [hidden, setHidden] = useState(() => localStorage.getItem(key) === 'hidden');
  const change = (next: boolean) => {
    if (next) localStorage.setItem(key, 'hidden');
    else localStorage.removeItem(key);
    setHidden(next);
  };
  return [hidden, change];
}

/** A number for these people: another team has another one. */
function teamOf({ people }: Scene): string {
  const names = people.map(({ id, name }) => `${id} ${name}`).join('\n');
  let sum = 0;
  for (const letter of names) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0;
  return (sum >>> 0).toString(36);
}
