// The edge at which a fault in a command, a press or a form ends: the person gets a reference number, the log the same one.
import { faultFields } from '../log.ts';
import type { Tools } from '../tools.ts';

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Logs the fault under a fresh reference and returns it: six letters that can be read out over the telephone. */
export function mishap({ log, random }: Pick<Tools, 'log' | 'random'>, action: string, fault: unknown): string {
  const reference = [...random(6)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  log.error('Something a person did could not be finished', { reference, action: action.slice(0, 80) || '-', ...faultFields(fault) });
  return reference;
}
