// The program of a thread with heads that do what heads should not: for the tests of what holds when they do. Runs beside what was built.
import { answerWith } from '../../../dist/platform/thinking/in-thread.js';

const kept = [];

/** Tells what it was asked last; forgets it, and more, when it is asked for the impossible. */
function remembering() {
  let asked;
  let last;
  return {
    think: (what) => {
      asked = what;
      return last ?? 'nothing';
    },
    afterwards: () => {
      if (asked === 'the impossible') throw new Error('nobody asked for this');
      last = asked;
    },
  };
}

answerWith([
  { name: 'remembers', think: () => 'not this way', mind: remembering },
  { name: 'doubles', think: (number) => 2 * number },
  {
    name: 'waits',
    think: (ms) => {
      const until = performance.now() + ms;
      while (performance.now() < until);
      return 'waited';
    },
  },
  {
    name: 'throws',
    think: () => {
      throw new RangeError('too many of them');
    },
  },
  {
    name: 'hoards',
    think: () => {
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, n) => ({ n })));
    },
  },
  { name: 'ends', think: () => process.exit(7) },
  { name: 'breaks later', think: () => void setImmediate(() => Promise.reject(new Error('nobody listens'))) },
  { name: 'gives no data', think: () => () => 'a function' },
  { name: 'environment', think: () => Object.keys(process.env).length },
]);
