// What a report holds: figures that may be said, and nothing from which they were worked out. No person, no answer and no text of anybody is in it, so
// that whatever becomes of a report, there is nothing more in it than its readers may know.
import { z } from 'zod';
import { sayingSchema, statementsSchema } from '../reviewing/conclude.ts';

const moments = ['half', 'end'] as const;
/** When it is reported: half way, and at the end. */
export type Moment = (typeof moments)[number];

const count = z.number().int().nonnegative();
const evenness = z.strictObject({ sum: count, people: count, least: count, most: count });

/** A pulse as it was published, with what belongs into the report. Nothing is stated where too few replied. */
const pulse = z.strictObject({
  report: z.enum(['opening', 'half', 'closing', 'then-and-now']),
  replied: count,
  asked: count,
  statements: statementsSchema,
});

export const figuresSchema = z.strictObject({
  people: z.strictObject({ invited: count, joined: count, active: count, paused: count, left: count }),
  formed: z.strictObject({ pairs: count, trios: count }),
  /** Of the pairs that began with the round; missing below the threshold. */
  firstMeetings: sayingSchema.optional(),
  /** Missing below the threshold. */
  met: z
    .strictObject({
      share: z.union([sayingSchema, z.strictObject({ percent: count, is: z.literal('about') })]),
      hours: z.strictObject({ least: count, most: count }).optional(),
    })
    .optional(),
  pulses: z.array(pulse),
  /** Of those who made a commitment, how many have said how one went. */
  followedUp: sayingSchema.optional(),
  /** Only at the end: who has a place in the next round where it has been drawn, else who has signed up for it. */
  goOn: z.strictObject({ drawn: z.boolean(), saying: sayingSchema.optional() }).optional(),
  map: z.strictObject({
    functions: z.array(z.string()),
    bridges: z.array(z.strictObject({ between: z.tuple([z.string(), z.string()]), pairs: count })),
  }),
  /** Forums that were held, and teams that leaders have started; missing in reports from before there were any. */
  spread: z
    .strictObject({
      ...{ forums: count, seats: count, hosts: count, teams: count, starters: count },
      /** Of Forums since the last report: in bands, however many reply, and only where one of them has been told anything by itself. */
      feedback: z
        .strictObject({
          ...{ replied: count, asked: count },
          statements: z.array(z.strictObject({ item: z.string(), side: z.string(), saying: sayingSchema.optional() })),
        })
        .optional(),
    })
    .optional(),
  /** How evenly trio duty and compromises are shared so far, and how many wishes for a partner have been met. For organisers. */
  fairness: z.strictObject({ rounds: count, trios: evenness, compromises: evenness, welcomes: count }),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Pulse = z.infer<typeof pulse>;
export type Evenness = z.infer<typeof evenness>;

/** What of each pulse belongs to the five plain things of programme.md §1.14; the rest of it is read where it was published. */
export const SHOWN: Readonly<Record<Pulse['report'], readonly string[]>> = {
  opening: ['ch.1', 'ch.2', 'ch.3', 'br.1'],
  half: ['re.1', 're.2'],
  closing: ['re.1', 're.2', 'ch.1', 'ch.2', 'ch.3', 'br.1'],
  'then-and-now': ['cap.1', 'cap.2', 'cap.3', 'cap.4', 'cap.5'],
};

/** Which pulses a report shows. Half way shows where the group began. */
export const PULSES: Readonly<Record<Moment, readonly Pulse['report'][]>> = {
  half: ['opening', 'half'],
  end: ['opening', 'closing', 'then-and-now'],
};
