// Opens a PostgreSQL database: connect, migrate, count the start.
import { raiseBoot } from './boot.ts';
import { codeOf } from './fault-code.ts';
import { migrate } from './migrate.ts';
import { ownMigrations } from './migrations.ts';
import type { Database, Opening } from './open.ts';
import { kyselyOnPool, openPool, postgresGround } from './postgres.ts';
import { Refused } from './refused.ts';

export async function openPostgres(url: string, opening: Opening): Promise<Database> {
  const pool = openPool(url, opening.log);
  const db = kyselyOnPool(pool);
  try {
    const migrated = await migrate(db, postgresGround, { migrations: ownMigrations, ...opening });
    return {
      db,
      kind: 'postgres',
      boot: await raiseBoot(db, opening.now()),
      where: withoutPassword(url),
      migrated: migrated.length,
      checkpoint: () => {},
      backup: async () => {
        throw new Refused('unusable', 'PostgreSQL has its own backups: use pg_dump, or what your provider offers.');
      },
      close: () => db.destroy(),
    };
  } catch (fault) {
    await db.destroy();
    throw fault instanceof Refused ? fault : unreachable(fault, url);
  }
}

function withoutPassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host}${pathname}`;
}

/** A connection that could not be made, in the operator's words; any other fault as it is. */
export function unreachable(fault: unknown, url: string): unknown {
  const code = codeOf(fault);
  if (!/^(E[A-Z_]+|28\w{3}|3D000|08\w{3}|57P03|53300)$/.test(code)) return fault;
  return new Refused(
    'unusable',
    `${withoutPassword(url)} cannot be reached (${code}). Check DATABASE_URL, and whether the server is running.`,
  );
}
