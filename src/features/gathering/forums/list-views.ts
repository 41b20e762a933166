// The open forums of a programme: when each is in the reader's own zone, how many places are taken, where they stand, and the buttons for it; and
// what is said where there is none. Pure.
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, confirm, context, divider, modal, section } from '../../../platform/slack/blocks.ts';
import type { Saying } from '../../founding/words.ts';
import { ownly } from '../words.ts';
import { placesSaid, SAVE } from './channel-views.ts';
import { giveBackButton, MINE } from './letters.ts';
import { type ForumShown, standingSaid } from './seat-views.ts';

export const LIST = 'forums.list';
export const OFFER = 'forums.offer';
export const MOVE = 'forums.move';
export const CALL_OFF = 'forums.call-off';
export const PAGE = { back: 'forums.page-back', next: 'forums.page-next' } as const;
/** Three blocks each, within the hundred of a form. */
export const ON_A_PAGE = 20;

export interface Listed {
  /** The programme's id and name. */
  programme: string;
  name: string;
  /** Those of the page, and how many there are in all. */
  forums: readonly ForumShown[];
  count: number;
  /** Counts from 0. */
  page: number;
  /** What has just happened. */
  remark?: Saying;
}

export function listModal(content: Content, { programme, name, forums, count, page, remark }: Listed): ModalView {
  const pages = pagesOf(count);
  const turning = [
    ...(page > 0 ? [button({ label: 'Earlier ones', action: PAGE.back, value: String(page - 1) })] : []),
    ...(page < pages - 1 ? [button({ label: 'Later ones', action: PAGE.next, value: String(page + 1) })] : []),
  ];
  return modal({
    callback: LIST,
    title: 'Leadership Forums',
    about: programme,
    blocks: [
      ...(remark ? [section(content.say(remark.id, remark.blanks)), divider()] : []),
      section(content.say(count > 0 ? 'forums.list' : 'forums.list.none', { programme: name })),
      ...forums.flatMap((each) => lineOf(content, each)),
      ...(pages > 1 ? [context(content.say('forums.list.page', { x: page + 1, y: pages }))] : []),
      actions([button({ label: 'Offer a date', action: OFFER, value: programme }), ...turning]),
    ],
  });
}

/** How many pages so many take; one at least. */
export function pagesOf(count: number): number {
  return Math.max(1, Math.ceil(count / ON_A_PAGE));
}

function lineOf(content: Content, shown: ForumShown): KnownBlock[] {
  const { at, zone, standing } = shown;
  const own = standing.is === 'none' ? content.say('forums.list.line', ownly(at, zone)) : standingSaid(content, shown);
  const buttons = buttonsOf(content, shown);
  return [section(`${own} ${placesSaid(content, shown)}`), ...(buttons.length > 0 ? [actions(buttons)] : [])];
}

function buttonsOf(content: Content, { forum, standing, runs, leads, taken, places, at, zone }: ForumShown): Button[] {
  const when = ownly(at, zone);
  const about = (label: string) => `${label}: ${when.date}, ${when.time}`;
  const [save = ''] = content.buttons('f.invite');
  const label = taken >= places ? 'Wait for a place' : save;
  const own =
    standing.is === 'none'
      ? leads
        ? [button({ label, action: `${SAVE}#${forum}`, value: forum, accessibilityLabel: about(label) })]
        : []
      : [
          button({ label: 'My place', action: `${MINE}#${forum}`, value: forum, accessibilityLabel: about('My place') }),
          { ...giveBackButton(content, forum, standing.is === 'seated'), action_id: `forums.give-back#${forum}` },
        ];
  return [...own, ...(runs ? runningButtons(content, forum) : [])];
}

/** For whoever offered it, and for organisers. */
function runningButtons(content: Content, forum: string): Button[] {
  const text = content.plain('forums.call-off.sure');
  const sure = confirm({ title: 'Call this off?', text, yes: 'Call it off', no: 'Keep it', danger: true });
  return [
    button({ label: 'Move it', action: `${MOVE}#${forum}`, value: forum }),
    button({ label: 'Call it off', action: `${CALL_OFF}#${forum}`, value: forum, style: 'danger', confirm: sure }),
  ];
}
