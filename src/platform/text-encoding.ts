// What a file's bytes say as text. Files come from spreadsheets of every age: the encoding is found out, and told, so that nobody's name is changed
// without a word. Pure.

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

export interface DecodedText {
  text: string;
  encoding: Encoding;
}

/** So many bytes are enough to see that every second one is empty. */
const LOOKED_AT = 400;
/** How the files begin that people take for a list: workbooks new and old, and PDF. */
const NOT_TEXT = ['504b0304', 'd0cf11e0', '25504446'];

/** UTF-8; UTF-16, with its mark or without; and Windows' western letters where it is neither. Without a mark at the beginning. */
export function decode(bytes: Uint8Array): DecodedText {
  const wide = wideOf(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** Whether it is a workbook or a document, whatever its name says. */
export function isDocument(bytes: Uint8Array): boolean {
  return NOT_TEXT.includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));
}

function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const first = bytes.subarray(0, LOOKED_AT);
  const empty = (odd: number) => first.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (empty(1) > first.length / 3) return 'utf-16le';
  return empty(0) > first.length / 3 ? 'utf-16be' : undefined;
}
