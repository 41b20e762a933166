// A programme with leaders and open forums in it, put there at once, for tests of what becomes of their places.
import type { Programme } from '../../../../src/features/founding/programmes.ts';
import type { Forum } from '../../../../src/features/gathering/forums/forums.ts';
import { offerForum } from '../../../../src/features/gathering/forums/offer.ts';
import { signedUp } from '../../../../src/features/gathering/forums/seats.ts';
import { takePlace } from '../../../../src/features/gathering/forums/take-place.ts';
import type { Leader } from '../../../../src/features/joining/leaders.ts';
import type { Ground } from '../../coaching/ground.ts';

export interface Wanted {
  day?: string;
  time?: string;
  places?: number;
}

/** Offers a forum in the name of a leader; 4 February 2027 at two, unless another day is wanted. */
export async function offered(ground: Ground, programme: Programme, by: Leader, wanted: Wanted = {}): Promise<Forum> {
  const who = { user: by.user, programme, leader: by, organiser: false, zone: by.timeZone };
  const { day = '2027-02-04', time = '14:00', places = 4 } = wanted;
  const done = await offerForum(ground.tools, who, { id: ground.tools.newId(), day, time, places });
  if (!done.ok) throw new Error(done.because);
  return done.forum;
}

/** Each asks for a place, one moment after the other. */
export async function comes(ground: Ground, forum: Forum, people: readonly Leader[]): Promise<string[]> {
  const said: string[] = [];
  for (const { user } of people) {
    ground.clock.now = ground.clock.now.add({ seconds: 1 });
    const taken = await takePlace(ground.tools, { user, forum: forum.id });
    said.push(taken.ok ? 'ok' : taken.because);
  }
  return said;
}

/** Who sits and who waits, by name, as it stands. */
export async function standing(ground: Ground, forum: Forum): Promise<{ seated: string; waiting: string }> {
  const { seated, waiting } = await signedUp(ground.tools.db, forum);
  const names = (seats: readonly { name: string }[]) => seats.map(({ name }) => name).join(' ');
  return { seated: names(seated), waiting: names(waiting) };
}
