// The inside of the thread: takes what is asked, lets the head think, gives back what it found or what went wrong. One thing at a time.
import { parentPort } from 'node:worker_threads';
import type { Head, Mind } from './think.ts';

/** Heads of whatever facts: the name that comes with the facts says which one they are for. */
export type Heads = readonly Head<never, unknown>[];

/** What is asked of the thread. */
export interface Asked {
  head: string;
  facts: unknown;
}

/** What the thread answers, once for each thing that it is asked. */
export type Told = { ok: true; outcome: unknown } | { ok: false; fault: { name: string; message: string; stack: string } };

/** Answers from now on, with these heads; to be called inside a thread. */
export function answerWith(heads: Heads): void {
  if (!parentPort) throw new Error('this is not a thread');
  const port = parentPort;
  const minds = new Map<string, Mind<never, unknown>>();
  port.on('message', ({ head: name, facts }: Asked) => {
    try {
      const mind = minds.get(name) ?? mindOf(heads, name);
      minds.set(name, mind);
      port.postMessage({ ok: true, outcome: mind.think(facts as never) } satisfies Told);
      getReady(minds, name);
    } catch (fault) {
      // Also where an outcome is not plain data, and does not go over.
      port.postMessage(told(fault));
    }
  });
}

function mindOf(heads: Heads, name: string): Mind<never, unknown> {
  const head = heads.find((each) => each.name === name);
  if (!head) throw new Error(`no head is called ${name}`);
  return head.mind?.() ?? { think: head.think, afterwards: () => undefined };
}

/** What goes wrong here has been asked for by nobody: the mind is given up, and the next one begins with nothing. */
function getReady(minds: Map<string, Mind<never, unknown>>, name: string): void {
  try {
    minds.get(name)?.afterwards();
  } catch {
    minds.delete(name);
  }
}

function told(fault: unknown): Told {
  const { name, message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
  return { ok: false, fault: { name, message, stack } };
}
