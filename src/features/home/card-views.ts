// The starter cards: one to read, or all of them to choose from. Pure.
import type { ModalView } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { starterCards } from '../../platform/content/starter-kit.ts';
import { actions, context, modal, section, sections } from '../../platform/slack/blocks.ts';
import { cardButton } from './views.ts';

/** One card; the list of all where there is no such card. */
export function cardModal(content: Content, id: string): ModalView {
  const card = starterCards(content).find((each) => each.id === id);
  if (!card) return cardsModal(content);
  return modal({ callback: 'home.card', title: 'Starter card', blocks: [...sections(card.text), context(content.say('home.card.time'))] });
}

/** All seven, by name. */
export function cardsModal(content: Content): ModalView {
  const cards = starterCards(content).map((card) => actions([cardButton(card)]));
  return modal({ callback: 'home.cards', title: 'Starter cards', blocks: [section(content.say('home.cards')), ...cards] });
}
