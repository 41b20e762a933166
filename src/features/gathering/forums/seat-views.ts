// One person's own place at a forum: the place, or the place on the waiting list, and what can be done with it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../../platform/content/load.ts';
import { actions, context, divider, modal, section } from '../../../platform/slack/blocks.ts';
import { checkboxes } from '../../../platform/slack/controls.ts';
import { type Saying, sayZone } from '../../founding/words.ts';
import { ownly } from '../words.ts';
import type { Places } from './channel-views.ts';
import { calendarButtons, giveBackButton } from './letters.ts';

export const BRINGS = 'forums.brings';
export const PLACE = 'forums.place';

export type Standing = { is: 'none' } | { is: 'seated'; brings: boolean } | { is: 'waiting'; number: number; brings: boolean };

/** A forum as one person sees it. */
export interface ForumShown extends Places {
  /** Its id. */
  forum: string;
  at: Temporal.Instant;
  /** Theirs. */
  zone: string;
  standing: Standing;
  /** They may move it and call it off. */
  runs: boolean;
  /** They take part in the programme, so they may come. */
  leads: boolean;
}

/** `remark` is what has just happened. */
export function placeModal(content: Content, shown: ForumShown, remark?: Saying): ModalView {
  return modal({
    callback: PLACE,
    title: 'My place',
    about: shown.forum,
    blocks: [...(remark ? [section(content.say(remark.id, remark.blanks)), divider()] : []), ...placeBlocks(content, shown)],
  });
}

function placeBlocks(content: Content, shown: ForumShown): KnownBlock[] {
  const { standing, forum, at, zone } = shown;
  const said = section(standingSaid(content, shown));
  if (standing.is === 'none') return [said];
  const seated = standing.is === 'seated';
  return [
    said,
    ...(seated ? [section(content.say('forums.place.next'))] : []),
    actions([bringsBox(forum, standing.brings)]),
    context(content.say('forums.brings')),
    actions([...(seated ? calendarButtons(content, { forum, at }) : []), giveBackButton(content, forum, seated)]),
    ...(seated ? [context(content.say('forums.place.zone', { zone: sayZone(zone) }))] : []),
  ];
}

/** When it is, and where the reader stands. */
export function standingSaid(content: Content, { standing, at, zone }: Pick<ForumShown, 'standing' | 'at' | 'zone'>): string {
  const when = ownly(at, zone);
  return standing.is === 'waiting'
    ? content.say('forums.place.waiting', { ...when, x: standing.number })
    : content.say(`forums.place.${standing.is}`, when);
}

/** Ticked or not: there is no box for the question itself. */
function bringsBox(forum: string, brings: boolean) {
  const choices = [{ value: forum, label: 'I may bring a question' }];
  return checkboxes({ action: BRINGS, choices, chosen: brings ? [forum] : [] });
}

/** A short text in the place of a form. */
export function forumTold(content: Content, { id, blanks }: Saying): ModalView {
  return modal({ callback: PLACE, title: 'Leadership Forum', blocks: [section(content.say(id, blanks))] });
}
