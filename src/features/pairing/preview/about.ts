// What the preview and its forms remember between two presses, read back with suspicion: the person's client could have written it. Ids only.
// Pure.

import { z } from 'zod';
import { remembered } from '../../../platform/slack/inputs.ts';

const id = z.string().max(64);

/** What may be tried before it is done; people by their leader's id, whoever is chosen in Slack by their Slack id. */
const wish = z.discriminatedUnion('what', [
  z.object({ what: z.literal('partner'), leader: id, withUser: id }),
  z.object({ what: z.literal('swap'), leader: id, withUser: id }),
  z.object({ what: z.literal('keep'), group: z.array(id).max(3) }),
  z.object({ what: z.literal('forbid'), pair: z.tuple([id, id]) }),
  z.object({ what: z.literal('leave-out'), leader: id }),
]);

/** Which part of a round is looked at: a page of all its pairs or of some of them, or the pairs of those who were searched for. */
const look = z.object({
  page: z.number().int(),
  only: z.enum(['compromise', 'changed']).optional(),
  at: z.array(id).max(30).optional(),
});

/** Which proposal, and which revision of it, was looked at. */
export const about = look.extend({ proposal: id, revision: z.number().int() });

/** The same for a form on top of the preview: which view lies under it, which pair it is about, what is being tried. */
export const aboutForm = about.extend({ root: id, group: z.array(id).max(3).optional(), wish: wish.optional() });

export type Tried = z.infer<typeof wish>;
export type Look = z.infer<typeof look>;
export type About = z.infer<typeof about>;
export type AboutForm = z.infer<typeof aboutForm>;

/** The part that is looked at, without which round it is of. */
export function lookOf({ page, only, at }: Look): Look {
  return { page, ...(only && { only }), ...(at && { at }) };
}

/** A part of a round that was remembered; its first page where that cannot be read. */
export function lookIn(text: string): Look {
  return look.safeParse(remembered(text)).data ?? { page: 0 };
}
