// Why a database is not opened. Each reason has an exit code of its own, so that whoever watches the process can tell them apart.
import { codeOf } from './fault-code.ts';
import { troubleOf } from './trouble.ts';

/** `unusable` it cannot be reached or written to, and trying again may help; `busy` another process holds it; `damaged` it is not sound, not ours, or gone; `schema` it does not fit this program; `keys` it is sealed with other keys. */
export type Because = 'unusable' | 'busy' | 'damaged' | 'schema' | 'keys';

export const exitCodes: Record<Because, number> = { unusable: 1, busy: 3, damaged: 4, schema: 5, keys: 6 };

/** The message is a sentence for the operator: what is the matter, that nothing was changed, and what to do. */
export class Refused extends Error {
  readonly because: Because;
  readonly exitCode: number;

  constructor(because: Because, sentence: string) {
    super(sentence);
    this.name = 'Refused';
    this.because = because;
    this.exitCode = exitCodes[because];
  }
}

/** A disk that is full or fails, in the operator's words; nothing where the fault is another. */
export function diskRefused(fault: unknown, file = (fault as { path?: string } | null)?.path): Refused | undefined {
  const disk = file ? `the disk of ${file}` : 'the disk';
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(codeOf(fault))) {
    return new Refused('unusable', `There is no room left on ${disk}. What was saved before is kept. Make room, then start again.`);
  }
  if (troubleOf(fault) !== 'disk') return undefined;
  return new Refused(
    'unusable',
    `Something on ${disk} could not be read or written (${codeOf(fault)}). What was saved before is kept; what was under way may not be. Look at the disk, then start again.`,
  );
}
