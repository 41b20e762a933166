// Decides about everything that would reach leaders unasked, all kinds and programmes together: what goes now, what waits, what is given up. At
// most one such message a day and two a week (Monday to Sunday) for a person where they are; the important first, and room is kept for what
// outranks later in the same week. Pure: it can be read aloud to whoever asks "why did I hear nothing?".
import type { Window } from '../../joining/hours.ts';
import { outranks, type Rank } from '../../joining/ranks.ts';
import { bookOf, type Ledger } from './book.ts';
import { commonOf, type Piece, stillOpen } from './pieces.ts';

/** Blocked by a letter that is still on its way: it may be settled at any time. */
const LOOK_AGAIN = 15 * 60_000;

export interface Reader {
  leader: string;
  user: string;
  zone: string;
  /** When they may be reached, from before the message is wanted until it is too late. */
  windows: readonly Window[];
  /** Cannot be written to: they sit out, or were asked how to go on and have not answered. */
  not?: 'paused' | 'quiet' | undefined;
  /** When that is over, where it is known. */
  backAt?: number | undefined;
  gone?: 'left' | 'ended' | undefined;
}

/** What a kind of message wishes, with milliseconds for instants. */
export interface Wanted {
  rank: Rank;
  key: string;
  due: number;
  closes: number;
  /** Until when it may be moved where there was no room for it before it closed. */
  roomUntil?: number | undefined;
  off?: string | undefined;
  readers: readonly Reader[];
}

export type Reason = 'left' | 'ended' | 'paused' | 'quiet' | 'no-hours' | 'no-room' | 'late';

/** One letter: to one person, or to several in their conversation. `windows` are when it may be delivered. */
export interface Outgoing {
  readers: readonly Reader[];
  windows: readonly { opens: number; closes: number }[];
  /** From when it is pointless. */
  closes: number;
}

export type Decision =
  /** `missed`: who cannot be reached at all, and why; `instead`: letters that wait and are taken back for this one. */
  | { then: 'send'; letters: readonly Outgoing[]; missed: readonly { reader: Reader; because: Reason }[]; instead: readonly string[] }
  | { then: 'wait'; until: number }
  | { then: 'give-up'; because: string };

/** Decides about all wishes at once; the answer stands in their order. */
export function plan(wishes: readonly Wanted[], ledger: Ledger, now: number): Decision[] {
  const book = bookOf(ledger);
  const decisions = new Map<Wanted, Decision>();
  for (const wish of [...wishes].sort(mostImportantFirst)) decisions.set(wish, decide(wish, book, now));
  return wishes.map((wish) => decisions.get(wish) as Decision);
}

function mostImportantFirst(one: Wanted, other: Wanted): number {
  if (one.rank !== other.rank) return outranks(one.rank, other.rank) ? -1 : 1;
  if (one.due !== other.due) return one.due - other.due;
  return one.key < other.key ? -1 : 1;
}

type Book = ReturnType<typeof bookOf>;

function decide(wish: Wanted, book: Book, now: number): Decision {
  if (wish.off !== undefined) return { then: 'give-up', because: wish.off };
  const here = wish.readers.filter(({ gone }) => gone === undefined);
  if (here.length === 0) return { then: 'give-up', because: wish.readers[0]?.gone ?? 'ended' };
  if (now >= wish.closes) {
    const because = whyNot(wish, here, book);
    const moved = because === 'no-room' && wish.roomUntil !== undefined && now < wish.roomUntil;
    return moved ? decide({ ...wish, closes: wish.roomUntil as number, roomUntil: undefined }, book, now) : { then: 'give-up', because };
  }
  const able = here.filter(({ not }) => not === undefined);
  const resting = here.some(({ not }) => not === 'paused') && here.length <= 2;
  if (able.length === 0 || resting) return { then: 'wait', until: whenBack(wish, here, now) };
  const from = Math.max(wish.due, now);
  const together = able.length === here.length ? stillOpen(commonOf(here.map(({ windows }) => windows)), from, wish.closes) : [];
  const alone =
    together.length > 0
      ? []
      : able.map((reader) => ({ readers: [reader], open: stillOpen(commonOf([reader.windows]), from, wish.closes) }));
  return place(wish, book, { letters: together.length > 0 ? [{ readers: here, open: together }] : alone, now });
}

interface Draft {
  readers: readonly Reader[];
  open: readonly Piece[];
}

/** Finds the first day with room for each letter. What goes together goes when the first of it can. */
function place(wish: Wanted, book: Book, { letters, now }: { letters: readonly Draft[]; now: number }): Decision {
  const placed = letters.map(({ readers, open }) => {
    const hasRoom = book.roomFor(readers);
    return { readers, open, hasRoom, piece: open.find(hasRoom) };
  });
  const possible = placed.filter((draft): draft is typeof draft & { piece: Piece } => draft.piece !== undefined);
  const first = Math.min(...possible.map(({ piece }) => piece.opens));
  if (possible.length === 0) return { then: 'wait', until: wish.closes };
  for (const { readers, piece } of possible) book.take(readers, piece);
  if (first > now) return { then: 'wait', until: first };
  const standing = possible.flatMap(({ readers }) => readers.flatMap(({ user }) => book.waitingFor(user)));
  if (standing.some(({ rank, withdrawable }) => !withdrawable || !outranks(wish.rank, rank)))
    return { then: 'wait', until: Math.min(now + LOOK_AGAIN, wish.closes) };
  return {
    then: 'send',
    letters: possible.map(({ readers, open, hasRoom }) => ({
      readers,
      windows: open.filter(hasRoom).map(({ opens, closes }) => ({ opens, closes })),
      closes: wish.closes,
    })),
    missed: placed
      .filter(({ piece }) => piece === undefined)
      .flatMap(({ readers, open }) =>
        readers.map((reader) => ({ reader, because: open.length > 0 ? ('no-room' as const) : ('no-hours' as const) })),
      ),
    instead: book.clear(possible.flatMap(({ readers }) => readers)),
  };
}

/** Who is away may come back in time; where nobody knows when, only the end settles the matter. */
function whenBack({ closes }: Wanted, readers: readonly Reader[], now: number): number {
  const back = readers.flatMap(({ backAt }) => (backAt !== undefined && backAt > now ? [backAt] : []));
  return Math.min(closes, ...back);
}

function whyNot(wish: Wanted, readers: readonly Reader[], book: Book): Reason {
  const kept = readers.find(({ not }) => not !== undefined)?.not;
  if (kept) return kept;
  const open = readers.map((reader) => ({ reader, pieces: stillOpen(commonOf([reader.windows]), wish.due, wish.closes) }));
  if (open.every(({ pieces }) => pieces.length === 0)) return 'no-hours';
  return open.some(({ reader, pieces }) => pieces.some(book.roomThen([reader]))) ? 'late' : 'no-room';
}
