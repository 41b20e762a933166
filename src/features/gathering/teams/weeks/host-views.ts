// What the leader who hosts a team reads: words to say at the start, a habit for each fortnight, and at the end what may be told of the taps, with how it
// goes on. Never who is in it. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../../platform/content/load.ts';
import type { Body } from '../../../../platform/outbox/enqueue.ts';
import { actions, button, confirm, context, input, modal, section } from '../../../../platform/slack/blocks.ts';
import { person, textBox } from '../../../../platform/slack/controls.ts';
import { sayingWords, sideOf } from '../../../reviewing/result-view.ts';
import { isPart } from '../../../reviewing/thresholds.ts';
import type { HostPart } from './calendar.ts';
import type { Result } from './conclude.ts';

export const PEER = 'teams.peer';
export const PEER_FORM = 'teams.peer-form';
export const PEER_LENGTH = 80;
export const GO_ON = 'teams.go-on';
export const WAYS = ['stop', 'carry-on', 'change'] as const;
export type Way = (typeof WAYS)[number];

/** Before the start: both promises, and what to say before a colleague shows how it is done. */
export function beforeMessage(content: Content, { team, date }: { team: string; date: string }): Body {
  const peer = content.plain('teams.weeks.somebody');
  const texts = [content.say('teams.weeks.before', { date }), content.say('ts.open'), content.say('ts.show', { peer })];
  const stop = content.say('teams.weeks.host.stop');
  return {
    text: [...texts, stop].join('\n\n'),
    blocks: [
      ...texts.map((text) => section(text)),
      actions([button({ label: 'Name your colleague', action: PEER, value: team })]),
      context(stop),
    ],
  };
}

/** With one fortnight: ten minutes for any meeting of the team. */
export function tenMessage(content: Content, part: Exclude<HostPart, 'before' | 'end'>): Body {
  const n = Number(part);
  const texts = [content.say('teams.weeks.ten', { from: 2 * n - 1, to: 2 * n }), content.say('ts.ten')];
  const stop = content.say('teams.weeks.host.stop');
  return { text: [...texts, stop].join('\n\n'), blocks: [...texts.map((text) => section(text)), context(stop)] };
}

/** Who coaches the leader in front of the team: a colleague from Slack, or in words. Nothing of it is kept. */
export function peerForm(content: Content): ModalView {
  return modal({
    callback: PEER_FORM,
    title: 'Name your colleague',
    submit: 'Show the words',
    blocks: [
      section(content.say('teams.weeks.peer')),
      input({ block: 'person', label: 'A colleague', optional: true, element: person({ action: 'person' }) }),
      input({ block: 'words', label: 'Or in your own words', optional: true, element: textBox({ action: 'words', most: PEER_LENGTH }) }),
    ],
  });
}

/** The words to say, with whoever was named. */
export function peerModal(content: Content, peer: string): ModalView {
  return modal({
    callback: 'teams.peer-told',
    title: 'Words to say',
    blocks: [section(content.say('ts.show', { peer })), context(content.say('teams.weeks.peer.kept'))],
  });
}

/** At the end: the reply line, what may be said, and how it goes on. */
export function resultMessage(content: Content, { team, result }: { team: string; result: Result }): Body {
  const lines = resultLines(content, result);
  const end = content.say('ts.end');
  const silence = content.say('teams.weeks.silence');
  return {
    text: [content.say('teams.weeks.result'), ...lines, end, silence].join('\n\n'),
    blocks: [
      section(content.say('teams.weeks.result')),
      ...lines.map((line): KnownBlock => section(line)),
      section(end),
      actions(goOnButtons(content, team)),
      context(silence),
    ],
  };
}

/** What may be told of the taps, a paragraph for each item. */
export function resultLines(content: Content, { replied, asked, said }: Result): string[] {
  if (asked === 0) return [content.say('teams.weeks.unasked')];
  const reply = content.say('sp.reply', { x: replied, y: asked });
  if (said.length === 0) return [`${reply} ${content.say('sp.none')}`];
  const part = isPart(replied, asked) ? [content.say('sp.part')] : [];
  return [[reply, ...part].join(' '), ...said.map((each) => onItem(content, each))];
}

function onItem(content: Content, { item, side, bands }: Result['said'][number]): string {
  const heading = content.say('reviewing.pulse.item', { item: content.plain(item) });
  if (!bands) return [heading, content.say('sp.none')].join('\n');
  const words = sideOf(content, item, side);
  const blanks = { side: words.charAt(0).toUpperCase() + words.slice(1), saying: sayingWords(content, { bands }) };
  return [heading, content.say('reviewing.pulse.said.plain', blanks)].join('\n');
}

function goOnButtons(content: Content, team: string) {
  const labels: Record<Way, string> = { stop: 'Stop here', 'carry-on': 'Carry on', change: 'Change pairs' };
  return WAYS.map((way) => {
    const asked = { title: labels[way], text: content.plain(`teams.weeks.go-on.${way}`), yes: labels[way], no: 'Not yet' };
    return button({ label: labels[way], action: `${GO_ON}#${way}`, value: `${team} ${way}`, confirm: confirm(asked) });
  });
}

/** The same message once the leader has chosen. */
export function chosenMessage(content: Content, { result, way, date }: { result: Result; way: Way; date: string }): Body {
  const lines = [content.say('teams.weeks.result'), ...resultLines(content, result), content.say(`teams.weeks.chosen.${way}`, { date })];
  return { text: lines.join('\n\n'), blocks: lines.map((line) => section(line)) };
}
