// What time alone sets going. The clock only knocks; what is due is computed from the present and from what is on record.
import type { Temporal } from 'temporal-polyfill';
import type { Tools } from '../tools.ts';

export interface Stream {
  /** Names the stream in `occurrence.stream`: `rotation`, `rotation-notice`, `opener`, … */
  name: string;
  /** So many minutes later it may notice that something has changed: what it waits for is known long before, or can wait. None when missing. */
  minutes?: number;
  /** Whether it wants to be asked when these minutes are over and something that it read has changed, rather than at the next occasion. */
  comesBack?: boolean;
  /** What is due depends on the hour, too, and it does not say how: asked at every knock. */
  always?: boolean;
  /** Kept to the second: by the real clock it is asked beside the others, so that it does not wait while one of them waits for Slack. It asks nobody itself. */
  exact?: boolean;
  /**
   * Does everything of this stream that is due at `now` and not yet on record (each occurrence claimed in the transaction of its effect), or
   * records why it is skipped. Returns the next instant at which something will be due, as far as can be told today: before it, and as long as
   * nothing that was read has changed, it may not be asked again for a day.
   */
  run: (tools: Tools, now: Temporal.Instant) => Promise<Temporal.Instant | undefined>;
}
