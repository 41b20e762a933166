// The round as an organiser sees it before anyone hears of it: totals on top, what the last change did, then every pair with its reasons and
// compromises, some twenty to a page. Pure.
import type { KnownBlock, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { sayDay } from '../../platform/clock.ts';
import type { Content } from '../../platform/content/load.ts';
import { actions, button, confirm, context, divider, modal, section, sections } from '../../platform/slack/blocks.ts';
import { choosingLines } from './choosing/preview-lines.ts';
import type { PlannedPair } from './plan.ts';
import type { Preview } from './propose.ts';
import { type Named, plainly, sayDifference, sayEdits, sayMembers, sayNames, sayReasons, sayTotals } from './said.ts';

export const CONTROL = {
  form: 'pairing.preview',
  page: 'pairing.page',
  change: 'pairing.change',
  leaveOut: 'pairing.leave-out',
  undo: 'pairing.undo-change',
  reset: 'pairing.reset',
  redraw: 'pairing.redraw',
  discard: 'pairing.discard',
} as const;

const PAIRS_ON_A_PAGE = 20;
const NAMES_SHOWN = 30;

/** What stands above the pairs when something has happened that the organiser did not ask for; `text` is mrkdwn. */
export type Notice = 'changed' | 'other' | { text: string };

/** What the modal remembers: which proposal, which revision of it, which page. */
export interface About {
  proposal: string;
  revision: number;
  page: number;
}

export function previewModal(content: Content, preview: Preview, { page = 0, notice }: { page?: number; notice?: Notice } = {}): ModalView {
  const { proposal } = preview;
  const { plan } = proposal.drawn;
  const about: About = { proposal: proposal.id, revision: proposal.revision, page };
  const top = [...noticed(content, notice ?? (preview.redrawn ? 'changed' : undefined)), ...opening(content, preview)];
  const shown = plan.possible ? paged(content, preview, plan.pairs, page) : causes(content, preview);
  return modal({
    callback: CONTROL.form,
    title: 'Next round',
    ...(plan.possible && { submit: 'Approve…' }),
    about: JSON.stringify(about),
    blocks: [...top, controls(content, preview), divider(), ...shown],
  });
}

function noticed(content: Content, notice: Notice | undefined): KnownBlock[] {
  if (notice === undefined) return [];
  return sections(typeof notice === 'string' ? content.say(`pairing.preview.${notice}`) : notice.text);
}

function opening(content: Content, { programme, number, dueOn, today, running, away, choosing, proposal }: Preview): KnownBlock[] {
  const { plan, before } = proposal.drawn;
  const early = Temporal.PlainDate.compare(dueOn, today) > 0;
  const round = { number, programme: programme.name };
  const due = { ...round, date: sayDay(dueOn) };
  const stuck = early ? content.say('pairing.preview.ahead.stuck', due) : content.say('pairing.preview.now.stuck', round);
  const open = early ? content.say('pairing.preview.ahead', due) : content.say('pairing.preview.now', round);
  const since = running && content.say('pairing.preview.running', { date: sayDay(Temporal.PlainDate.from(running.rotated_on)) });
  const sitting = away.length > 0 && content.say('pairing.preview.away', { names: someNames(content, away) });
  return [
    section(plan.possible ? open : stuck),
    ...(since ? [context(since)] : []),
    ...(plan.possible ? [section(sayTotals(content, plan.totals))] : []),
    ...(plan.possible && before ? [section(costOf(content, before, plan.totals))] : []),
    ...(sitting ? [context(sitting)] : []),
    ...choosingLines(content, choosing),
  ];
}

function costOf(
  content: Content,
  before: NonNullable<Preview['proposal']['drawn']['before']>,
  after: Parameters<typeof sayDifference>[2],
): string {
  const difference = sayDifference(content, before.totals, after);
  const said = difference ? content.say('pairing.cost', { list: { mrkdwn: difference } }) : content.say('pairing.cost.none');
  return `${said}\n${content.say('pairing.cost.moved', { x: before.moved })}`;
}

function controls(content: Content, { proposal, people }: Preview): KnownBlock {
  const sure = confirm({
    title: 'Throw away?',
    text: content.plain('pairing.preview.sure'),
    yes: 'Throw away',
    no: 'Keep it',
    danger: true,
  });
  const edited = proposal.edits.length > 0;
  const last = proposal.edits.at(-1);
  return actions([
    button({ label: 'Leave someone out', action: CONTROL.leaveOut }),
    button({ label: 'Draw again', action: CONTROL.redraw }),
    ...(edited
      ? [button({ label: 'Undo last change', action: CONTROL.undo, accessibilityLabel: last ? sayEdits(content, [last], people) : '' })]
      : []),
    ...(edited ? [button({ label: 'Undo all changes', action: CONTROL.reset })] : []),
    button({ label: 'Throw away', action: CONTROL.discard, style: 'danger', confirm: sure }),
  ]);
}

function causes(content: Content, { proposal }: Preview): KnownBlock[] {
  const { plan } = proposal.drawn;
  const said = plan.possible ? [] : plan.causes.map(({ because }) => content.say(because.id, because.blanks));
  return sections([content.say('pairing.impossible'), ...said, content.say('pairing.impossible.next')].join('\n\n'));
}

function paged(content: Content, preview: Preview, pairs: readonly PlannedPair[], page: number): KnownBlock[] {
  const { proposal, people } = preview;
  const pages = Math.max(1, Math.ceil(pairs.length / PAIRS_ON_A_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = pairs.slice(at * PAIRS_ON_A_PAGE, (at + 1) * PAIRS_ON_A_PAGE);
  const said = sayEdits(content, proposal.edits, people);
  const edits = said === '' ? [] : [context(`${content.say('pairing.edits')} ${said}`)];
  return [...edits, ...shown.map((pair) => pairBlock(content, pair, people)), ...turning(content, at, pages)];
}

/** One pair: who, why, and what could not be had. */
function pairBlock(content: Content, { leaders, reasons, compromises }: PlannedPair, people: Preview['people']): KnownBlock {
  const members = leaders.map((leader) => people.get(leader)).filter((person) => person !== undefined);
  const so = compromises.map((each) => content.say('pairing.compromise', { text: plainly(content, each) }));
  return section([sayMembers(content, members), sayReasons(content, reasons), ...so].filter((line) => line !== '').join('\n'), {
    accessory: button({
      label: 'Change…',
      action: CONTROL.change,
      value: leaders[0] ?? '',
      accessibilityLabel: `Change ${sayNames(members)}`,
    }),
  });
}

function turning(content: Content, at: number, pages: number): KnownBlock[] {
  if (pages === 1) return [];
  const back = at > 0 ? [button({ label: 'Back', action: `${CONTROL.page}-back`, value: String(at - 1) })] : [];
  const next = at < pages - 1 ? [button({ label: 'Next', action: `${CONTROL.page}-next`, value: String(at + 1) })] : [];
  return [context(content.say('pairing.preview.page', { x: at + 1, y: pages })), actions([...back, ...next])];
}

function someNames(content: Content, people: readonly Named[]): string {
  const names = sayNames(people.slice(0, NAMES_SHOWN));
  return people.length > NAMES_SHOWN ? `${names} ${content.plain('pairing.preview.more', { x: people.length - NAMES_SHOWN })}` : names;
}
