// What is true of single pairs of people, a few for each of them: earlier partners, and who has named whom as welcome. Pure.

import { linked } from '../matching/order/links.ts';
import type { But } from '../matching/order/made.ts';
import type { Past } from './between.ts';
import type { Columns } from './columns.ts';

/** What earlier partners cost one another. */
export function ofPartners({ people, own, places }: Columns, units: (past: Past, u: number, v: number) => number): But {
  return linked(people.length, (u, say) => {
    own[u]?.past.forEach((past, id) => {
      const v = places.get(id);
      if (v !== undefined && v !== u) say(v, units(past, u, v));
    });
  });
}

/** What is different about two who have chosen each other. */
export function ofChosen({ people, own, places }: Columns): But {
  return linked(people.length, (u, say) => {
    for (const id of own[u]?.chosen ?? []) {
      const v = places.get(id);
      if (v !== undefined && v !== u) say(v, -1);
    }
  });
}

/** What two people cost by how many of them have named the other as welcome. */
export function ofWelcomes({ people, own, places }: Columns, units: (welcomes: 1 | 2) => number): But {
  const namedBy: number[][] = people.map(() => []);
  const named = own.map(({ welcomes }, u) => new Set([...welcomes].flatMap((id) => places.get(id) ?? []).filter((v) => v !== u)));
  for (const [u, all] of named.entries()) for (const v of all) namedBy[v]?.push(u);
  return linked(people.length, (u, say) => {
    for (const v of named[u] ?? []) say(v, units(named[v]?.has(u) ? 2 : 1));
    for (const v of namedBy[u] ?? []) if (!named[u]?.has(v)) say(v, units(1));
  });
}
