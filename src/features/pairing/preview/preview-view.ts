// The round as an organiser sees it before anyone hears of it: totals on top, what the last change did, what can be done, then the pairs. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../../platform/clock.ts';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, divider, modal, section, sections } from '../../../platform/slack/blocks.ts';
import { choosingLines } from '../choosing/preview-view.ts';
import type { Preview } from '../propose.ts';
import { type Named, sayNames, sayTotals } from '../said.ts';
import { type Look, lookOf } from './about.ts';
import { gatheringLines } from './gathering-view.ts';
import { pairsShown, searching } from './pairs-view.ts';
import { CONTROL, controls } from './preview-controls.ts';
import { sayCosts } from './said-costs.ts';
import { drawnFirst, wishedIn } from './told-wishes.ts';

const NAMES_SHOWN = 30;
/** So many people who are in the way of a round can be left out by a button each. */
const LEFT_OUT_BY_BUTTON = 8;

/** What stands above the pairs when something has happened that the organiser did not ask for; `text` is mrkdwn. */
export type Notice = 'changed' | 'other' | { text: string };

export type Looking = Partial<Look> & { notice?: Notice | undefined };

export function previewModal(content: Content, preview: Preview, { notice, page = 0, ...looking }: Looking = {}): ModalView {
  const { proposal } = preview;
  const { plan } = proposal.drawn;
  const look = lookOf({ page, ...looking });
  const top = [...noticed(content, notice ?? (preview.redrawn ? 'changed' : undefined)), ...opening(content, preview)];
  const below = plan.possible ? pairsShown(content, preview, look) : causes(content, preview);
  return modal({
    callback: CONTROL.form,
    title: 'Next round',
    ...(plan.possible && { submit: 'Approve…' }),
    about: JSON.stringify({ proposal: proposal.id, revision: proposal.revision, ...look }),
    blocks: [...top, controls(content, preview), ...searching(content, preview, look), divider(), ...below],
  });
}

function noticed(content: Content, notice: Notice | undefined): KnownBlock[] {
  if (notice === undefined) return [];
  return sections(typeof notice === 'string' ? content.say(`pairing.preview.${notice}`) : notice.text);
}

function opening(content: Content, preview: Preview): KnownBlock[] {
  const { programme, number, dueOn, today, running, away, proposal } = preview;
  const { plan } = proposal.drawn;
  const early = Temporal.PlainDate.compare(dueOn, today) > 0;
  const when = preview.gathering ? 'held' : early ? 'ahead' : 'now';
  const id = when === 'held' ? 'pairing.preview.held' : `pairing.preview.${when}${plan.possible ? '' : '.stuck'}`;
  const open = content.say(id, { number, programme: programme.name, ...(when === 'ahead' && { date: sayDay(dueOn) }) });
  const since = running && content.say('pairing.preview.running', { date: sayDay(Temporal.PlainDate.from(running.rotated_on)) });
  const sitting = away.length > 0 && content.say('pairing.preview.away', { names: someNames(content, away) });
  return [
    section(open),
    ...gatheringLines(content, preview),
    ...(since ? [context(since)] : []),
    ...(plan.possible ? totals(content, preview) : []),
    ...(sitting ? [context(sitting)] : []),
    ...choosingLines(content, programme, preview.choosing),
  ];
}

/** Where the round has been changed, wishes are counted only among the pairs that the bot drew by itself. */
function totals(content: Content, { proposal, programme }: Preview): KnownBlock[] {
  const { plan, before } = proposal.drawn;
  if (!plan.possible) return [];
  const wished = wishedIn(plan, drawnFirst(proposal));
  const costs = before ? sayCosts(content, before, { totals: plan.totals, wished }) : [];
  const people = before ? [content.say('pairing.preview.partner.moved', { x: before.moved })] : [];
  const did = before ? [section([content.say('pairing.preview.did'), ...costs, ...people].join('\n'))] : [];
  if (proposal.edits.length === 0) return [section(sayTotals(content, plan.totals)), ...did];
  // Where the bot proposes alone, nobody is asked for wishes.
  const asks = programme.choosing !== 'bot';
  const own = asks && (proposal.drawn.first ?? []).length > 0 ? wished : undefined;
  const silent = asks ? [context(content.say('pairing.preview.wishes'))] : [];
  return [section(sayTotals(content, plan.totals, { wished: own })), ...did, ...silent];
}

/** Why there is no round, and what can be done about it. */
function causes(content: Content, { proposal, people }: Preview): KnownBlock[] {
  const { plan } = proposal.drawn;
  if (plan.possible) return [];
  const said = plan.causes.map(({ because }) => content.say(because.id, because.blanks));
  const inTheWay = [...new Set(plan.causes.flatMap(({ leaders }) => leaders))].flatMap((leader) => people.get(leader) ?? []);
  const buttons = inTheWay.slice(0, LEFT_OUT_BY_BUTTON).map(({ id, name }) =>
    button({
      label: `Leave ${name} out`,
      action: `${CONTROL.leaveOutOne}#${id}`,
      value: id,
      accessibilityLabel: `Leave ${name} out: see what it does`,
    }),
  );
  return [
    ...sections([content.say('pairing.impossible'), ...said, content.say('pairing.preview.impossible.next')].join('\n\n')),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}

function someNames(content: Content, people: readonly Named[]): string {
  const names = sayNames(people.slice(0, NAMES_SHOWN));
  return people.length > NAMES_SHOWN ? `${names} ${content.plain('pairing.preview.more', { x: people.length - NAMES_SHOWN })}` : names;
}
