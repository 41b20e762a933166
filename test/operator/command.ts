// Runs `coachingpairs` as an operator does: as it was built, a process of its own, in a folder of its own, with nothing in its environment but
// what is given. `npm test` builds first; after a change run `npm run build` before these tests alone.
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export type Given = Record<string, string>;

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

export interface Running {
  process: ChildProcess;
  /** Resolves as soon as it has said something that fits. */
  says: (what: RegExp) => Promise<string>;
  ended: Promise<Outcome>;
}

/** Starts a command in `folder` and leaves it running. */
export function begin(folder: string, env: Given, ...args: string[]): Running {
  return follow(spawn(process.execPath, [main, ...args], { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } }));
}

/** Runs a command to its end on a disk that takes so many blocks of each file and then fails. */
export function runWhereDiskFails(blocks: number, folder: string, env: Given, ...args: string[]): Promise<Outcome> {
  const limited = ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, main, ...args];
  return follow(spawn('sh', limited, { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } })).ended;
}

function follow(child: ChildProcessWithoutNullStreams): Running {
  const said = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const hear = (to: 'out' | 'err') => (text: Buffer) => {
    said[to] += text;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear('out'));
  child.stderr.on('data', hear('err'));
  const ended = new Promise<Outcome>((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  const says = (what: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const listener = () => {
        const text = said.out + said.err;
        if (!what.test(text)) return;
        listeners.delete(listener);
        resolve(text);
      };
      listeners.add(listener);
      listener();
      void ended.then(({ code }) => reject(new Error(`It ended with ${code} and said: ${said.out}${said.err}`)));
    });
  return { process: child, says, ended };
}

/** Runs a command to its end. */
export function run(folder: string, env: Given, ...args: string[]): Promise<Outcome> {
  return begin(folder, env, ...args).ended;
}
