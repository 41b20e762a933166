// Runs one measurement in a process of its own and reads what it prints.
import { spawnSync } from 'node:child_process';
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
