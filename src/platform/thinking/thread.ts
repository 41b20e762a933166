// One thread beside the loop that hears Slack: started when something long is to be thought about, kept warm for a while, ended when nobody asks.
// What is asked waits its turn. Whatever happens in the thread, whoever asked hears of it, and the process goes on.
import { Worker } from 'node:worker_threads';
import type { Asked, Told } from './in-thread.ts';
import { type Think, thinkHere } from './think.ts';

export interface ThreadSettings {
  /** The program of the thread: see `answerWith`. */
  entry: URL;
  /** How long one thing may be thought about. */
  limitMs?: number;
  /** How long the thread stays when nobody asks. */
  idleMs?: number;
  /** Memory for its objects, in megabytes. */
  heapMb?: number;
}

export interface Thread {
  think: Think;
  /** Ends it; whoever still waits hears so. Nothing can be asked any more. */
  close: () => Promise<void>;
  /** Whether it runs at this moment. */
  isUp: () => boolean;
}

interface Job {
  asked: Asked;
  resolve: (outcome: unknown) => void;
  reject: (fault: Error) => void;
}

interface Line {
  settings: Required<ThreadSettings>;
  waiting: Job[];
  job?: Job | undefined;
  worker?: Worker | undefined;
  /** The end of the job's time, or, where there is none, of the thread's. */
  timer?: NodeJS.Timeout;
  closed: boolean;
}

const USUAL = { limitMs: 120_000, idleMs: 60_000, heapMb: 1_024 };
/** Short-lived objects get room of their own, whatever the process has set for its own heap. */
const YOUNG_MB = 32;

/** Nothing is started yet. */
export function openThread(settings: ThreadSettings): Thread {
  const line: Line = { settings: { ...USUAL, ...settings }, waiting: [], closed: false };
  return {
    isUp: () => line.worker !== undefined,
    think: (head, facts) => {
      if (head.isQuick(facts)) return thinkHere(head, facts);
      return new Promise<never>((resolve, reject) => {
        if (line.closed) return reject(new Error('the thread has been closed'));
        line.waiting.push({ asked: { head: head.name, facts }, resolve: resolve as Job['resolve'], reject });
        if (!line.job) next(line);
      });
    },
    close: async () => {
      line.closed = true;
      const fault = new Error('the thread was closed before it had answered');
      for (const { reject } of line.waiting.splice(0)) reject(fault);
      if (line.worker) await drop(line, line.worker, fault);
    },
  };
}

function next(line: Line): void {
  clearTimeout(line.timer);
  const job = line.waiting.shift();
  line.job = job;
  if (job) ask(line, job);
  else rest(line);
}

function ask(line: Line, job: Job): void {
  const { limitMs } = line.settings;
  try {
    const worker = line.worker ?? start(line);
    line.worker = worker;
    worker.ref();
    const late = () => drop(line, worker, new Error(`${job.asked.head} took longer than ${limitMs / 1000} seconds`));
    line.timer = setTimeout(() => void late(), limitMs);
    worker.postMessage(job.asked);
  } catch (fault) {
    // What is not plain data does not go over, and a machine may have no room for a thread.
    settle(line, ({ reject }) => reject(fault as Error));
  }
}

/** Nobody asks: the thread keeps no process alive, and goes after a while. */
function rest(line: Line): void {
  const { worker, settings } = line;
  if (!worker) return;
  worker.unref();
  line.timer = setTimeout(() => void drop(line, worker, new Error('nobody asked')), settings.idleMs).unref();
}

function settle(line: Line, answer: (job: Job) => void): void {
  if (line.job) answer(line.job);
  next(line);
}

/** Gives up on a worker: what it was asked is answered with `fault`, and what waits goes to a fresh one. */
async function drop(line: Line, worker: Worker, fault: Error): Promise<void> {
  if (line.worker === worker) {
    line.worker = undefined;
    settle(line, ({ reject }) => reject(fault));
  }
  await worker.terminate();
}

function start(line: Line): Worker {
  const { entry, heapMb } = line.settings;
  const resourceLimits = { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB };
  // Settings and keys are in the environment: a thread that only thinks is not given them, nor what the process was started with.
  const worker = new Worker(entry, { name: 'heads', env: {}, argv: [], execArgv: [], resourceLimits });
  worker.on('message', (told: Told) => {
    if (line.worker === worker) settle(line, (job) => (told.ok ? job.resolve(told.outcome) : job.reject(faultOf(told.fault))));
  });
  worker.on('error', (fault) => void drop(line, worker, fault));
  worker.on('exit', (code) => void drop(line, worker, new Error(`the thread ended with ${code} before it had answered`)));
  return worker;
}

/** The fault as it was thrown in the thread, with the place where. */
function faultOf({ name, message, stack }: Extract<Told, { ok: false }>['fault']): Error {
  return Object.assign(new Error(message), { name, stack });
}
