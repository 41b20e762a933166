// The list of what may be written next, as the keyboard moves through it: arrows choose, Enter and Tab put in, Escape sends the list away.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../state.ts';
import { type Offer, type Offers, offersFor, withOffer } from './offers.ts';

interface OpenOffers {
  shown: Offers | undefined;
  /** The number of the offer that is marked. */
  at: number;
  /** Takes a key if it is for the list; tells whether it was. */
  hear: (event: KeyboardEvent) => boolean;
  choose: (offer: Offer) => void;
  /** Looks where the cursor is now. */
  look: () => void;
  hide: () => void;
}

export function useOffers(box: RefObject<HTMLTextAreaElement | null>, text: string, write: (text: string) => void): OpenOffers {
  const { scene } = usePage();
  const [cursor, setCursor] = useState(-1);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const wanted = useRef<number | undefined>(undefined);
  const shown = cursor < 0 || dismissed === text ? undefined : offersFor(text, cursor, scene);
  const marked = Math.min(at, (shown?.items.length ?? 1) - 1);
  useLayoutEffect(() => {
    if (wanted.current !== undefined) box.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  const look = () => {
    const now = box.current?.selectionEnd ?? -1;
    if (now !== cursor) setAt(0);
    setCursor(now);
  };
  const choose = (offer: Offer) => {
    if (!shown) return;
    const put = withOffer(text, cursor, shown.from, offer);
    write(put.text);
    setCursor(put.cursor);
    setAt(0);
    wanted.current = put.cursor;
  };
  const hear = (event: KeyboardEvent) => {
    const offer = shown?.items[marked];
    if (!shown || !offer || event.shiftKey || event.ctrlKey || event.metaKey) return false;
    const last = shown.items.length - 1;
    if (event.key === 'ArrowDown') setAt(marked === last ? 0 : marked + 1);
    else if (event.key === 'ArrowUp') setAt(marked === 0 ? last : marked - 1);
    else if (event.key === 'Escape') setDismissed(text);
    else if (event.key === 'Tab' || (event.key === 'Enter' && text.slice(shown.from).trimEnd() !== offer.text)) choose(offer);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { shown, at: marked, hear, choose, look, hide: () => setCursor(-1) };
}
