// Frees one vertex of a settled question for new costs, and as little else as can be: the blossoms around it are opened, and who was matched out of
// them is bare. All prices stay right; a search for each two that are bare settles everything again.
import { open, topOf } from '../search/flower.ts';
import { type DeepFlower, raise } from './flower.ts';

/** Leaves `v` bare and in no blossom, changing `deep`. Whoever is bare besides is a vertex with a whole price: then prices stay whole or halves. */
export function loosen(deep: DeepFlower, v: number): void {
  const { flower } = deep;
  for (let part = topOf(flower, v); part >= flower.size; part = topOf(flower, v)) {
    leavePartner(deep, part);
    openUp(deep, part);
  }
  leavePartner(deep, v);
  makeBare(deep, v);
}

/** Parts an outermost part from its partner, which is left bare. */
function leavePartner(deep: DeepFlower, part: number): void {
  const { mate, base } = deep.flower;
  const own = base[part] as number;
  const partner = mate[own] as number;
  if (partner < 0) return;
  mate[own] = mate[partner] = -1;
  makeBare(deep, topOf(deep.flower, partner));
}

/** Opens a bare part until a vertex is bare. */
function makeBare(deep: DeepFlower, part: number): void {
  let own = part;
  while (own >= deep.flower.size) own = openUp(deep, own);
  for (const prices of deep.y) prices[own] = Math.floor(prices[own] as number);
}

/** Takes an outermost blossom apart, of whose z each vertex gets a half. Returns the part that is not matched inside it. */
function openUp(deep: DeepFlower, b: number): number {
  const halves = Float64Array.from(deep.z, (z) => (z[b] as number) / 2);
  raise(deep, b, halves, [-1, -2]);
  return open(deep.flower, b);
}
