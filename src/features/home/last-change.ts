// When something last changed that many people see on their Home, whoever did it.
import type { Tools } from '../../platform/tools.ts';

type Here = Pick<Tools, 'db' | 'workspace'>;

/** When organisers, or the bot by itself, last changed something that many people see: rounds, settings, pairs, forums, teams. Empty where never. */
export async function lastChange({ db, workspace }: Here): Promise<string> {
  const audit = db
    .selectFrom('audit')
    .select(({ fn }) => fn.max<string | null>('at').as('at'))
    .where('workspace', '=', workspace);
  const settled = db
    .selectFrom('rematch')
    .select(({ fn }) => fn.max('settled_at').as('at'))
    .where('workspace', '=', workspace);
  const rounds = db.selectFrom('round').where('workspace', '=', workspace);
  const approved = rounds.select(({ fn }) => fn.max('approved_at').as('at'));
  const closed = rounds.select(({ fn }) => fn.max('closed_at').as('at'));
  // Somebody left a pair, or was forgotten: then there is no name any more by which their partners could be found.
  const ended = db
    .selectFrom('pair_leader')
    .select(({ fn }) => fn.max('ended_at').as('at'))
    .where('workspace', '=', workspace);
  const pairs = audit.unionAll(settled).unionAll(approved).unionAll(closed).unionAll(ended);
  const groups = (['offered_at', 'began_at', 'ended_at'] as const).map((column) => lastOf({ db, workspace }, 'forum', column));
  const begun = (['began_at', 'ended_at'] as const).map((column) => lastOf({ db, workspace }, 'team', column));
  const all = await [...groups, ...begun].reduce((known, one) => known.unionAll(one), pairs).execute();
  return all.reduce((last, { at }) => (at !== null && at > last ? at : last), '');
}

function lastOf({ db, workspace }: Here, table: 'forum' | 'team', column: 'offered_at' | 'began_at' | 'ended_at') {
  const { ref } = db.dynamic;
  return db
    .selectFrom(table)
    .select(({ fn }) => fn.max<string | null>(ref(column)).as('at'))
    .where('workspace', '=', workspace);
}
