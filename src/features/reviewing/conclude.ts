// From the answers of one pulse to what is published of it: worked out once, when it closes. Only what may be said comes out of here. Pure.
import { z } from 'zod';
import type { PulseItem } from '../../platform/content/pulse.ts';
import { itemsOf, type Moment, type Pulse } from './plan.ts';
import { sidesOf } from './sides.ts';
import { bandNames, isGroup, type Saying, sayingOf } from './thresholds.ts';

/** Item to choices, by their place on its scale; an item that was passed over is missing. */
export type Answers = Readonly<Record<string, readonly number[]>>;
export const answersSchema = z.record(z.string(), z.array(z.number().int().nonnegative()));

/** What one leader answered, as far as a count needs it. */
export interface Reply {
  leader: string;
  pair: string;
  moment: Moment;
  answers: Answers;
}

/** What may be said of how many said yes, as it is kept. */
export const sayingSchema = z.union([
  z.strictObject({ bands: z.array(z.enum(bandNames)).nonempty() }),
  z.strictObject({ percent: z.number().int().min(0).max(100), is: z.enum(['exactly', 'or-more', 'or-less']) }),
]);
/** One thing that is said of an item. Without a saying: not enough replies. */
const statement = z.strictObject({
  item: z.string(),
  side: z.string(),
  at: z.enum(['then', 'now']).optional(),
  saying: sayingSchema.optional(),
});
export const statementsSchema = z.array(statement);
export type Statement = z.infer<typeof statement>;

/** `then-and-now` is told beside the closing pulse, with a reply line of its own. */
export type Report = Pulse | 'then-and-now';

export interface Conclusion {
  replied: number;
  /** Nothing at all where too few replied. */
  statements: Statement[];
}

/** The reports that come of a pulse. */
export function reportsOf(pulse: Pulse): readonly Report[] {
  return pulse === 'closing' ? ['closing', 'then-and-now'] : [pulse];
}

/** What may be published of these replies. */
export function conclude(report: Report, all: readonly Reply[]): Conclusion {
  const replies = report === 'then-and-now' ? inBoth(all) : all.filter(({ moment }) => moment === report);
  const answered = replies.filter(({ answers }) => Object.values(answers).some((choices) => choices.length > 0));
  const people = [...new Map(answered.map((reply) => [reply.leader, reply])).values()];
  if (!isGroup(people, { sensitive: report === 'then-and-now' })) return { replied: people.length, statements: [] };
  const statements = momentsIn(report).flatMap((moment) => {
    const at = answered.filter((reply) => reply.moment === moment);
    return itemsOf(moment).flatMap((item) => statementsOn(item, moment, at));
  });
  return { replied: people.length, statements: statements.some(({ saying: said }) => said) ? statements : [] };
}

function momentsIn(report: Report): readonly Moment[] {
  return report === 'then-and-now' ? ['then', 'now'] : [report];
}

function statementsOn(item: PulseItem, moment: Moment, replies: readonly Reply[]): Statement[] {
  const compared = moment === 'then' || moment === 'now';
  const answered = replies.flatMap(({ pair, answers }) => (answers[item.id]?.length ? [{ pair, chosen: answers[item.id] ?? [] }] : []));
  return sidesOf(item.scale).map(({ name, choices }) => {
    const counted = answered.map(({ pair, chosen }) => ({ pair, yes: chosen.some((choice) => choices.includes(choice)) }));
    const said: Saying | undefined = sayingOf(counted, { sensitive: item.sensitive || compared });
    return { item: item.id, side: name, ...(compared && { at: moment }), ...(said && { saying: said as Statement['saying'] }) };
  });
}

/** Then and now are counted of the same people: of each item, those who answered it both times. */
function inBoth(all: readonly Reply[]): Reply[] {
  const find = (leader: string, moment: Moment) => all.find((reply) => reply.leader === leader && reply.moment === moment);
  return all.flatMap((reply) => {
    if (reply.moment !== 'then' && reply.moment !== 'now') return [];
    const other = find(reply.leader, reply.moment === 'then' ? 'now' : 'then')?.answers ?? {};
    const answers = Object.fromEntries(Object.entries(reply.answers).filter(([item]) => other[item]?.length));
    return [{ ...reply, answers }];
  });
}
