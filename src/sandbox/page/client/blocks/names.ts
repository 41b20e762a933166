// What a control is called that has no label beside it: by its app's own words where there are some, else by what it is. Pure.
import type { Block, Element } from './block-kit.ts';
import { dateText } from './dates.ts';
import { type Piece, plainPieces } from './pieces.ts';
import { readMrkdwnInline } from './read-mrkdwn.ts';
import type { Names } from './stage.ts';

const KINDS: Readonly<Record<string, string>> = {
  overflow: 'More',
  datepicker: 'Date',
  timepicker: 'Time',
  datetimepicker: 'Date and time',
};

export function nameOf(block: Block, element: Element, names: Names): string {
  const given = element.accessibility_label ?? element.placeholder?.text;
  if (given) return given;
  const { text } = block;
  const before = typeof text === 'object' && element.type !== 'overflow' ? spoken(piecesOf(text.type, text.text), names) : '';
  return before.slice(0, 150) || KINDS[element.type] || 'Choose';
}

function piecesOf(type: string, text: string): Piece[] {
  return type === 'mrkdwn' ? readMrkdwnInline(text) : plainPieces(text);
}

/** What is called by an id, as the reader calls it; else by the name that stands beside the id. */
export function mentioned(piece: Extract<Piece, { kind: 'person' | 'channel' | 'group' }>, names: Names): string {
  if (piece.kind === 'group') return piece.label;
  const name = piece.kind === 'person' ? names.person(piece.id) : names.channel(piece.id);
  const known = name !== piece.id ? name : (piece.label ?? name);
  return `${piece.kind === 'person' ? '@' : '#'}${known}`;
}

/** Pieces as they are read aloud. */
function spoken(pieces: readonly Piece[], names: Names): string {
  return pieces.map((piece) => spokenPiece(piece, names)).join('');
}

function spokenPiece(piece: Piece, names: Names): string {
  switch (piece.kind) {
    case 'text':
    case 'code':
      return piece.text;
    case 'break':
      return ' ';
    case 'emoji':
      return piece.name.replaceAll('_', ' ');
    case 'date':
      return dateText(piece.seconds, piece.template, names);
    case 'marked':
    case 'link':
      return spoken(piece.pieces, names);
    default:
      return mentioned(piece, names);
  }
}
