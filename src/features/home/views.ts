// The Home tab: always in the same order, whatever there is to show (programme.md §1.6, rule 8). A section whose matter does not concern the
// person is left out; none changes its place. Pure.
import type { HomeView, KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { type StarterCard, starterCards } from '../../platform/content/starter-kit.ts';
import { actions, button, context, divider, header, home, section } from '../../platform/slack/blocks.ts';
import type { HomeFacts, Organising } from './facts.ts';
import { takingPart } from './taking-view.ts';
import { wordButton } from './words.ts';

/** Slack's limit is 100 blocks. */
const MOST_BLOCKS = 98;
/** Each takes a dozen blocks at most. */
const MOST_TAKING = 4;

/** What one person sees. `words` are those of the table of commands: only what there is is offered. */
export function homeTab(content: Content, facts: HomeFacts, words: ReadonlySet<string>): HomeView {
  const groups = [
    ...(facts.taking.length === 0
      ? [newcomer(content, facts)]
      : facts.taking.slice(0, MOST_TAKING).map((part) => takingPart(content, part, facts.taking.length > 1))),
    starterKit(content, facts),
    whoSeesWhat(content, words),
    ...(facts.taking.length === 0 ? [] : [pauseOrLeave(content, facts)]),
    ...(facts.organising.length === 0 ? [] : organisersPart(content, facts.organising, words)),
  ];
  return home(fitted(content, groups));
}

function newcomer(content: Content, { programmes }: HomeFacts): KnownBlock[] {
  const can = programmes > 0;
  return [
    header('Coaching Pairs'),
    section(content.say('home.newcomer')),
    section(content.say(can ? 'home.newcomer.join' : 'home.newcomer.none')),
    ...(can ? [actions([wordButton('join', { style: 'primary' })])] : []),
  ];
}

function starterKit(content: Content, { taking }: HomeFacts): KnownBlock[] {
  const offered = new Set(taking.map(({ now }) => (now.is === 'fortnight' ? now.n : 0)));
  const cards = starterCards(content);
  const now = cards.filter(({ fortnight }) => offered.has(fortnight));
  return [
    header('Starter kit'),
    section(content.say('home.cards')),
    ...now.map(({ title }) => context(content.say('home.cards.now', { title }))),
    actions(cards.map(cardButton)),
  ];
}

/** Opens one starter card. */
export function cardButton({ id, title }: StarterCard) {
  return button({ label: title, action: `home.card#${id}`, value: id });
}

function whoSeesWhat(content: Content, words: ReadonlySet<string>): KnownBlock[] {
  const [full = '', download = '', erase = ''] = content.buttons('m.privacy');
  const offered = [
    { word: 'privacy', label: full },
    { word: 'export', label: download },
    { word: 'erase', label: erase },
  ].filter(({ word }) => words.has(word));
  const buttons = offered.map(({ word, label }) => wordButton(word, { label }));
  return [header('Who sees what'), section(content.say('m.privacy')), ...(buttons.length > 0 ? [actions(buttons)] : [])];
}

function pauseOrLeave(content: Content, { taking }: HomeFacts): KnownBlock[] {
  const several = taking.length > 1;
  return [
    header('Pause or leave'),
    section(content.say('home.leaving')),
    ...taking
      .slice(0, MOST_TAKING)
      .flatMap(({ programme, name, paused }) => [
        ...(several ? [context(content.say('home.programme', { programme: name }))] : []),
        actions([
          wordButton(paused ? 'resume' : 'pause', { programme, label: paused ? 'Come back' : 'Pause' }),
          wordButton('profile', { programme, label: 'Change my profile' }),
          wordButton('leave', { programme }),
        ]),
      ]),
  ];
}

function organisersPart(content: Content, organising: readonly Organising[], words: ReadonlySet<string>): KnownBlock[][] {
  const title = [divider(), header('For organisers'), section(content.say('home.organising'))];
  const [first = [], ...rest] = organising.map((part) => organised(content, part, words));
  return [[...title, ...first], ...rest];
}

function organised(
  content: Content,
  { programme, name, active, paused, invited, nextRound }: Organising,
  words: ReadonlySet<string>,
): KnownBlock[] {
  const blanks = { programme: name, date: nextRound, x: active, y: paused, z: invited };
  const offered = ['rotate', 'roster', 'settings', 'organisers', 'report', 'audit'].filter((word) => words.has(word));
  return [section(content.say('home.organised', blanks)), actions(offered.map((word) => wordButton(word, { programme })))];
}

/** As many whole groups as Slack's limit lets through, with a word about the rest. */
function fitted(content: Content, groups: readonly KnownBlock[][]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const group of groups) {
    if (blocks.length + group.length > MOST_BLOCKS) return [...blocks, context(content.say('home.more'))];
    blocks.push(...group);
  }
  return blocks;
}
