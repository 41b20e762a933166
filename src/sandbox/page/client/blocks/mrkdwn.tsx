// Draws formatted text: Slack's mrkdwn, and the boxes and pieces that all of Slack's ways of writing come down to.
import type { ComponentChildren, JSX } from 'preact';
import type { TextObject } from './block-kit.ts';
import { dateText } from './dates.ts';
import { mentioned } from './names.ts';
import { type Box, type Mark, type Piece, plainPieces } from './pieces.ts';
import { readMrkdwn, readMrkdwnInline } from './read-mrkdwn.ts';
import type { Names } from './stage.ts';

/** A text in mrkdwn. `verbatim` leaves addresses as text that are not written as links. */
export function Mrkdwn({ text, names, verbatim = false }: { text: string; names: Names; verbatim?: boolean }): JSX.Element {
  return <Boxes boxes={readMrkdwn(text, { verbatim })} names={names} />;
}

/** A text object as a paragraph of its own, whichever way it is written. */
export function Words({ of, names }: { of: TextObject; names: Names }): JSX.Element {
  if (of.type === 'mrkdwn') return <Mrkdwn text={of.text} names={names} verbatim={of.verbatim ?? false} />;
  return <Boxes boxes={[{ kind: 'lines', pieces: plainPieces(of.text, of.emoji ?? true) }]} names={names} />;
}

/** A text object within a line: a label, a heading, an option. */
export function Label({ of, names }: { of: TextObject; names: Names }): JSX.Element {
  const pieces = of.type === 'mrkdwn' ? readMrkdwnInline(of.text, of) : plainPieces(of.text, of.emoji ?? true);
  return <Pieces pieces={pieces} names={names} />;
}

export function Boxes({ boxes, names }: { boxes: readonly Box[]; names: Names }): JSX.Element {
  return (
    <>
      {boxes.map((box) => (
        <DrawnBox box={box} names={names} />
      ))}
    </>
  );
}

function DrawnBox({ box, names }: { box: Box; names: Names }): JSX.Element {
  switch (box.kind) {
    case 'quote':
      return (
        <blockquote>
          <Boxes boxes={box.boxes} names={names} />
        </blockquote>
      );
    case 'preformatted':
      return <pre dir="auto">{box.text}</pre>;
    case 'rule':
      return <hr />;
    case 'list':
      return <List box={box} names={names} />;
    case 'heading':
      return (
        <p class="heading" dir="auto">
          <Pieces pieces={box.pieces} names={names} />
        </p>
      );
    default:
      return (
        <p dir="auto">
          <Pieces pieces={box.pieces} names={names} />
        </p>
      );
  }
}

function List({ box, names }: { box: Extract<Box, { kind: 'list' }>; names: Names }): JSX.Element {
  const items = box.items.map((boxes) => (
    <li>
      <Boxes boxes={boxes} names={names} />
    </li>
  ));
  return box.ordered ? <ol start={box.start}>{items}</ol> : <ul>{items}</ul>;
}

export function Pieces({ pieces, names }: { pieces: readonly Piece[]; names: Names }): JSX.Element {
  return <>{pieces.map((piece) => drawn(piece, names))}</>;
}

function drawn(piece: Piece, names: Names): ComponentChildren {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{piece.text}</code>;
    case 'marked':
      return marked(piece.mark, <Pieces pieces={piece.pieces} names={names} />);
    case 'link':
      return <Link url={piece.url}>{<Pieces pieces={piece.pieces} names={names} />}</Link>;
    case 'date':
      return <Moment piece={piece} names={names} />;
    case 'emoji':
      return (
        <span role="img" aria-label={piece.name.replaceAll('_', ' ')} title={`:${piece.name}:`}>
          {piece.glyph}
        </span>
      );
    default:
      return <span class="mention">{mentioned(piece, names)}</span>;
  }
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', highlight: 'mark' } as const;

function marked(mark: Mark, inside: ComponentChildren): JSX.Element {
  const Tag = TAGS[mark];
  return <Tag>{inside}</Tag>;
}

function Moment({ piece, names }: { piece: Extract<Piece, { kind: 'date' }>; names: Names }): JSX.Element {
  const time = (
    <time dateTime={new Date(piece.seconds * 1000).toISOString()} title={dateText(piece.seconds, '{date_long}, {time}', names)}>
      {dateText(piece.seconds, piece.template, names)}
    </time>
  );
  return piece.url ? <Link url={piece.url}>{time}</Link> : time;
}

function Link({ url, children }: { url: string; children: ComponentChildren }): JSX.Element {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
