// The messages with which this room reaches people who did not ask for an answer just now. Each is sent once, under its key. Pure.
import type { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import type { Letter } from '../../platform/outbox/enqueue.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Programme } from '../founding/programmes.ts';
import { hoursOfLeader, politeMoment, politeWindows } from './hours.ts';
import type { Leader } from './leaders.ts';
import { returnsAt } from './plan.ts';
import { reminderKey } from './rosters/reminders.ts';

/** Who brings somebody in, and when the next round begins. */
export interface Bringing {
  programme: Programme;
  by: string;
  nextOn: Temporal.PlainDate;
}

/** Asks somebody to join; once for each programme, however often they are invited. */
export function inviteLetter(content: Content, user: string, bringing: Bringing): Letter {
  const text = content.say('joining.invite', about(bringing));
  return {
    key: `invite:${bringing.programme.id}:${user}`,
    kind: 'invite',
    address: { to: 'person', user },
    priority: 2,
    body: { text, blocks: [section(text), invitedButtons(content.buttons('joining.invite'), bringing.programme.id)] },
  };
}

/** Asks once more; `asked` is the day on which they were asked first. */
export function reminderLetter(content: Content, user: string, { asked, ...bringing }: Bringing & { asked: Temporal.PlainDate }): Letter {
  const text = content.say('joining.reminder', { ...about(bringing), asked: sayDay(asked) });
  return {
    key: reminderKey({ programme: bringing.programme.id, user }),
    kind: 'invite-reminder',
    address: { to: 'person', user },
    priority: 3,
    body: { text, blocks: [section(text), invitedButtons(content.buttons('joining.reminder'), bringing.programme.id)] },
  };
}

/** The same for a whole channel; once for each round to come. */
export function channelInvitation(content: Content, bringing: Bringing): Letter {
  const text = content.say('joining.invite', about(bringing));
  const [signUp = '', , whoSees = ''] = content.buttons('joining.invite');
  const { programme, nextOn } = bringing;
  return {
    key: `invite-channel:${programme.id}:${programme.channel}:${nextOn}`,
    kind: 'invite',
    address: { to: 'channel', channel: programme.channel },
    priority: 2,
    body: { text, blocks: [section(text), twoButtons(programme.id, signUp, whoSees)] },
  };
}

/** Tells somebody that an organiser has put them in. */
export function welcomeLetter(content: Content, leader: Leader, bringing: Bringing): Letter {
  const welcome = content.say('m.welcome', { name: leader.name });
  const how = content.say(leader.user === bringing.by ? 'joining.enrolled.self' : 'joining.enrolled', about(bringing));
  const [setUp = '', whoSees = ''] = content.buttons('m.welcome');
  return {
    key: `welcome:${leader.id}:${leader.joinedAt}`,
    kind: 'welcome',
    address: { to: 'person', user: leader.user },
    priority: 2,
    body: { text: `${welcome}\n\n${how}`, blocks: [section(welcome), section(how), twoButtons(bringing.programme.id, setUp, whoSees)] },
  };
}

/** Word of `who`, to somebody in the same pair. */
export interface Word {
  to: Leader;
  who: Leader;
  pair: string;
}

/** Tells a partner the bare fact that a leader is away. */
export function partnerPaused(content: Content, { to, who, pair }: Word, now: Temporal.Instant): Letter {
  const until = who.pausedUntil;
  const back = returnsAt(who);
  const text = content.say('m.partner.paused', { partner: who.name, date: until ? sayDay(until) : '' });
  return {
    key: `partner-paused:${pair}:${who.id}:${who.pausedAt}:${until}:${to.id}`,
    kind: 'partner-paused',
    address: { to: 'person', user: to.user },
    priority: 3,
    body: { text, blocks: [section(text)] },
    notBefore: politeMoment(to, now),
    windows: politeWindows(hoursOfLeader(to), now, back),
    ...(back && { expiresAt: back }),
  };
}

/** Tells a partner that a leader has come back before the day they were told. */
export function partnerBack(content: Content, { to, who, pair }: Word, now: Temporal.Instant): Letter {
  const text = content.say('joining.partner.back', { partner: who.name });
  return {
    key: `partner-back:${pair}:${who.id}:${who.pausedAt}:${to.id}`,
    kind: 'partner-back',
    address: { to: 'person', user: to.user },
    priority: 3,
    body: { text, blocks: [section(text)] },
    notBefore: politeMoment(to, now),
    windows: politeWindows(hoursOfLeader(to), now),
  };
}

function about({ programme, by, nextOn }: Bringing) {
  return {
    who: { mrkdwn: `<@${by}>` },
    programme: programme.name,
    channel: { mrkdwn: `<#${programme.channel}>` },
    date: sayDay(nextOn),
  };
}

function invitedButtons([signUp = '', notForMe = '', whoSees = '']: readonly string[], programme: string) {
  return actions([
    button({ label: signUp, action: 'joining.sign-up', value: programme, style: 'primary' }),
    button({ label: notForMe, action: 'joining.decline', value: programme }),
    button({ label: whoSees, action: 'leaving.who-sees-what', value: programme }),
  ]);
}

function twoButtons(programme: string, first: string, whoSees: string) {
  return actions([
    button({ label: first, action: 'joining.sign-up', value: programme, style: 'primary' }),
    button({ label: whoSees, action: 'leaving.who-sees-what', value: programme }),
  ]);
}
