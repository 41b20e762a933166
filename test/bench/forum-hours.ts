// `npm run test:forums -- --forums 50 --minutes 57 --restart 8`: fifty forums at once for the whole hour, and what their lines were like.
import { parseArgs } from 'node:util';
import { printForums, runForums } from './forums.ts';

const { values } = parseArgs({
  options: {
    forums: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '57' },
    restart: { type: 'string', default: '8' },
  },
});
const found = await runForums({ forums: Number(values.forums), minutes: Number(values.minutes), restartAt: Number(values.restart) });
printForums(found);
for (const fault of [...found.missing, ...found.twice, ...found.complaints]) process.stdout.write(`  WRONG: ${fault}\n`);
process.exitCode = found.worst <= 5 && found.missing.length + found.twice.length + found.complaints.length === 0 ? 0 : 1;
