// The forms in which a date is offered or moved, and what is said once that is done. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { datePicker, select, timePicker } from '../../../platform/slack/controls.ts';
import { sayZone } from '../../founding/words.ts';
import { ownly } from '../words.ts';
import { FEWEST_PLACES, MOST_PLACES } from './calendar.ts';
import { SAVE } from './channel-views.ts';
import { LIST } from './list-views.ts';
import { PLACE } from './seat-views.ts';

export const OFFER_FORM = 'forums.offer-form';
export const MOVE_FORM = 'forums.move-form';

export interface OfferForm {
  /** Ids only, as they come back. */
  about: string;
  /** The zone of whoever chooses. */
  zone: string;
  /** A day that suits to begin with. */
  day: string;
}

export function offerForm(content: Content, { about, zone, day }: OfferForm): ModalView {
  const counts = Array.from({ length: MOST_PLACES - FEWEST_PLACES + 1 }, (_, n) => String(FEWEST_PLACES + n));
  const choices = counts.map((count) => ({ value: count, label: `${count} places` }));
  return modal({
    ...{ callback: OFFER_FORM, title: 'Offer a date', submit: 'Offer it', close: 'Cancel', about },
    blocks: [
      section(content.say('forums.offer')),
      ...whenBoxes(content, { zone, day, time: '14:00' }),
      input({ block: 'places', label: 'Places', element: select({ action: 'places', choices, chosen: String(MOST_PLACES) }) }),
      context(content.say('forums.offer.told')),
    ],
  });
}

export interface MoveForm {
  about: string;
  zone: string;
  at: Temporal.Instant;
}

export function moveForm(content: Content, { about, zone, at }: MoveForm): ModalView {
  const there = at.toZonedDateTimeISO(zone);
  const boxes = { zone, day: there.toPlainDate().toString(), time: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
  return modal({
    ...{ callback: MOVE_FORM, title: 'Move this Forum', submit: 'Move it', close: 'Cancel', about },
    blocks: [section(content.say('forums.move', ownly(at, zone))), ...whenBoxes(content, boxes)],
  });
}

function whenBoxes(content: Content, { zone, day, time }: { zone: string; day: string; time: string }): KnownBlock[] {
  const hint = content.plain('forums.date.zone', { zone: sayZone(zone) });
  return [
    input({ block: 'day', label: 'Day', element: datePicker({ action: 'day', chosen: day }) }),
    input({ block: 'time', label: 'Begins at', hint, element: timePicker({ action: 'time', chosen: time }) }),
  ];
}

export interface OfferedWords {
  forum: string;
  programme: string;
  at: Temporal.Instant;
  zone: string;
  places: number;
  /** How many other open ones lie in that hour. */
  beside: number;
  /** The reader takes part, so they may come. */
  leads: boolean;
}

/** Said back in words, with the way to a place of one's own. */
export function offeredModal(content: Content, { forum, programme, at, zone, places, beside, leads }: OfferedWords): ModalView {
  const [save = ''] = content.buttons('f.invite');
  const own = leads ? [button({ label: save, action: SAVE, value: forum, style: 'primary' as const })] : [];
  return modal({
    callback: PLACE,
    title: 'Offer a date',
    blocks: [
      section(content.say('forums.offered', { ...ownly(at, zone), zone: sayZone(zone), y: places })),
      ...(leads ? [section(content.say('forums.offered.own'))] : []),
      ...(beside > 0 ? [section(content.say('forums.offered.beside'))] : []),
      actions([...own, button({ label: 'See all Forums', action: LIST, value: programme })]),
    ],
  });
}
