// Runs one measurement in a process of its own and reads what it prints.
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const typescript = fileURLToPath(new URL('../typescript.mjs', import.meta.url));
const program = fileURLToPath(new URL('./solve-once.ts', import.meta.url));

/** What `solve-once.ts` measured. Throws where it failed. */
export function measured<T>(...args: (string | number)[]): T {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', typescript, program, ...args.map(String)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`solve-once ${args.join(' ')} failed: ${stderr}`);
  return JSON.parse(stdout) as T;
}

/** The same beside other measurements: for one that takes minutes. */
export async function measuredMeanwhile<T>(...args: (string | number)[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', typescript, program, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told = await text(child.stdout);
  if (told === '') throw new Error(`solve-once ${args.join(' ')} failed`);
  return JSON.parse(told) as T;
}
