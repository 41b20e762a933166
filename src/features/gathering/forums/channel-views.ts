// What the programme's channel sees of a forum: the invitation with its places, and what became of it. No name stands in it. Pure.
import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, section } from '../../../platform/slack/blocks.ts';
import { ownClock, publicly } from '../words.ts';

export const SAVE = 'forums.save';

/** `starting`: its hour has come, and nobody has begun it yet. */
export type Stage = 'open' | 'starting' | 'begun' | 'done' | 'called-off' | 'too-few';

export interface Places {
  places: number;
  taken: number;
  waiting: number;
}

export interface Invited extends Places {
  /** Its id. */
  forum: string;
  at: Temporal.Instant;
  /** The programme's zone. */
  zone: string;
  stage: Stage;
  /** It had another hour before. */
  moved: boolean;
}

export interface Message {
  text: string;
  blocks: KnownBlock[];
}

export function invitation(content: Content, invited: Invited): Message {
  const { at, zone, stage, moved, forum } = invited;
  const when = publicly(at, zone);
  if (stage === 'called-off' || stage === 'too-few' || stage === 'done') return closed(content, `forums.invite.${stage}`, when);
  const said = content.say('f.invite', when);
  const clock = { when: ownClock(at, zone) };
  const live = stage === 'open' ? placesSaid(content, invited) : content.say(`forums.invite.${stage}`);
  const note = moved && stage === 'open' ? [content.say('forums.invite.moved')] : [];
  const [save = ''] = content.buttons('f.invite');
  const label = invited.taken >= invited.places ? 'Wait for a place' : save;
  return {
    text: [said, content.plain('forums.own-clock', clock), ...note, live].join('\n'),
    blocks: [
      ...note.map((text) => section(text)),
      section(said),
      context(content.say('forums.own-clock', clock)),
      section(live),
      ...(stage === 'open' ? [actions([button({ label, action: SAVE, value: forum, style: 'primary' })])] : []),
    ],
  };
}

function closed(content: Content, id: string, when: { date: string; time: string }): Message {
  return { text: content.plain(id, when), blocks: [section(content.say(id, when))] };
}

/** `3 of 8 places are taken.`, then `Full: all 8 places are taken. 2 are waiting.` */
export function placesSaid(content: Content, { places, taken, waiting }: Places): string {
  const id = taken === 0 ? 'none' : taken >= places ? 'full' : taken === 1 ? 'one' : 'some';
  const wait = waiting === 0 ? [] : [content.say(waiting === 1 ? 'forums.waiting.one' : 'forums.waiting', { x: waiting })];
  return [content.say(`forums.places.${id}`, { x: taken, y: places }), ...wait].join(' ');
}
