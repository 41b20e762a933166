// What time alone sets going. The clock only knocks; what is due is computed from the present and from what is on record.
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../tools.ts';

export interface Stream {
  /** Names the stream in `occurrence.stream`: `rotation`, `rotation-notice`, `opener`, … */
  name: string;
  /**
   * Does everything of this stream that is due at `now` and not yet on record (each occurrence claimed in the transaction of its effect), or
   * records why it is skipped. Returns the next instant at which something will be due, as far as can be told today.
   */
  run: (tools: Tools, now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
}
