// What may wait for the organisers of a programme. Days are in words. Names only of those who asked for something, have no partner or were not
// reached; nothing that anybody wrote. Pure.
import type { ResultToSee } from '../../reviewing/waiting.ts';

export type Wait =
  | { what: 'help'; id: string; name: string; on: string }
  | { what: 'another'; wish: string; name: string; by: string }
  | Unpaired
  /** A round is due since `date`; or `ahead`: it waits for the gathering on that day, and for approval. */
  | { what: 'approval'; date: string; ahead?: boolean }
  /** The channel has gone, or the bot was put out of it. */
  | { what: 'channel' }
  /** Part of a round's announcement was refused, or may or may not stand in the channel; `letter` names it. */
  | { what: 'announcement'; letter: string; number: number; channel: string; refused: boolean }
  /** Word of a gathering was refused, or may or may not stand in the channel; `letter` names it. */
  | { what: 'word'; letter: string; channel: string; refused: boolean }
  /** Another message to the channel. */
  | { what: 'posting'; channel: string }
  /** `x` messages did not reach a leader, or may not have. */
  | { what: 'undelivered'; leader: string; user: string; name: string; x: number }
  /** The round ends on `date`, and no gathering is planned. */
  | { what: 'gathering'; date: string }
  /** A forum begins soon, with `x` people: too few. */
  | { what: 'forum'; id: string; date: string; time: string; x: number }
  /** A pulse has closed: to read, or to write what will change because of it. */
  | ({ what: 'result' } & ResultToSee);

/** Somebody has no partner in the round that runs. */
export type Unpaired = { what: 'unpaired'; name: string } & (
  | { because: 'paused'; until?: string }
  /** Came after the round had begun, or was left without a partner: somebody is looked for (`wish`), or they wait until `date`. */
  | { because: 'late' | 'waits'; wish?: string; date: string }
);
