// The starter cards: one to read, or all of them to choose from. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { type StarterCard, starterCards } from '../../platform/content/starter-kit.ts';
import { actions, button, context, divider, modal, section, sections } from '../../platform/slack/blocks.ts';
import { otherHelpButton } from '../coaching/help/views.ts';
import { guideButton } from '../gathering/together/guide-views.ts';

/** The card that asks its reader to open "Other kinds of help" before it is needed. */
const EDGES = 'sk.5';

/** One card; the list of all where there is no such card. */
export function cardModal(content: Content, id: string): ModalView {
  const card = starterCards(content).find((each) => each.id === id);
  if (!card) return cardsModal(content);
  const help = card.id === EDGES ? [actions([otherHelpButton('everywhere')])] : [];
  return modal({
    callback: 'home.card',
    title: 'Starter card',
    blocks: [...sections(card.text), ...help, context(content.say('home.card.time'))],
  });
}

/** All seven, by name; for organisers with the way to their own page. */
export function cardsModal(content: Content, { organises = false } = {}): ModalView {
  const cards = starterCards(content).map((card) => actions([cardButton(card)]));
  const guide = organises ? [divider(), section(content.say('together.guide.offered'), { accessory: guideButton(content) })] : [];
  return modal({ callback: 'home.cards', title: 'Starter cards', blocks: [section(content.say('home.cards')), ...cards, ...guide] });
}

/** Opens one starter card. */
export function cardButton({ id, title }: StarterCard) {
  return button({ label: title, action: `home.card#${id}`, value: id });
}

/** All cards, and those that are offered in these fortnights. */
export function offeredIn(content: Content, fortnights: ReadonlySet<number>): { cards: StarterCard[]; now: StarterCard[] } {
  const cards = starterCards(content);
  return { cards, now: cards.filter(({ fortnight }) => fortnights.has(fortnight)) };
}
