// The headings of Home that are about programmes, with every programme under each: next meeting, this fortnight, my commitments, our agreement.
// Pure.
import type { KnownBlock } from '@slack/types';
import type { Content } from '../../platform/content/load.ts';
import { context, header, section } from '../../platform/slack/blocks.ts';
import type { Parts, Taking } from './facts.ts';
import { fortnightPart } from './taking-view.ts';
import { wordButton } from './words.ts';

/** So many blocks they may take together, so that there is room for what follows. */
const MOST_BLOCKS = 58;
/** So many programmes for which there is no room are named. */
const MOST_NAMED = 4;

export interface Programmes {
  taking: readonly Taking[];
  /** What the rooms draw, by programme. */
  parts: ReadonlyMap<string, Parts>;
}

/** Every heading with every programme under it; as many programmes in full as there is room for, the rest with a way to see them. */
export function programmesPart(content: Content, { taking, parts }: Programmes): KnownBlock[][] {
  for (let full = taking.length; full > 1; full--) {
    const groups = headed(content, { taking, full }, parts);
    if (groups.flat().length <= MOST_BLOCKS) return groups;
  }
  return headed(content, { taking, full: 1 }, parts);
}

const NOTHING: Parts = { questions: [], meeting: [], gathering: [], forums: [], team: [], review: [], commitments: [], agreement: [] };

function headed(
  content: Content,
  { taking, full }: { taking: readonly Taking[]; full: number },
  parts: ReadonlyMap<string, Parts>,
): KnownBlock[][] {
  const several = taking.length > 1;
  const shown = taking.slice(0, full);
  const under = (title: string, none: string, drawn: (part: Taking, own: Parts) => readonly KnownBlock[]) => [
    header(title),
    ...shown.flatMap((part) => {
      const blocks = drawn(part, parts.get(part.programme) ?? NOTHING);
      const named = several ? [section(content.say('home.programme', { programme: part.name }))] : [];
      return [...named, ...(blocks.length > 0 ? blocks : [section(content.say(none))])];
    }),
  ];
  return [
    under('Next meeting', 'home.none.meeting', (_, own) => nextMeeting(content, own)),
    [
      ...under('This fortnight', 'home.none.fortnight', (part, own) => fortnightPart(content, part, own)),
      ...others(content, taking.slice(full)),
    ],
    under('My commitments', 'home.none.commitments', (_, { commitments }) => commitments),
    under('Our agreement', 'home.none.agreement', (_, { agreement }) => agreement),
  ];
}

/** The pair's own; and what it may meet at with others. */
function nextMeeting(content: Content, { meeting, gathering, forums }: Parts): KnownBlock[] {
  return [...(meeting.length > 0 ? meeting : [section(content.say('home.none.meeting'))]), ...gathering, ...forums];
}

/** Programmes for which there is no room: where they stand is one press away. */
function others(content: Content, taking: readonly Taking[]): KnownBlock[] {
  const listed = taking.slice(0, MOST_NAMED);
  return [
    ...listed.map(({ programme, name }) =>
      section(content.say('home.elsewhere', { programme: name }), { accessory: wordButton('status', { programme }) }),
    ),
    ...(taking.length > listed.length ? [context(content.say('home.more'))] : []),
  ];
}
