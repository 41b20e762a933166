// Whom the last messages of a round are about: the reader, whoever else is still in their pair, and whom of them the reader introduces. Pure.
import type { Running, Seat } from '../../coaching/contacts/source.ts';
import { sayList } from '../../founding/words.ts';
import { introducedBy } from './plan.ts';
import type { LastWords } from './scheduled-views.ts';

/** Nothing where nobody else is left in the pair. */
export function lastWords({ programme, round, tables }: Running, seat: Seat): LastWords | undefined {
  const table = tables.find(({ pair }) => pair === seat.pair);
  const here = (table?.seats ?? []).filter(({ gone }) => gone === undefined);
  const partners = here.filter(({ leader }) => leader !== seat.leader);
  if (partners.length === 0) return undefined;
  const introduces = introducedBy(seat.leader, here);
  return {
    ...{ programme: programme.id, pair: seat.pair, round: round.id, leader: seat.leader, name: seat.name },
    partner: sayList(partners.map(({ name }) => name)),
    partners: partners.map(({ leader, name }) => ({ leader, name })),
    ...(introduces && { introduces: { leader: introduces.leader, name: introduces.name } }),
  };
}
