// One life of the bot in the sandbox: from being opened to being closed or killed. What it asks of Slack after its death is never answered.
import type { SmallSlack } from './small-slack.ts';

/** Dies at the next call of `method`: before Slack reads it, or when Slack has done it and before the bot hears so. */
export interface Death {
  method: string;
  when: 'before' | 'after';
}

export interface Life {
  fetch: typeof globalThis.fetch;
  /** Resolves when it has ended. */
  ended: Promise<'ended'>;
  isOver: () => boolean;
  /** Whether a death is planned: only then need anybody watch for it. */
  isDoomed: () => boolean;
  end: () => void;
  /** What it will die of. */
  dieAt: (death: Death) => void;
}

const never = new Promise<never>(() => {});

/** A life that reaches the small Slack through `fetch`. */
export function beginLife(slack: SmallSlack, fetch: typeof globalThis.fetch): Life {
  let over = false;
  let death: Death | undefined;
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
    },
    fetch: async (input, init) => {
      if (over) return never;
      const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
      const dying = death !== undefined && url === `${slack.baseUrl}/api/${death.method}`;
      if (!dying) return fetch(input, init);
      if (death?.when === 'after') await fetch(input, init).catch(() => undefined);
      end();
      return never;
    },
  };
}

/** The outcome of `work`; or `ended`, when the bot's life is over before. */
export async function whileAlive<Result>(life: Life, work: () => Promise<Result>): Promise<Result | 'ended'> {
  if (life.isOver()) return 'ended';
  return life.isDoomed() ? Promise.race([work(), life.ended]) : work();
}
