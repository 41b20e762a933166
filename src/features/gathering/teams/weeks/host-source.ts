// What the leader who hosts a team hears while a round of theirs runs: decided about together with everything else that would reach them unasked.
import { isBefore } from '../../../../platform/clock.ts';
import type { Source, Wish } from '../../../coaching/contacts/source.ts';
import * as pauseWeeks from '../../../founding/pause-weeks.ts';
import * as teams from '../teams.ts';
import { HOST_PARTS } from './calendar.ts';
import { hostBody, openParts } from './host-parts.ts';
import { HOST } from './scene.ts';

export const hostSource: Source = {
  kind: HOST,
  wishes: async ({ db, workspace }, { programme, tables }, until) => {
    const hosted = (await teams.open(db, workspace)).filter((team) => team.programme === programme.id);
    if (hosted.length === 0) return [];
    const rests = await pauseWeeks.of(db, programme.id);
    const wishes: Wish[] = [];
    for (const team of hosted) {
      const seat = tables.flatMap(({ seats }) => seats).find(({ leader, gone }) => leader === team.leader && gone === undefined);
      if (!seat) continue;
      for (const { part, slot, ...about } of await openParts(db, team, rests)) {
        const wish = { to: [seat], subject: team.id, period: part, fortnight: 0, ...about, ...slot };
        if (isBefore(slot.due, until)) wishes.push({ ...wish, ...(part === 'end' && { ends: true }) });
      }
    }
    return wishes;
  },
  write: async (tools, tx, { wish }) => {
    const team = await teams.byId(tx, tools.workspace, wish.subject);
    const part = HOST_PARTS.find((each) => each === wish.period);
    return team && part ? hostBody(tools.content, team, part) : { off: 'ended' };
  },
};
