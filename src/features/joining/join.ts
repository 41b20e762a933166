// Somebody joins a programme, comes back to it, or changes what they have said of themselves: all three are the same form.
import { stamp } from '../../platform/clock.ts';
import { transact } from '../../platform/db/transact.ts';
import { lookUp, type Person } from '../../platform/slack/people.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Programme } from '../founding/programmes.ts';
import type { Faults } from '../founding/settings-form.ts';
import { type Eligible, eligible } from './eligible.ts';
import type { Leader } from './leaders.ts';
import * as leaders from './leaders.ts';
import { FIELD, type ProfileWish } from './profile-form.ts';
import * as reminders from './rosters/reminders.ts';
import * as rosterEntries from './rosters/roster-entries.ts';
import { sealWishes } from './wishes.ts';

export interface Joining {
  programme: Programme;
  user: string;
  wish: ProfileWish;
}

export type Joined =
  | { ok: true; how: 'joined' | 'back' | 'changed'; leader: Leader }
  | { ok: false; because: Exclude<Eligible, { ok: true }>['because'] }
  | { ok: false; because: 'people'; faults: Faults };

/** Saves what a person says of themselves. Whoever is not in the programme is in it afterwards; what stood before is replaced. */
export async function join(tools: Tools, joining: Joining): Promise<Joined> {
  const may = await eligible(tools, joining.programme, joining.user);
  if (!may.ok) return may;
  const faults = await peopleFaults(tools, joining.wish);
  if (Object.keys(faults).length > 0) return { ok: false, because: 'people', faults };
  const now = tools.now();
  return transact(tools.db, async (tx): Promise<Joined> => {
    const before = await leaders.find(tx, joining.programme.id, joining.user);
    const place = before ?? newPlace(tools, joining, stamp(now));
    const back = before?.leftAt
      ? { ...place, joinedAt: stamp(now), leftAt: null, leftBecause: null, pausedAt: null, pausedUntil: null }
      : place;
    const said = { ...back, ...profileOf(joining.wish, may.person, place) };
    const leader = { ...said, privateSealed: await sealWishes(tools, tx, said, joining.wish.wishes) };
    if (before) await leaders.change(tx, leader, now);
    else await leaders.add(tx, leader, now);
    if (before && !before.leftAt) return { ok: true, how: 'changed', leader };
    await reminders.withdraw(tools, tx, { programme: joining.programme.id, user: joining.user }, now);
    if (may.person.email) await rosterEntries.link(tx, joining.programme.id, may.person.email, joining.user);
    return { ok: true, how: before ? 'back' : 'joined', leader };
  });
}

function newPlace(
  { newId, workspace }: Tools,
  { programme, user }: Joining,
  joinedAt: string,
): Omit<Leader, keyof ReturnType<typeof profileOf>> & Pick<Leader, 'managerEmail'> {
  return {
    id: newId(),
    workspace,
    programme: programme.id,
    user,
    managerEmail: null,
    sendWeekday: null,
    sendTime: null,
    privateSealed: null,
    joinedAt,
    pausedAt: null,
    pausedUntil: null,
    leftAt: null,
    leftBecause: null,
  };
}

/** A manager named in the form takes the place of one known by address only. */
function profileOf({ wishes: _, ...wish }: ProfileWish, { name, email }: Person, place: Pick<Leader, 'managerEmail'>) {
  return { ...wish, name, email, managerEmail: wish.manager ? null : place.managerEmail };
}

/** Whom the person names has to be somebody who could take part; whom they would rather not meet is nobody's business. */
async function peopleFaults(tools: Tools, { manager, wishes }: ProfileWish): Promise<Faults> {
  const [boss, ...welcomed] = await Promise.all([manager, ...wishes.welcomes].map((user) => (user ? lookUp(tools, user) : undefined)));
  const faults: Faults = {};
  if (boss?.kind === 'bot') faults[FIELD.manager] = { id: 'joining.wrong.manager.bot', blanks: {} };
  const odd = welcomed.find((each) => each && each.kind !== 'member');
  if (odd) faults[FIELD.welcomes] = { id: 'joining.wrong.welcomes.cannot', blanks: { name: odd.name } };
  return faults;
}
