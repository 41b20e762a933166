// From the tallies of a team to what its leader may be told, worked out once: how many replied, and bands for items that enough people of enough pairs
// answered. Who tapped what is known to nobody, here neither. Pure.
import { z } from 'zod';
import { itemsAt, type PulseItem } from '../../../../platform/content/pulse.ts';
import { sidesOf } from '../../../reviewing/sides.ts';
import { bandNames, sayingInBands } from '../../../reviewing/thresholds.ts';
import { type Tally, tapsOf } from '../../taps.ts';

/** By item: when a member answered it is kept under these names. */
export const MARKS = { 'fo.1': 'worthAt', 'fo.2': 'moreAt', 'ts.1': 'heardAt' } as const;
export type Item = keyof typeof MARKS;

/** A member as far as the count needs one. */
export interface Answering {
  /** The pair they were last in; nothing where it is not known. */
  pair: string | undefined;
  worthAt: string | null;
  moreAt: string | null;
  heardAt: string | null;
}

const said = z.strictObject({ item: z.string(), side: z.string(), bands: z.array(z.enum(bandNames)).nonempty().optional() });
export const resultSchema = z.strictObject({ replied: z.number(), asked: z.number(), said: z.array(said) });
export type Result = z.infer<typeof resultSchema>;

/** How many the leader has read that there were at the end; nothing where there is nothing to read. */
export function knownOf({ result }: { result: string | null }): number | undefined {
  return result === null ? undefined : resultSchema.parse(JSON.parse(result)).asked || undefined;
}

export function isItem(id: string): id is Item {
  return id in MARKS;
}

/** `asked` are all who may have answered. Where nothing can be said of any item, nothing is said at all. */
export function conclude(asked: readonly Answering[], tallies: readonly Tally[]): Result {
  const replied = asked.filter((each) => Object.values(MARKS).some((mark) => each[mark] !== null)).length;
  const said = itemsAt('team').map((item) => saidOf(item, asked, tallies));
  return { replied, asked: asked.length, said: said.some(({ bands }) => bands) ? said : [] };
}

function saidOf({ id, scale }: PulseItem, asked: readonly Answering[], tallies: readonly Tally[]): Result['said'][number] {
  const [side] = sidesOf(scale);
  const bare = { item: id, side: side?.name ?? '' };
  const marks = isItem(id) ? asked.filter((each) => each[MARKS[id]] !== null) : [];
  const pairs = [...new Set(marks.flatMap(({ pair }) => pair ?? []))];
  const taps = tapsOf(tallies, id);
  // Who tapped and has gone since leaves their tap behind: it is not told of fewer than have stayed.
  if (marks.length < taps.length || pairs.length === 0) return bare;
  const counted = taps.map((choice, at) => ({ pair: pairs[at % pairs.length] as string, yes: side?.choices.includes(choice) ?? false }));
  const bands = sayingInBands(counted)?.bands;
  return bands ? { ...bare, bands: bands as [(typeof bands)[number]] } : bare;
}
