// `npm run bench -- start|ack|preview|rotation|lists|matching|quality|tampering`: measurements with the real program, for anyone to repeat. A table on standard output,
// progress on standard error; exit 1 when a goal is missed.
import { ack } from './ack.ts';
import { lists } from './lists.ts';
import { matching } from './matching.ts';
import { preview } from './preview.ts';
import { giveUp } from './progress.ts';
import { quality } from './quality.ts';
import { rotation } from './rotation.ts';
import { start } from './start.ts';
import { tampering } from './tampering.ts';

const measurements: Record<string, (args: string[]) => Promise<boolean>> = {
  start,
  ack,
  preview,
  rotation,
  lists,
  matching,
  quality,
  tampering,
};
const [what = '', ...args] = process.argv.slice(2);
const measure = Object.hasOwn(measurements, what) ? measurements[what] : undefined;
if (!measure) giveUp(`npm run bench -- ${Object.keys(measurements).join('|')}`);
else process.exitCode = (await measure(args)) ? 0 : 1;
// A measurement has closed what it opened; what a library still holds must not keep the terminal.
process.stdout.write('', () => process.exit());
