// What the founding room shows beside its form. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { sayDay, sayTime } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, modal, section, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Programme } from './programmes.ts';
import { type Saying, sayZone } from './words.ts';

const ASKED_AT_ONCE = 20;
const REST_MOST = 1500;

/** Asks which programme is meant; each button carries the rest of the line. */
export function whichAnswer(content: Content, control: string, programmes: readonly Programme[], rest: string): Answer {
  const text = content.say('founding.which');
  const blocks: KnownBlock[] = programmes.slice(0, ASKED_AT_ONCE).map(({ id, name }) =>
    section(content.say('founding.which.one', { programme: name }), {
      accessory: button({
        label: 'This one',
        action: control,
        value: `${id} ${rest.slice(0, REST_MOST)}`.trim(),
        accessibilityLabel: `This one: ${name}`,
      }),
    }),
  );
  return { text, blocks: [section(text), ...blocks] };
}

/** What follows when a programme has been founded. */
export function foundedModal(content: Content, programme: Programme): ModalView {
  const blanks = {
    programme: programme.name,
    channel: { mrkdwn: `<#${programme.channel}>` },
    date: sayDay(programme.anchorOn),
    time: sayTime(programme.sendTime),
    zone: sayZone(programme.timeZone),
  };
  return told('Founded', [
    content.say('founding.founded', blanks),
    content.say(`founding.founded.${programme.rotating}`),
    content.say('founding.founded.next'),
  ]);
}

/** What has changed. */
export function changedModal(content: Content, sayings: readonly Saying[]): ModalView {
  return told('Settings', [content.say('founding.changed'), changeLines(content, sayings).join('\n')]);
}

/** What changes, one line each, as mrkdwn. */
export function changeLines(content: Content, sayings: readonly Saying[]): string[] {
  return sayings.map(({ id, blanks }) => content.say('founding.changed.line', { change: { mrkdwn: content.say(id, blanks) } }));
}

/** A short text in the place of a form. */
export function toldModal(title: string, text: string): ModalView {
  return told(title, [text]);
}

/** Offers a programme that has lost its channel a new home, before another one is founded there. */
export function moveAnswer(content: Content, channel: string, lost: readonly Programme[]): Answer {
  const text = content.say('founding.move.ask');
  const each = lost.slice(0, ASKED_AT_ONCE).map(({ id, name }) =>
    section(content.say('founding.which.one', { programme: name }), {
      accessory: button({
        label: 'Move it here',
        action: 'founding.move',
        value: `${id} ${channel}`,
        accessibilityLabel: `Move it here: ${name}`,
      }),
    }),
  );
  const another = actions([button({ label: 'Found a new one', action: 'founding.found-new', value: channel })]);
  return { text, blocks: [section(text), ...each, another] };
}

function told(title: string, texts: readonly string[]): ModalView {
  return modal({ callback: 'founding.told', title, blocks: texts.flatMap((text) => sections(text)) });
}
