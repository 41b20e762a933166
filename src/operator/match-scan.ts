// Reads lines of whole numbers from bytes as they come: a file of fifty million lines would not fit into memory as text. Blank lines and what
// stands behind a # do not count; spaces, tabs and carriage returns stand between numbers.
import { Failed } from './command-line.ts';

export interface Scan {
  /** What to call the file. */
  name: string;
  /** The number of the line that is being read. */
  line: number;
  /** How many numbers stood in it so far, and the first of them: `Infinity` for those above 2⁵³. */
  count: number;
  numbers: Float64Array;
  /** Called for each line with numbers. */
  onLine: (scan: Scan) => void;
  state: number;
  value: number;
  word: string;
  /** How much of a byte-order mark was met. */
  mark: number;
}

const BETWEEN = 0;
const NUMBER = 1;
const WORD = 2;
const COMMENT = 3;

const [TAB, NEWLINE, RETURN, SPACE, HASH] = [9, 10, 13, 32, 35];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** 2⁵³ without its last digit, which is 2. */
const NEARLY = 900719925474099;
const SHOWN = 40;

export function scanOf(name: string, onLine: Scan['onLine']): Scan {
  const numbers = new Float64Array(3);
  return { name, line: 1, count: 0, numbers, onLine, state: BETWEEN, value: 0, word: '', mark: 0 };
}

/** Reads on. Throws `Failed`, with the line, where a word is no whole number. */
export function feed(scan: Scan, bytes: Uint8Array): void {
  let { state, value } = scan;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9 && state <= NUMBER) {
      value = value >= NEARLY && (value > NEARLY || digit > 2) ? Infinity : 10 * value + digit;
      state = NUMBER;
    } else if (byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB || byte === HASH) {
      if (state === NUMBER) endNumber(scan, value);
      if (state === WORD) refuse(scan);
      value = 0;
      if (byte === NEWLINE) {
        state = BETWEEN;
        endLine(scan);
        scan.line++;
      } else if (state !== COMMENT) state = byte === HASH ? COMMENT : BETWEEN;
    } else if (state !== COMMENT && !isMark(scan, byte, state)) {
      if (state === NUMBER) scan.word = String(value);
      if (scan.word.length < SHOWN) scan.word += shown(byte);
      state = WORD;
    }
  }
  scan.state = state;
  scan.value = value;
}

/** The file has ended: its last line need not. */
export function end(scan: Scan): void {
  if (scan.state === NUMBER) endNumber(scan, scan.value);
  if (scan.state === WORD) refuse(scan);
  endLine(scan);
}

function endNumber(scan: Scan, value: number): void {
  if (scan.count < 3) scan.numbers[scan.count] = value;
  scan.count++;
}

function endLine(scan: Scan): void {
  if (scan.count > 0) scan.onLine(scan);
  scan.count = 0;
}

/** Whether the byte belongs to the mark with which some programs begin a file. */
function isMark(scan: Scan, byte: number, state: number): boolean {
  const expected = scan.line === 1 && scan.count === 0 && state === BETWEEN && byte === BYTE_ORDER_MARK[scan.mark];
  scan.mark = expected ? scan.mark + 1 : BYTE_ORDER_MARK.length;
  return expected;
}

function shown(byte: number): string {
  return byte > SPACE && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
}

function refuse({ name, line, word }: Scan): never {
  const why = /^-\d+$/.test(word)
    ? 'is below 0'
    : /^[+-]?(?:\d+\.\d*|\d*\.\d+|\d+)(?:[eE][+-]?\d+)?$/.test(word)
      ? 'is not written as a whole number'
      : 'is not a number';
  throw new Failed(`${name}, line ${line}: "${word.length < SHOWN ? word : `${word.slice(0, SHOWN)}…`}" ${why}.`);
}
