// What others hear when somebody leaves: the bare fact, and what can be done now. Pure.
import type { Temporal } from 'temporal-polyfill';
import type { Content } from '../../platform/content/load.ts';
import type { Letter } from '../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';
import { sayList } from '../founding/words.ts';
import { hoursOfLeader, politeMoment, politeWindows } from '../joining/hours.ts';
import type { Leader } from '../joining/leaders.ts';
import type { Partnership } from '../joining/partners.ts';

/** Someone who has left, and whom they leave behind. */
export interface Departure {
  programme: Programme;
  /** As they were. */
  leader: Leader;
  leftAt: string;
  partnership: Partnership | undefined;
}

/** To each partner: alone, they choose what happens next; of a trio, two carry on. */
export function partnerLetters(content: Content, departure: Departure, now: Temporal.Instant): Letter[] {
  const { leader, partnership } = departure;
  const others = partnership?.others ?? [];
  return others.map((to) => {
    const other = others.find(({ id }) => id !== to.id);
    const blocks = other ? carryOn(content, leader, other) : choose(content, leader);
    return {
      key: `partner-left:${partnership?.pair}:${leader.id}:${to.id}`,
      kind: 'partner-left',
      address: { to: 'person', user: to.user },
      priority: 2,
      body: blocks,
      notBefore: politeMoment(to, now),
      windows: politeWindows(hoursOfLeader(to), now),
    };
  });
}

/** To an organiser: who has left, and who has no partner because of it. */
export function organiserLetter(content: Content, { programme, leader, leftAt, partnership }: Departure, organiser: string): Letter {
  const others = partnership?.others ?? [];
  const blanks = { name: leader.name, programme: programme.name, partner: sayList(others.map(({ name }) => name)) };
  const text = content.say(others.length === 1 ? 'leaving.organiser.partner' : 'leaving.organiser.trio', blanks);
  return {
    key: `left:${leader.id}:${leftAt}:${organiser}`,
    kind: 'left',
    address: { to: 'person', user: organiser },
    priority: 2,
    body: { text, blocks: [section(text)] },
  };
}

/** To whoever has left by leaving the channel: they may not have meant to leave the programme. */
export function leftChannelLetter(content: Content, { programme, leader, leftAt }: Departure): Letter {
  const text = content.say('leaving.by-channel', { programme: programme.name });
  const [back = '', now = ''] = content.buttons('leaving.by-channel');
  const buttons = [
    button({ label: back, action: 'joining.sign-up', value: programme.id }),
    button({ label: now, action: 'leaving.delete-now', value: leader.id }),
  ];
  return {
    key: `by-channel:${leader.id}:${leftAt}`,
    kind: 'left',
    address: { to: 'person', user: leader.user },
    priority: 2,
    body: { text, blocks: [section(text), actions(buttons)] },
  };
}

function choose(content: Content, leader: Leader): Letter['body'] {
  const text = content.say('m.partner.left', { partner: leader.name });
  const labels = content.buttons('m.partner.left');
  const controls = ['leaving.join-pair', 'leaving.match-again', 'leaving.finish'];
  const buttons = labels.map((label, at) => button({ label, action: controls[at] ?? 'leaving.finish', value: leader.programme }));
  return { text, blocks: [section(text), actions(buttons)] };
}

function carryOn(content: Content, leader: Leader, other: Leader): Letter['body'] {
  const text = content.say('leaving.partner.trio', { partner: leader.name, other: other.name });
  return { text, blocks: [section(text)] };
}
