// Draws what may be written next, above the box in which it is written. The box keeps the focus; the list is pointed at.
import { useEffect, useRef } from 'preact/hooks';
import type { Offer, Offers } from './offers.ts';

interface OfferListProps {
  id: string;
  offers: Offers;
  at: number;
  choose: (offer: Offer) => void;
}

export function OfferList({ id, offers, at, choose }: OfferListProps) {
  const { title, items } = offers;
  return (
    <div class="offers">
      <p class="title">
        {title}
        <small>Arrow keys and Enter, or Tab. Escape for none.</small>
      </p>
      <div role="listbox" id={id} aria-label={title}>
        {items.map((offer, index) => (
          <OfferLine key={offer.id} id={offerId(id, offer)} offer={offer} active={index === at} choose={choose} />
        ))}
      </div>
      <p class="out-of-sight" role="status">
        {items.length === 1 ? '1 suggestion' : `${items.length} suggestions`}
      </p>
    </div>
  );
}

export function offerId(list: string, offer: Offer | undefined): string | undefined {
  return offer && `${list}-${offer.id}`;
}

interface LineProps {
  id: string | undefined;
  offer: Offer;
  active: boolean;
  choose: (offer: Offer) => void;
}

function OfferLine({ id, offer, active, choose }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const take = (event: MouseEvent) => {
    event.preventDefault();
    choose(offer);
  };
  return (
    <div ref={line} id={id} role="option" aria-selected={active} class={active ? 'active' : undefined} tabIndex={-1} onMouseDown={take}>
      <strong>{offer.label}</strong> {offer.args && <span class="args">{offer.args}</span>}
      <small>{offer.about}</small>
    </div>
  );
}
