// Ids, hashes and timestamps of the small Slack. They come from counters, so that the same acts give the same ids on every run.
import type { World } from './world.ts';

function next(world: World, kind: string): number {
  const count = (world.counters[kind] ?? 0) + 1;
  world.counters[kind] = count;
  return count;
}

/** The next id of a kind: `nextId(world, 'C')` is `C0000000001`, then `C0000000002`, … */
export function nextId(world: World, prefix: string): string {
  return prefix + next(world, prefix).toString(36).toUpperCase().padStart(10, '0');
}

/** A short mark such as Slack gives to blocks and actions that have none. */
export function nextMark(world: World): string {
  return `b${next(world, 'mark').toString(36).padStart(4, '0')}`;
}

/** A view's hash: another one after every change. */
export function nextHash(world: World, now: number): string {
  return `${Math.floor(now / 1000)}.${next(world, 'hash').toString(36).padStart(8, '0')}`;
}

export function nextTrigger(world: World, now: number): string {
  return `${now}.${next(world, 'trigger')}.${next(world, 'trigger-mark').toString(16).padStart(32, '0')}`;
}

/** A message's timestamp: the present in seconds and microseconds, later than every one given before. */
export function nextTs(world: World, now: number): string {
  const micros = Math.max(now * 1000, world.lastTs + 1);
  world.lastTs = micros;
  return tsOf(micros);
}

function tsOf(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** Microseconds of a `ts`; `NaN` where it is none. */
export function microsOf(ts: string): number {
  const [seconds = '', fraction = ''] = ts.split('.');
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
