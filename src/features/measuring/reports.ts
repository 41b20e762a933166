// The table `report`: what was reported of a round, half way and at its end, as it was worked out once.
import type { Temporal } from 'temporal-polyfill';
import { stamp } from '../../platform/clock.ts';
import type { Db, Tools, Tx } from '../../platform/tools.ts';
import { type Figures, figuresSchema, type Moment } from './figures.ts';

export interface Report {
  id: string;
  programme: string;
  round: string;
  /** The round's number. */
  number: number;
  moment: Moment;
  figures: Figures;
  /** An instant as `stamp` writes it. */
  publishedAt: string;
}

/** Saves a report and returns its id; nothing where one stands already for this round and moment. */
export async function add(
  { workspace, newId }: Pick<Tools, 'workspace' | 'newId'>,
  tx: Tx,
  { programme, round, moment, figures }: Pick<Report, 'programme' | 'round' | 'moment' | 'figures'>,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('report')
    .values({ id: newId(), workspace, programme, round, moment, figures: JSON.stringify(figures), published_at: stamp(now) })
    .onConflict((conflict) => conflict.columns(['round', 'moment']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function byId(db: Db | Tx, workspace: string, id: string): Promise<Report | undefined> {
  const row = await standing(db).where('report.workspace', '=', workspace).where('report.id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Every report of a programme, the latest first. */
export async function ofProgramme(db: Db | Tx, programme: string): Promise<Report[]> {
  const rows = await standing(db)
    .where('report.programme', '=', programme)
    .orderBy('round.number', 'desc')
    .orderBy('report.published_at', 'desc')
    .orderBy('report.moment')
    .execute();
  return rows.map(fromRow);
}

export async function find(db: Db | Tx, round: string, moment: Moment): Promise<Report | undefined> {
  const row = await standing(db).where('report.round', '=', round).where('report.moment', '=', moment).executeTakeFirst();
  return row && fromRow(row);
}

/** Of a round that was undone nothing is reported. */
function standing(db: Db | Tx) {
  return db
    .selectFrom('report')
    .innerJoin('round', 'round.id', 'report.round')
    .select(['report.id', 'report.programme', 'report.round', 'report.moment', 'report.figures', 'report.published_at', 'round.number'])
    .where('round.undone_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number];

function fromRow({ id, programme, round, number, moment, figures, published_at }: Row): Report {
  const kept = figuresSchema.parse(JSON.parse(figures));
  return { id, programme, round, number, moment: moment as Moment, figures: kept, publishedAt: published_at };
}
