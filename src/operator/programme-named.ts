// The programme that somebody at the terminal means: by its name, its channel or its id, or the only one there is.
import type { Programme } from '../features/founding/programmes.ts';
import * as programmes from '../features/founding/programmes.ts';
import type { Db } from '../platform/tools.ts';
import { Failed, WrongUse } from './command-line.ts';

/** Throws `WrongUse` with the names there are, where it is not clear which. */
export async function programmeNamed(db: Db, wanted: string | undefined): Promise<Programme> {
  const workspaces = await db.selectFrom('programme').select('workspace').distinct().execute();
  const all = (await Promise.all(workspaces.map(({ workspace }) => programmes.all(db, workspace)))).flat();
  if (all.length === 0) throw new Failed('There is no programme yet. Found one in Slack: /coachingpairs found, in its channel.');
  const fits = ({ id, channel, name }: Programme) =>
    wanted === undefined || id === wanted || channel === wanted || name.toLowerCase() === wanted.trim().toLowerCase();
  const [found, ...more] = all.filter(fits);
  if (found && more.length === 0) return found;
  const names = all.map(({ name, channel }) => `  ${name} (${channel})`).join('\n');
  const why =
    wanted === undefined ? 'There are several programmes' : found ? `Several are called "${wanted}"` : `None is called "${wanted}"`;
  throw new WrongUse(`${why}. Choose one with --programme, by its name or its channel:\n${names}`);
}
