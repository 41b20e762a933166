// A real PostgreSQL server for the length of a test, where the machine has its binaries: in a folder of its own, on a free port of this
// machine. PostgreSQL refuses to run as root, so a root process starts it as another account.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  url: string;
  stop: () => void;
}

/** The folder of the server's binaries; `undefined` where there are none. */
export function postgresBinaries(): string | undefined {
  const said = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((name) => `/usr/lib/postgresql/${name}/bin`)
    : [];
  return [said, ...versions].find((folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

export async function startPostgres(binaries: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const account = process.getuid?.() === 0 ? lesserAccount() : undefined;
  if (account) chownSync(folder, account.uid, account.gid);
  const port = await freePort();
  const options = { ...account, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(binaries, 'initdb'), ['-D', join(folder, 'data'), '-U', 'coaching', '-A', 'trust', '-E', 'UTF8', '--no-sync'], options);
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  const control = (...words: string[]) => execFileSync(join(binaries, 'pg_ctl'), ['-D', join(folder, 'data'), '-w', ...words], options);
  control('-o', settings, 'start');
  return {
    url: `postgres://coaching@127.0.0.1:${port}/postgres`,
    stop: () => {
      control('-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function lesserAccount(): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((option) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' })));
  return { uid: uid as number, gid: gid as number };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
