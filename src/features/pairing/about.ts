// What the preview and its forms remember between two presses, read back with suspicion: the person's client could have written it. Pure.
import { z } from 'zod';

/** Which proposal, which revision of it, and which page was looked at. */
export const about = z.object({ proposal: z.string(), revision: z.number().int(), page: z.number().int() });

/** The same for a form on top of the preview: which view lies under it, and which pair it is about. */
export const aboutForm = about.extend({ root: z.string(), group: z.array(z.string()).max(3).optional() });

/** JSON that somebody else wrote; `undefined` where it is none. */
export function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
