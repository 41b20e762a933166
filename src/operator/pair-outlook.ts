// How several rounds go, as `coachingpairs pair --rounds` prints it: for a program as data, for a person as lines.

import type { Candidate } from '../features/pairing/plan.ts';
import type { Outlook } from '../features/pairing/planning/ahead.ts';
import type { Evenness } from '../features/pairing/planning/ledger.ts';

const LISTED = 10;

export function outlookData({ repeats, partnersLeft, bridges, carried, evenness }: Outlook): Record<string, unknown> {
  return {
    repeatsFrom: repeats?.from ?? null,
    repeatsBecause: repeats?.because ?? null,
    partnersLeft: partnersLeft.map((fewest, at) => ({ round: at + 1, ...fewest })),
    bridges,
    carried,
    evenness,
  };
}

export function outlookLines(outlook: Outlook, people: readonly Candidate[]): string[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => listed(ids.map((id) => names.get(id) ?? id));
  const wishing = people.filter(({ welcomes }) => welcomes.length > 0).length;
  const { trios, compromises, welcomes } = outlook.evenness;
  return [
    ...repeatLines(outlook, named),
    ...bridgeLines(outlook.bridges),
    `Compromises: ${carriedBy(compromises, people.length)}`,
    ...mostCarried(outlook, named),
    `Trios: ${carriedBy(trios, people.length)}`,
    ...(wishing === 0 ? [] : [`Wishes met: ${carriedBy(welcomes, wishing, 'who named somebody')}`]),
  ];
}

function repeatLines({ repeats, partnersLeft }: Outlook, named: (ids: readonly string[]) => string): string[] {
  const last = partnersLeft.at(-1);
  const left = last
    ? [
        `  Before the last of these rounds, fewest partners of other functions were left for ${named(last.leaders)}: ${last.partners === 0 ? 'none' : last.partners}.`,
      ]
    : [];
  if (!repeats) return ['No partners are together again in these rounds.', ...left];
  return [`Partners are together again from round ${repeats.from} on.`, ...scarcityLines(repeats.because, named), ...left];
}

function scarcityLines(why: NonNullable<Outlook['repeats']>['because'], named: (ids: readonly string[]) => string): string[] {
  if (!why) return [];
  const who = `  By then ${named(why.leaders)}`;
  const lately = 'whom they had not been with in the four rounds before';
  if (why.amongThemselves) {
    const others = why.partners.length === 0 ? '' : ` and ${named(why.partners)}`;
    return [`${who} had only each other${others} left ${lately}, and one of them is over.`];
  }
  if (why.partners.length === 0) return [`${who} had nobody left ${lately}.`];
  return [`${who} had only ${named(why.partners)} left ${lately}, and that is too few.`];
}

function bridgeLines({ built, possible, missing }: Outlook['bridges']): string[] {
  const some = missing.slice(0, LISTED).map(([a, b]) => `${a} – ${b}`);
  const more = missing.length > LISTED ? ` and ${missing.length - LISTED} more` : '';
  return [
    `Functions joined: ${built} of ${possible} pairs of functions.`,
    ...(some.length > 0 ? [`  Not joined: ${some.join('; ')}${more}`] : []),
  ];
}

/** `40, over 12 of 20 people, each of them 3 to 4 times.` */
function carriedBy({ sum, people, least, most }: Evenness, of: number, which = ''): string {
  if (sum === 0) return 'none.';
  const times = most === 1 ? 'once' : least === most ? `${most} times` : `${least} to ${most} times`;
  return `${sum}, over ${people} of ${of} people${which === '' ? '' : ` ${which}`}, each of them ${times}.`;
}

/** Who carried most, where these are few. */
function mostCarried({ carried, evenness }: Outlook, named: (ids: readonly string[]) => string): string[] {
  const { most } = evenness.compromises;
  const often = carried.filter(({ compromises }) => compromises === most && most > 0).map(({ leader }) => leader);
  return often.length > 0 && often.length <= LISTED ? [`  Most often: ${named(often)}`] : [];
}

function listed(names: readonly string[]): string {
  if (names.length <= LISTED) return names.join(', ');
  return `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;
}
