// A queue of numbers by urgency, in typed arrays: the searches of the matching ask millions of times "what happens next?".

export interface Heap {
  keys: Float64Array;
  items: Int32Array;
  size: number;
}

export function emptyHeap(room = 64): Heap {
  return { keys: new Float64Array(room), items: new Int32Array(room), size: 0 };
}

/** The least key; `Infinity` where the heap is empty. */
export function leastKey(heap: Heap): number {
  return heap.size === 0 ? Infinity : (heap.keys[0] as number);
}

export function push(heap: Heap, key: number, item: number): void {
  if (heap.size === heap.keys.length) grow(heap);
  const { keys, items } = heap;
  let at = heap.size++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const higher = keys[above] as number;
    if (higher <= key) break;
    keys[at] = higher;
    items[at] = items[above] as number;
    at = above;
  }
  keys[at] = key;
  items[at] = item;
}

/** Takes out the item with the least key. The heap must not be empty. */
export function pop(heap: Heap): number {
  const { keys, items } = heap;
  const least = items[0] as number;
  const size = --heap.size;
  const key = keys[size] as number;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && (keys[below + 1] as number) < (keys[below] as number)) below++;
    if ((keys[below] as number) >= key) break;
    keys[at] = keys[below] as number;
    items[at] = items[below] as number;
    at = below;
  }
  keys[at] = key;
  items[at] = items[size] as number;
  return least;
}

function grow(heap: Heap): void {
  const keys = new Float64Array(2 * heap.keys.length);
  const items = new Int32Array(2 * heap.items.length);
  keys.set(heap.keys);
  items.set(heap.items);
  heap.keys = keys;
  heap.items = items;
}
