// The one insight a pair may share: suggested in a form, asked about in a message, read and decided on. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import type { Body } from '../../../platform/outbox/enqueue.ts';
import { actions, button, context, input, modal, section } from '../../../platform/slack/blocks.ts';
import { radios } from '../../../platform/slack/controls.ts';
import { box } from './box-view.ts';
import { type InsightState, LENGTHS, type Say } from './plan.ts';

/** An insight that somebody else has suggested, and what the reader has said of it. */
export interface AskedInsight {
  id: string;
  version: number;
  partner: string;
  text: string;
  said?: Say;
  state?: InsightState;
}

/** The suggested words with the four answers; they stay, since an answer may be changed. */
export function insightMessage(content: Content, { id, version, partner, text, said, state }: AskedInsight): Body {
  const words = content.say('m.insight', { partner, text });
  const outcome = said && [content.say(`reviewing.insight.said.${said}`), ...(state ? [content.say(`reviewing.insight.${state}`)] : [])];
  const foot: KnownBlock[] = outcome ? [context(outcome.join(' '))] : [];
  return {
    text: [content.plain('m.insight', { partner, text }), ...(outcome ?? [])].join(' '),
    blocks: [section(words), insightButtons(content, { id, version }), ...foot],
  };
}

function insightButtons(content: Content, { id, version }: { id: string; version: number }): KnownBlock {
  const [share = '', named = '', change = '', no = ''] = content.buttons('m.insight');
  const value = `${id}:${version}`;
  return actions([
    button({ label: share, action: 'reviewing.insight-share', value }),
    button({ label: named, action: 'reviewing.insight-named', value }),
    button({ label: change, action: 'reviewing.insight-change', value }),
    button({ label: no, action: 'reviewing.insight-no', value }),
  ]);
}

/** What has become of the words that the reader suggested; nothing while somebody has still to answer. */
export function outcomeMessage(content: Content, { text, state }: { text: string; state: Exclude<InsightState, 'waiting'> }): Body {
  const id = `reviewing.insight.told.${state}`;
  const blanks = state === 'stopped' ? {} : { text };
  return { text: content.plain(id, blanks), blocks: [section(content.say(id, blanks))] };
}

export interface InsightForm {
  pair: string;
  /** The version that is to be replaced; 0 where there is none. */
  over: number;
  partner: string;
  text?: string;
  how?: Say;
}

export function insightForm(content: Content, { pair, over, partner, text, how }: InsightForm): ModalView {
  const [share = '', named = ''] = content.buttons('m.insight');
  const choices = [
    { value: 'share', label: share, hint: content.plain('reviewing.insight.how.no-names') },
    { value: 'named', label: named, hint: content.plain('reviewing.insight.how.named') },
  ];
  return modal({
    callback: 'reviewing.insight',
    title: 'One insight',
    submit: 'Suggest it',
    close: 'Cancel',
    about: JSON.stringify({ pair, over }),
    blocks: [
      section(content.say('reviewing.insight.form', { partner })),
      ...(over > 0 ? [context(content.say('reviewing.insight.form.change', { partner }))] : []),
      box({ block: 'text', label: 'One insight', most: LENGTHS.insight, initial: text, optional: false }),
      input({
        block: 'how',
        label: 'How to share it',
        element: radios({ action: 'how', choices, chosen: how === 'named' ? 'named' : 'share' }),
      }),
    ],
  });
}

/** The insight of a pair to read, with the four answers. `by` is missing where the reader wrote the words. */
export function insightModal(
  content: Content,
  {
    id,
    version,
    pair,
    by,
    text,
    said,
    state,
  }: { id: string; version: number; pair: string; by?: string; text: string; said?: Say; state: InsightState },
): ModalView {
  const words =
    by === undefined ? content.say('reviewing.insight.yours', { text }) : content.say('reviewing.insight.theirs', { partner: by, text });
  const foot = [...(said ? [content.say(`reviewing.insight.said.${said}`)] : []), content.say(`reviewing.insight.${state}`)];
  return modal({
    callback: 'reviewing.insight-look',
    title: 'Our insight',
    about: JSON.stringify({ pair }),
    blocks: [section(words), insightButtons(content, { id, version }), context(foot.join(' '))],
  });
}
