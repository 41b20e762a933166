// The Home tab: the same things in the same order, whatever there is to show (programme.md §1.6, rule 8). For someone who takes part in nothing
// the parts that would be empty are left out; none ever changes its place. Pure.
import type { HomeView, KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { actions, context, header, home, section } from '../../platform/slack/blocks.ts';
import { otherHelpButton } from '../coaching/help/views.ts';
import { cardButton, offeredIn } from './card-views.ts';
import type { HomeFacts, Taking } from './facts.ts';
import { organisersPart } from './organiser-view.ts';
import { type Programmes, programmesPart } from './programmes-view.ts';
import { wordButton } from './words.ts';

/** Slack's limit is 100 blocks. */
const MOST_BLOCKS = 98;
/** So many programmes have their own buttons for sitting out and leaving. */
const MOST_TAKING = 4;

export interface HomeShown extends Pick<Programmes, 'parts'> {
  facts: HomeFacts;
  /** What stands of teams. */
  team: readonly KnownBlock[];
  /** Those of the table of commands: only what there is is offered. */
  words: ReadonlySet<string>;
}

/** What one person sees. */
export function homeTab(content: Content, { facts, parts, team, words }: HomeShown): HomeView {
  const { taking, organising } = facts;
  const groups = [
    ...(taking.length === 0 ? [newcomer(content, facts)] : programmesPart(content, { taking, parts })),
    [...starterKit(content, facts), ...team],
    whoSeesWhat(content, words),
    ...(taking.length === 0 ? [] : [pauseOrLeave(content, facts, words)]),
    ...organisersPart(content, organising, words),
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
  const fortnights = new Set(taking.map(({ now }) => (now.is === 'fortnight' ? now.n : 0)));
  const { cards, now } = offeredIn(content, fortnights);
  const [first] = taking;
  return [
    header('Starter kit'),
    section(content.say('home.cards')),
    ...now.map(({ title }) => context(content.say('home.cards.now', { title }))),
    actions([...cards.map((card) => cardButton(card)), ...(first ? [otherHelpButton(first.programme)] : [])]),
  ];
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

function pauseOrLeave(content: Content, { taking }: HomeFacts, words: ReadonlySet<string>): KnownBlock[] {
  const several = taking.length > 1;
  return [
    header('Pause or leave'),
    section(content.say('home.leaving')),
    ...taking
      .slice(0, MOST_TAKING)
      .flatMap((part) => [
        ...(several ? [context(content.say('home.programme', { programme: part.name }))] : []),
        actions(goingButtons(part, words)),
      ]),
  ];
}

/** Each takes one tap and one confirmation, at any time. */
function goingButtons({ programme, paused, partners }: Taking, words: ReadonlySet<string>) {
  const change = partners.length > 0 && words.has('change') ? [wordButton('change', { programme })] : [];
  return [
    wordButton(paused ? 'resume' : 'pause', { programme, label: paused ? 'Come back' : 'Pause' }),
    ...(words.has('help-me') ? [wordButton('help-me', { programme })] : []),
    ...change,
    wordButton('profile', { programme, label: 'Change my profile' }),
    wordButton('leave', { programme }),
  ];
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
