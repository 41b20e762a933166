// Ids that are unique on the page, to tie labels, hints and faults to their controls.
import { useState } from 'preact/hooks';

let counter = 0;

/** An id that stays the same for as long as the component is there. */
export function useFreshId(prefix: string): string {
  const [id] = useState(() => {
    counter += 1;
    return `${prefix}-${counter}`;
  });
  return id;
}
