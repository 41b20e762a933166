// The organisers' part of Home: numbers of each programme, and what waits for them, with the button that does it. Names only of those who asked
// for something or have no partner; nothing that anybody wrote. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, context, divider, header, section } from '../../platform/slack/blocks.ts';
import { SUGGEST } from '../pairing/rematching/letters.ts';
import type { ResultToSee } from '../reviewing/waiting.ts';
import type { Organising, Wait } from './facts.ts';
import { wordButton } from './words.ts';

/** So many are listed one by one; the rest is a number. */
const MOST_WAITS = 8;
const WORDS = ['rotate', 'roster', 'settings', 'organisers', 'report', 'audit'];

/** One group of blocks for each programme, the first with the heading. */
export function organisersPart(content: Content, organising: readonly Organising[], words: ReadonlySet<string>): KnownBlock[][] {
  const title = [divider(), header('For organisers'), section(content.say('home.organising'))];
  const [first = [], ...rest] = organising.map((part) => organised(content, part, words));
  return organising.length === 0 ? [] : [[...title, ...first], ...rest];
}

function organised(content: Content, part: Organising, words: ReadonlySet<string>): KnownBlock[] {
  const { programme, name, active, paused, invited, nextRound, waits } = part;
  const blanks = { programme: name, date: nextRound, x: active, y: paused, z: invited };
  const offered = WORDS.filter((word) => words.has(word));
  const more = waits.length - MOST_WAITS;
  return [
    section(content.say('home.organised', blanks)),
    ...waits.slice(0, MOST_WAITS).map((wait) => waiting(content, wait, programme)),
    ...(more > 0 ? [context(content.say('home.waits.more', { x: more }))] : []),
    actions(offered.map((word) => wordButton(word, { programme }))),
  ];
}

function waiting(content: Content, wait: Wait, programme: string): KnownBlock {
  if (wait.what === 'help') {
    const heard = `Read the request of ${wait.name}`;
    const accessory = button({ label: 'Read it', action: `coaching.help-read#${wait.id}`, value: wait.id, accessibilityLabel: heard });
    return section(content.say('home.waits.help', { name: wait.name, date: wait.on }), { accessory });
  }
  if (wait.what === 'another') {
    const [label = ''] = content.buttons('or.change');
    const accessory = button({ label, action: `${SUGGEST}#${wait.wish}`, value: wait.wish, accessibilityLabel: `${label}: ${wait.name}` });
    return section(content.say('home.waits.another', { name: wait.name, date: wait.by }), { accessory });
  }
  if (wait.what === 'approval') {
    return section(content.say('home.waits.approval', { date: wait.date }), { accessory: wordButton('rotate', { programme }) });
  }
  if (wait.what === 'result') return resultWaiting(content, wait);
  if (wait.what === 'undelivered') return section(content.say('home.waits.undelivered', { x: wait.x }));
  return section(content.say(`home.waits.${wait.because}`, { name: wait.name }));
}

function resultWaiting(content: Content, { id, pulse, replied, asked, toWrite }: ResultToSee): KnownBlock {
  const said = toWrite ? 'or.result' : `reviewing.pulse.closed.${pulse}`;
  const [label = ''] = content.buttons(said);
  const action = toWrite ? `reviewing.write-change#${id}` : `reviewing.read#organiser-${id}`;
  return section(content.say(said, { x: replied, y: asked }), { accessory: button({ label, action, value: id }) });
}
