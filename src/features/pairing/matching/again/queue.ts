// A queue of events by the time at which they come, where times go deep: a number for each group of aims. See `heap.ts` for the shallow one.

export interface DeepQueue {
  depth: number;
  /** The numbers of an event's time stand next to each other. The last place of all is for one that looks for its own. */
  times: Float64Array;
  /** An event is two vertices that meet, −1 and a vertex that is reached, or a blossom and −1 where it opens. */
  from: Int32Array;
  to: Int32Array;
  size: number;
}

export function deepQueueOf(depth: number, room = 256): DeepQueue {
  return { depth, times: new Float64Array((room + 1) * depth), from: new Int32Array(room), to: new Int32Array(room), size: 0 };
}

/** Whether the first event comes before `end`; writes its time to `now` if so. */
export function comesBefore({ depth, times, size }: DeepQueue, end: Float64Array, now: Float64Array): boolean {
  if (size === 0) return false;
  for (let level = 0; level < depth; level++) {
    const time = times[level] as number;
    const limit = end[level] as number;
    if (time > limit) return false;
    if (time < limit) {
      for (let each = 0; each < depth; each++) now[each] = times[each] as number;
      return true;
    }
  }
  return false;
}

export function put(queue: DeepQueue, time: Float64Array, from: number, to: number): void {
  if (queue.size === queue.from.length) grow(queue);
  const { times, depth } = queue;
  const last = queue.from.length;
  times.set(time, last * depth);
  let at = queue.size++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!precedes(queue, last, above)) break;
    carry(queue, above, at);
    at = above;
  }
  times.set(time, at * depth);
  queue.from[at] = from;
  queue.to[at] = to;
}

/** Takes the first event out; its two numbers stand at place `size` afterwards. The queue must not be empty. */
export function take(queue: DeepQueue): readonly [from: number, to: number] {
  const event = [queue.from[0] as number, queue.to[0] as number] as const;
  const size = --queue.size;
  let at = 0;
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && precedes(queue, below + 1, below)) below++;
    if (!precedes(queue, below, size)) break;
    carry(queue, below, at);
    at = below;
  }
  if (at !== size) carry(queue, size, at);
  return event;
}

function precedes({ depth, times }: DeepQueue, one: number, other: number): boolean {
  const a = one * depth;
  const b = other * depth;
  for (let level = 0; level < depth; level++) {
    const here = times[a + level] as number;
    const there = times[b + level] as number;
    if (here !== there) return here < there;
  }
  return false;
}

function carry({ depth, times, from, to }: DeepQueue, source: number, target: number): void {
  for (let level = 0; level < depth; level++) times[target * depth + level] = times[source * depth + level] as number;
  from[target] = from[source] as number;
  to[target] = to[source] as number;
}

function grow(queue: DeepQueue): void {
  const { times, from, to } = queue;
  queue.times = new Float64Array((2 * from.length + 1) * queue.depth);
  queue.from = new Int32Array(2 * from.length);
  queue.to = new Int32Array(2 * to.length);
  queue.times.set(times.subarray(0, from.length * queue.depth));
  queue.from.set(from);
  queue.to.set(to);
}
