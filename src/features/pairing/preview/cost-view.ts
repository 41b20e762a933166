// What a change would come to, before it is made: a form that says it and asks "Do it"; and the partners that somebody could have instead. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, input, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { textBox } from '../../../platform/slack/controls.ts';
import { groupsOf } from '../draw.ts';
import type { Preview } from '../propose.ts';
import { type Named, plainly, sayMembers, sayNames, sayTotals } from '../said.ts';
import type { AboutForm, Tried } from './about.ts';
import { FIELD } from './change-view.ts';
import { type Compared, sayCosts, sayMovers } from './said-costs.ts';
import { drawnFirst, wishedIn } from './told-wishes.ts';

export const COST = { form: 'pairing.cost-form', see: 'pairing.see-cost', choose: 'pairing.choose-again' } as const;
export const REASON_LETTERS = 200;

/** The change that `about` remembers, and the round before and after it. */
export function costModal(content: Content, about: AboutForm, { before, after }: { before: Preview; after: Preview }): ModalView {
  const isLasting = about.wish?.what === 'forbid';
  return modal({
    callback: COST.form,
    title: 'What this does',
    submit: 'Do it',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      ...sections(tried(content, about.wish, before)),
      ...sections(comesTo(content, before, after).join('\n')),
      ...(isLasting ? [reason(content)] : []),
      ...(about.group ? [otherChoices()] : []),
    ],
  });
}

function reason(content: Content): KnownBlock {
  return input({
    block: FIELD.why,
    label: 'Reason',
    hint: content.plain('pairing.change.why-hint'),
    element: textBox({ action: 'pairing.why', most: REASON_LETTERS }),
  });
}

function otherChoices(): KnownBlock {
  const accessibilityLabel = 'Other choices for this pair';
  return actions([button({ label: 'Other choices', action: COST.choose, accessibilityLabel })]);
}

function tried(content: Content, wish: Tried | undefined, { people }: Preview): string {
  const name = (leader: string | undefined) => people.get(leader ?? '')?.name ?? '…';
  const ofUser = (user: string) => [...people.values()].find((each) => each.user === user)?.name ?? '…';
  switch (wish?.what) {
    case 'partner':
    case 'swap':
      return content.say(`pairing.preview.try.${wish.what}`, { name: name(wish.leader), other: ofUser(wish.withUser) });
    case 'keep':
      return content.say('pairing.preview.try.keep', { names: sayNames(wish.group.flatMap((leader) => people.get(leader) ?? [])) });
    case 'leave-out':
      return content.say('pairing.preview.try.leave-out', { name: name(wish.leader) });
    case 'forbid':
      return content.say('pairing.preview.try.forbid', { name: name(wish.pair[0]), other: name(wish.pair[1]) });
    default:
      return '';
  }
}

function comesTo(content: Content, before: Preview, { proposal }: Preview): string[] {
  const { plan } = proposal.drawn;
  if (!plan.possible) {
    const cause = plan.causes.map(({ because }) => plainly(content, because)).join(' ');
    return [content.say('pairing.preview.still-impossible', { cause })];
  }
  const was = before.proposal.drawn.plan;
  if (!was.possible) return [content.say('pairing.preview.possible'), sayTotals(content, plan.totals, { wished: undefined })];
  const costs = sayCosts(content, comparedOf(before), { totals: plan.totals, wished: wishedIn(plan, drawnFirst(proposal)) });
  return [...costs, ...sayMovers(content, { before: groupsOf(was), after: groupsOf(plan) }, before.people)];
}

function comparedOf({ proposal }: Preview): Compared {
  const { plan } = proposal.drawn;
  if (!plan.possible) throw new Error('a round that is not possible has no totals');
  return { totals: plan.totals, wished: wishedIn(plan, drawnFirst(proposal)) };
}

export interface Offered extends Compared {
  /** The partner, by their Slack id too. */
  member: Named & { user: string };
  moved: number;
}

/** The cheapest partners for somebody, each with what they cost and a button to see it in full. */
export function partnersModal(
  content: Content,
  about: AboutForm,
  { name, before, offers }: { name: string; before: Preview; offers: readonly Offered[] },
): ModalView {
  const { wished: _, ...was } = comparedOf(before);
  const none = content.say('pairing.preview.partners.none', { name });
  return modal({
    callback: 'pairing.partners',
    title: 'Another partner',
    close: 'Back',
    about: JSON.stringify(about),
    blocks: [
      section(offers.length === 0 ? none : content.say('pairing.preview.partners', { name })),
      ...offers.map((offer) => offerBlock(content, was, { offer, name })),
      otherChoices(),
    ],
  });
}

function offerBlock(content: Content, was: Compared, { offer, name }: { offer: Offered; name: string }): KnownBlock {
  const { member, moved } = offer;
  const costs = sayCosts(content, was, { totals: offer.totals });
  const said = [sayMembers(content, [member]), ...costs, content.say('pairing.preview.partner.moved', { x: moved })].join('\n');
  const seen = { action: `${COST.see}#${member.user}`, value: member.user };
  const accessibilityLabel = `See more: ${member.name} with ${name}`;
  return section(said, { accessory: button({ label: 'See more', ...seen, accessibilityLabel }) });
}
