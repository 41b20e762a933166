// The box in which one writes, with the list of what may be written next above it. Enter sends; with Shift it begins a new line.
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { OfferList, offerId } from './offer-list.tsx';
import { useOffers } from './use-offers.ts';

interface WritingBoxProps {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  label: string;
  placeholder: string;
  write: (text: string) => void;
  send: () => void;
}

export function WritingBox({ box, text, label, placeholder, write, send }: WritingBoxProps) {
  const offers = useOffers(box, text, write);
  const { shown, at } = offers;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || offers.hear(event) || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      {shown && <OfferList id={id} offers={shown} at={at} choose={offers.choose} />}
      <textarea
        ref={box}
        rows={1}
        value={text}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown ? offerId(id, shown.items[at]) : undefined}
        placeholder={placeholder}
        onInput={(event) => {
          write(event.currentTarget.value);
          offers.look();
        }}
        onKeyDown={onKeyDown}
        onSelect={offers.look}
        onBlur={offers.hide}
      />
    </>
  );
}
