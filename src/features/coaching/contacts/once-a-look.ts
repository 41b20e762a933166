// Several kinds of messages begin with the same rows of a round: who has answered, what is booked, what stands on record. Within one look at a round
// each of these questions is put to the database once. A look is as long as its `Running` lives; the next one asks anew.
import type { Db, Tx } from '../../../platform/tools.ts';
import type { Running } from './source.ts';

type Ask<About, T> = (db: Db | Tx, running: Running, about: About) => Promise<T>;

/** The same question, answered once for each look at a round and each `about`. Nobody changes what it answers. */
export function onceALook<About extends string | number, T>(ask: Ask<About, T>): Ask<About, T> {
  const known = new WeakMap<Running, Map<About, Promise<T>>>();
  return (db, running, about) => {
    const answers = known.get(running) ?? new Map<About, Promise<T>>();
    known.set(running, answers);
    const answer = answers.get(about) ?? ask(db, running, about);
    answers.set(about, answer);
    return answer;
  };
}
