// "Choose a partner": one form in which somebody sees where they stand, asks one person, and answers those who ask them. Pure.
import type { Button, KnownBlock, ModalView } from '@slack/types';
import { sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, context, divider, input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { person } from '../../../platform/slack/controls.ts';
import { ACCEPT, type Asking, CHOOSE, DECLINE } from './letters.ts';
import type { Seen } from './see.ts';

export const FORM = 'pairing.choosing';
export const WITHDRAW = 'pairing.choose-withdraw';
export const UNDO = 'pairing.choose-undo';
export const PERSON = 'person';

/** So many who ask are shown at once; the others follow as these are answered. */
const MOST_SHOWN = 20;

/** `notice` says what has just happened. */
export function choosingModal(content: Content, seen: Seen, notice?: string): ModalView {
  const mayAsk = seen.phase === 'open' && !seen.chosen && !seen.asking;
  return modal({
    callback: FORM,
    title: 'Choose a partner',
    about: seen.programme.id,
    ...(mayAsk && { submit: 'Ask' }),
    blocks: [
      ...(notice ? [section(notice), divider()] : []),
      section(whenSaid(content, seen)),
      ...foundPart(content, seen),
      ...askingPart(content, seen),
      ...(mayAsk ? askPart(content) : []),
      ...askedPart(content, seen),
      ...(seen.phase === 'open' && !seen.chosen ? [context(content.say('pairing.choosing.rules'))] : []),
    ],
  });
}

export function daysOf({ season }: Pick<Seen, 'season'>): { date: string; last: string; opens: string } {
  return { date: sayDay(season.roundOn), last: sayDay(season.lastDay), opens: sayDay(season.opensOn) };
}

function whenSaid(content: Content, seen: Seen): string {
  return content.say(`pairing.choosing.when.${seen.phase}`, { ...daysOf(seen), programme: seen.programme.name });
}

function foundPart(content: Content, { chosen, phase, season }: Seen): KnownBlock[] {
  if (!chosen) return [];
  const who = { name: chosen.name, function: chosen.function };
  if (phase !== 'open') return [section(content.say('pairing.choosing.chosen.over', who))];
  return [section(content.say('pairing.choosing.chosen', { ...daysOf({ season }), ...who })), actions([undoButton(content, chosen)])];
}

function undoButton(content: Content, { request, name }: Asking): Button {
  const sure = confirm({
    title: 'Undo this choice?',
    text: content.plain('pairing.choosing.undo.sure', { name: name.slice(0, 80) }),
    yes: 'Undo',
    no: 'Keep it',
  });
  return button({ label: 'Undo this choice', action: UNDO, value: request, confirm: sure });
}

function askingPart(content: Content, { asking, chosen }: Seen): KnownBlock[] {
  if (!asking || chosen) return [];
  const said = content.say('pairing.choosing.asking', { name: asking.name, function: asking.function });
  const withdraw = { label: 'Take it back', action: WITHDRAW, value: asking.request, accessibilityLabel: `Take it back: ${asking.name}` };
  return [section(said), actions([button(withdraw)])];
}

function askPart(content: Content): KnownBlock[] {
  return [
    input({
      block: PERSON,
      label: 'Whom to ask',
      hint: content.plain('pairing.choosing.hint'),
      optional: true,
      element: person({ action: 'pairing.choose-person', placeholder: 'Somebody in this programme' }),
    }),
  ];
}

function askedPart(content: Content, { asked, chosen, phase }: Seen): KnownBlock[] {
  if (asked.length === 0 || chosen || phase !== 'open') return [];
  const more = asked.length - MOST_SHOWN;
  return [
    divider(),
    section(content.say('pairing.choosing.asked.list', { x: asked.length })),
    ...asked.slice(0, MOST_SHOWN).flatMap((each) => [
      section(content.say('pairing.choosing.asked.one', { name: each.name, function: each.function })),
      actions([
        button({
          ...{ label: 'Accept', action: `${ACCEPT}#${each.request}`, value: each.request, style: 'primary' },
          accessibilityLabel: `Accept: ${each.name}`,
        }),
        button({
          ...{ label: 'Not this time', action: `${DECLINE}#${each.request}`, value: each.request },
          accessibilityLabel: `Not this time: ${each.name}`,
        }),
      ]),
    ]),
    ...(more > 0 ? [context(content.say('pairing.choosing.asked.more', { x: more }))] : []),
  ];
}

/** A sentence where the form was. */
export function choosingTold(text: string): ModalView {
  return modal({ callback: 'pairing.told', title: 'Choose a partner', blocks: sections(text) });
}

/** Opens the form, from wherever it stands. */
export function chooseButton(programme: string, label = 'Choose a partner'): Button {
  return button({ label, action: `${CHOOSE}#${programme}`, value: programme });
}
