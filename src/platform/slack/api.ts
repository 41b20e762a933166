// Asking Slack for an answer someone waits for: repeated a little where that is harmless, and told to the operator once where it is refused.
import { setTimeout as realWait } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { isBefore } from '../clock.ts';
import type { Called, Refusal } from './called.ts';
import { type Ask, type ClientSettings, type Fetch, openClient } from './client.ts';
import type { Fault } from './errors.ts';

export interface CallSettings extends ClientSettings {
  /** The installation's team: people of another one are strangers. */
  workspace: string;
  now: () => Temporal.Instant;
  /** Waits so many milliseconds; a sandbox with its own clock brings its own. */
  wait?: (ms: number) => Promise<unknown>;
}

/** Three manners of asking: for what may be repeated, for what may not, and for what is worthless after two seconds. */
export interface Api {
  repeatable: <T>(method: string, args: Record<string, unknown>, shape: z.ZodType<T>) => Promise<Called<T>>;
  once: <T>(method: string, args: Record<string, unknown>, shape: z.ZodType<T>) => Promise<Called<T>>;
  swiftly: <T>(method: string, args: Record<string, unknown>, shape: z.ZodType<T>) => Promise<Called<T>>;
  fetch: Fetch;
  settings: CallSettings;
}

/** Longer than this nobody waits for an answer. */
const LONGEST_WAIT_SECONDS = 20;
const REPEATS = 2;

export function openApi(settings: CallSettings): Api {
  const patient = openClient(settings, 10_000);
  const swift = openClient(settings, 2_000);
  const tell = operatorTold(settings);
  const asked = (ask: Ask, repeats: number): Api['once'] => {
    return async (method, args, shape) => {
      for (let tries = 0; ; tries += 1) {
        const outcome = await ask(method, args, shape);
        if (outcome.ok) return outcome;
        const pause = tries < repeats ? pauseAfter(outcome.fault, tries) : undefined;
        if (pause === undefined) return tell(method, outcome.fault);
        await (settings.wait ?? realWait)(pause);
      }
    };
  };
  return {
    repeatable: asked(patient, REPEATS),
    once: asked(patient, 0),
    swiftly: asked(swift, 0),
    fetch: settings.fetch ?? globalThis.fetch,
    settings,
  };
}

/** Milliseconds until it is worth asking again; `undefined` when it is not. */
function pauseAfter(fault: Fault, tries: number): number | undefined {
  if (fault.how === 'refused') return undefined;
  if (fault.how === 'limited') return fault.seconds <= LONGEST_WAIT_SECONDS ? fault.seconds * 1000 : undefined;
  return 250 * 4 ** tries;
}

/** Refusals that come with people and time, not with a setting that somebody could change. */
const UNREMARKABLE = new Set([
  'users_not_found',
  'user_not_found',
  'user_not_visible',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'hash_conflict',
  'not_found',
  'view_not_found',
  'message_not_found',
  // What somebody wanted is so already, or was so once.
  'name_taken',
  'already_in_channel',
  'already_archived',
  'conversations.kick not_in_channel',
]);

/** Turns a fault into a value, and tells the operator at most once an hour for each method and reason. */
function operatorTold({ log, now }: CallSettings): (method: string, fault: Fault) => Refusal {
  const told = new Map<string, Temporal.Instant>();
  return (method, fault) => {
    const error = fault.how === 'limited' ? 'ratelimited' : fault.error;
    const needed = fault.how === 'refused' ? fault.needed : undefined;
    const last = told.get(`${method} ${error}`);
    const isRemarkable = !UNREMARKABLE.has(error) && !UNREMARKABLE.has(`${method} ${error}`);
    if (isRemarkable && (!last || isBefore(last.add({ hours: 1 }), now()))) {
      told.set(`${method} ${error}`, now());
      log.warn(fault.how === 'refused' ? 'Slack refuses a call' : 'Slack does not answer a call', {
        method,
        code: error,
        ...(needed && { scope: needed }),
      });
    }
    return { ok: false, error, ...(needed && { needed }), ...(fault.how === 'limited' && { seconds: fault.seconds }) };
  };
}
