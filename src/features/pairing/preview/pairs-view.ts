// The pairs of a round, some twenty to a page, each with its reasons and compromises; and how to find one among five hundred. Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../../platform/content/load.ts';
import { actions, button, context, input, section } from '../../../platform/slack/blocks.ts';
import { person, select, textBox } from '../../../platform/slack/controls.ts';
import type { PlannedPair } from '../plan.ts';
import type { Preview } from '../propose.ts';
import { listEdits, plainly, sayMembers, sayNames, sayReasons } from '../said.ts';
import type { Look } from './about.ts';
import { PAIRS_ON_A_PAGE, type Shown, shownPairs } from './found-pairs.ts';
import { CONTROL } from './preview-controls.ts';
import { drawnFirst, reasonsTold } from './told-wishes.ts';

const LETTERS_SEARCHED = 60;

/** A search by person and by name, and which pairs to show; not for a round that stands on one page. */
export function searching(_: Content, { proposal }: Preview, { only, at }: Look): KnownBlock[] {
  const { plan } = proposal.drawn;
  if (!plan.possible || plan.pairs.length <= PAIRS_ON_A_PAGE) return [];
  const compromises = plan.pairs.filter((pair) => pair.compromises.length > 0).length;
  const isFirst = drawnFirst(proposal);
  const changed = plan.pairs.filter(({ leaders }) => !isFirst(leaders)).length;
  const choices = [
    { value: 'all', label: `All pairs (${plan.pairs.length})` },
    { value: 'compromise', label: `Only with a compromise (${compromises})` },
    { value: 'changed', label: `Only changed pairs (${changed})` },
  ];
  // A block's name changes with what it shows: Slack keeps a choice that was made for as long as the name stays.
  const shows = at ? 'found' : (only ?? 'all');
  return [
    input({
      block: 'find-text',
      label: 'Find by name or function',
      optional: true,
      dispatch: true,
      element: textBox({ action: CONTROL.findText, most: LETTERS_SEARCHED, placeholder: 'Type, then press Enter' }),
    }),
    actions(
      [
        person({ action: CONTROL.find, placeholder: 'Find a person' }),
        select({ action: CONTROL.only, choices, chosen: at ? undefined : (only ?? 'all'), placeholder: 'Which pairs to show' }),
      ],
      `find-${shows}-${proposal.revision}`,
    ),
  ];
}

/** One page of pairs, or those that were searched for. */
export function pairsShown(content: Content, preview: Preview, look: Look): KnownBlock[] {
  const shown = shownPairs(preview, look);
  const { proposal, people } = preview;
  const said = listEdits(content, proposal.edits, people);
  const edits = said === '' ? [] : [context(`${content.say('pairing.edits')}\n${said}`)];
  const isFirst = drawnFirst(proposal);
  const pairs = shown.pairs.map((pair) => pairBlock(content, { ...pair, reasons: reasonsTold(pair, isFirst) }, people));
  return [...edits, ...heading(content, preview, { shown, look }), ...pairs, ...turning(content, shown)];
}

/** What is shown, where it is not all of it, and the way back. */
function heading(content: Content, { people, proposal }: Preview, { shown, look }: { shown: Shown; look: Look }): KnownBlock[] {
  const { only, at } = look;
  if (!at && !only) return [];
  const { plan } = proposal.drawn;
  const placed = new Set(plan.possible ? plan.pairs.flatMap(({ leaders }) => leaders) : []);
  const out = (at ?? []).filter((leader) => !placed.has(leader)).flatMap((leader) => people.get(leader) ?? []);
  const blanks = { x: shown.count, y: shown.of };
  const some = at ? 'pairing.preview.find.found' : `pairing.preview.only.${only}`;
  const lines = [
    ...(shown.count > 0 ? [content.say(some, blanks)] : []),
    ...(shown.count === 0 && only && !at ? [content.say('pairing.preview.only.none')] : []),
    ...(out.length > 0 ? [content.say('pairing.preview.find.out', { names: sayNames(out) })] : []),
  ];
  return [
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
    actions([button({ label: 'All pairs', action: CONTROL.all, accessibilityLabel: 'Show all pairs again' })]),
  ];
}

/** One pair: who, why, and what could not be had. */
function pairBlock(content: Content, { leaders, reasons, compromises }: PlannedPair, people: Preview['people']): KnownBlock {
  const members = leaders.map((leader) => people.get(leader)).filter((each) => each !== undefined);
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

function turning(content: Content, { page, pages }: Shown): KnownBlock[] {
  if (pages === 1) return [];
  const turn = (label: string, way: 'back' | 'next', to: number) =>
    button({ label, action: `${CONTROL.page}-${way}`, value: String(to), accessibilityLabel: `${label}: page ${to + 1} of ${pages}` });
  return [
    context(content.say('pairing.preview.page', { x: page + 1, y: pages })),
    actions([...(page > 0 ? [turn('Back', 'back', page - 1)] : []), ...(page < pages - 1 ? [turn('Next', 'next', page + 1)] : [])]),
  ];
}
