// The answer to "who is my partner?". Pure.
import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf, isBefore, sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, section } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Programme } from '../founding/programmes.ts';
import { FIRST_PLAN } from './letters.ts';
import { longerButton } from './longer-views.ts';
import type { PartnerSeen } from './partner.ts';
import { withoutThird } from './planning/reasons.ts';
import { sayNames, sayReasons } from './said.ts';

export function partnerAnswer(content: Content, programme: Programme, seen: PartnerSeen, now: Temporal.Instant): Answer {
  if (!seen.ok) {
    if (seen.because === 'stranger') return { text: content.say('pairing.partner.stranger') };
    return { text: content.say(`pairing.partner.${seen.because}`, { programme: programme.name, date: sayDay(seen.nextOn) }) };
  }
  const lines = [who(content, seen), why(content, seen), since(content, seen), where(content, programme, seen, now)].filter(
    (line) => line !== '',
  );
  const [, plan = ''] = content.buttons('m.pair');
  const value = seen.pair.members.length > 2 ? 'trio' : 'pair';
  return {
    text: lines.join('\n'),
    blocks: [
      ...lines.map((line) => section(line)),
      actions([button({ label: plan, action: FIRST_PLAN, value }), longerButton(seen.pair.id)]),
    ],
  };
}

type Found = Extract<PartnerSeen, { ok: true }>;

function who(content: Content, { pair, leader }: Found): string {
  const [one, other] = pair.members.filter((member) => member.leader !== leader);
  const blanks = { partner: one?.name ?? '', function: one?.function ?? '' };
  if (!other) return content.say('pairing.partner', blanks);
  return content.say('pairing.partner.trio', { ...blanks, other: other.name, third: other.function });
}

function why(content: Content, { pair, reasons: all }: Found): string {
  const reasons = sayReasons(content, pair.members.length === 2 ? withoutThird(all) : all);
  return reasons && content.say('pairing.match.why', { reasons: { mrkdwn: reasons } });
}

function since(content: Content, { round }: Found): string {
  const date = sayDay(Temporal.PlainDate.from(round.rotated_on));
  return content.say('pairing.partner.since', { number: round.number, date, first: sayDay(Temporal.PlainDate.from(round.begins_on)) });
}

function where(content: Content, programme: Programme, { pair, leader, round, space }: Found, now: Temporal.Instant): string {
  const own = pair.members.find((member) => member.leader === leader);
  if (own?.askedAnotherAt) return content.say('pairing.partner.asked');
  if (pair.openedAt === null) {
    if (isBefore(instantOf(round.confirm_by), now)) return content.say('pairing.partner.not-open');
    return content.say('pairing.partner.no-space', { date: sayDay(dayOf(instantOf(round.confirm_by), programme.timeZone)) });
  }
  const others = sayNames(pair.members.filter((member) => member.leader !== leader));
  if (space === 'refused') return content.say('pairing.partner.alone', { names: others });
  if (!space) return content.say('pairing.partner.space', { names: others });
  const link = `<https://slack.com/app_redirect?team=${space.workspace}&channel=${space.channel}|${content.say('pairing.partner.space-label')}>`;
  return `${content.say('pairing.partner.space', { names: others })} ${link}`;
}
