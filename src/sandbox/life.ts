// One life of the bot in the sandbox: from being opened to being closed or killed. What it asks of Slack after its death is never answered.
import { noteDeathAt } from './note-call.ts';
import type { SmallSlack } from './small-slack.ts';

/** Dies at the next call of `method`: before Slack reads it, or when Slack has done it and before the bot hears so. */
export interface Death {
  method: string;
  when: 'before' | 'after';
  /** At the so-manieth such call; the next when missing. */
  count?: number;
}

export interface Life {
  fetch: typeof globalThis.fetch;
  /** Resolves when it has ended. */
  ended: Promise<'ended'>;
  isOver: () => boolean;
  /** Whether a death is planned: only then need anybody watch for it. */
  isDoomed: () => boolean;
  end: () => void;
  /** What it will die of; of nothing after all, when missing. */
  dieAt: (death: Death | undefined) => void;
}

const never = new Promise<never>(() => {});

/** A life that reaches the small Slack through `fetch`. */
export function beginLife(slack: SmallSlack, fetch: typeof globalThis.fetch): Life {
  let over = false;
  let death: Death | undefined;
  let left = 1;
  let tell: (word: 'ended') => void = () => {};
  const ended = new Promise<'ended'>((resolve) => {
    tell = resolve;
  });
  const end = () => {
    over = true;
    tell('ended');
  };
  return {
    ended,
    isOver: () => over,
    isDoomed: () => death !== undefined,
    end,
    dieAt: (given) => {
      death = given;
      left = given?.count ?? 1;
    },
    fetch: async (input, init) => {
      if (over) return never;
      const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
      if (death === undefined || url !== `${slack.baseUrl}/api/${death.method}`) return fetch(input, init);
      if (left > 1) {
        left -= 1;
        return fetch(input, init);
      }
      if (death.when === 'after') await fetch(input, init).catch(() => undefined);
      noteDeathAt(slack, { method: death.method, args: argsOf(init?.body) }, death.when === 'after');
      end();
      return never;
    },
  };
}

/** The form in which the app sends its calls. */
function argsOf(body: RequestInit['body']): Record<string, unknown> {
  return typeof body === 'string' || body instanceof URLSearchParams ? Object.fromEntries(new URLSearchParams(body)) : {};
}

/** The outcome of `work`; or `ended`, when the bot's life is over before. */
export async function whileAlive<Result>(life: Life, work: () => Promise<Result>): Promise<Result | 'ended'> {
  if (life.isOver()) return 'ended';
  return life.isDoomed() ? Promise.race([work(), life.ended]) : work();
}
