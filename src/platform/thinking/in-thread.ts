// The inside of the thread: takes what is asked, lets the head think, gives back what it found or what went wrong. One thing at a time.
import { parentPort } from 'node:worker_threads';
import type { Head } from './think.ts';

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
  port.on('message', (asked: Asked) => {
    try {
      port.postMessage(answered(heads, asked));
    } catch (fault) {
      // An outcome that is not plain data does not go over.
      port.postMessage(told(fault));
    }
  });
}

function answered(heads: Heads, { head: name, facts }: Asked): Told {
  const head = heads.find((each) => each.name === name);
  if (!head) throw new Error(`no head is called ${name}`);
  return { ok: true, outcome: head.think(facts as never) };
}

function told(fault: unknown): Told {
  const { name, message, stack = '' } = fault instanceof Error ? fault : new Error(String(fault));
  return { ok: false, fault: { name, message, stack } };
}
