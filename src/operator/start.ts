// `coachingpairs start`: the bot for real. Everything that can be wrong is found before Slack is told that we are there.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AppSettings, openApp } from '../app.ts';
import type { Settings } from '../platform/config.ts';
import { type Content, ContentFaults, loadContent } from '../platform/content/load.ts';
import { type Database, openDatabase } from '../platform/db/open.ts';
import { exitCodes as refusedCodes } from '../platform/db/refused.ts';
import type { Trouble } from '../platform/db/trouble.ts';
import { faultFields, type Log, openLog } from '../platform/log.ts';
import { openThread, type Thread } from '../platform/thinking/thread.ts';
import { openVault } from '../platform/vault.ts';
import { exitCodes, Failed, type Real, readArgs, settingsFor } from './command-line.ts';
import { dataFolder } from './database.ts';
import { everySetting } from './every-setting.ts';
import { openHealth, type Patient, respondHealth } from './health.ts';
import { keepHouse } from './housekeeping.ts';
import { refusedApp, refusedBot } from './slack-says-no.ts';
import { listenForTheEnd, type Reason, type StopSignal } from './stop-signal.ts';

const HTTP_PORT = 3000;

export async function start(args: string[], real: Real): Promise<number> {
  readArgs(args, {});
  const settings = settingsFor(everySetting);
  const log = openLog(settings.logLevel);
  const end = listenForTheEnd(log);
  const content = words(settings.contentDir);
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: dataFolder,
    now: real.now,
    version: real.version,
    log,
    onTrouble: end.stop,
  });
  const thread = openThread({ entry: real.thread });
  const reason = await run({ settings, real, log, content, database, thread, end }).catch(async (fault) => {
    await database.close();
    throw fault;
  });
  if (reason === 'damaged' || reason === 'disk') return giveUp(reason, log);
  await database.close();
  log.info('Stopped');
  return reason === 'asked' ? exitCodes.good : exitCodes.failed;
}

/** The database stays as it is, with its log: the next start takes from it what was saved. */
function giveUp(trouble: Trouble, log: Log): number {
  if (trouble === 'damaged') {
    log.error('The database is damaged: stopped, and nothing more is sent. Restore a backup');
    return refusedCodes.damaged;
  }
  log.error('The database could not be read or written: stopped, and nothing more is sent. Look at the disk, then start again');
  return refusedCodes.unusable;
}

interface Parts {
  settings: Settings;
  real: Real;
  log: Log;
  content: Content;
  database: Database;
  thread: Thread;
  end: StopSignal;
}

async function run(parts: Parts): Promise<Reason> {
  const { settings, real, log, database, thread, end } = parts;
  let isConnected = () => false;
  const patient: Patient = { db: database.db, now: real.now, isConnected: () => isConnected() };
  const health = settings.mode === 'socket' && settings.port !== undefined ? await healthAt(patient, settings.port, log) : undefined;
  const opened = await openApp(await appSettings(parts, patient));
  if (!opened.ok) throw new Failed(refusedBot(opened.error));
  const app = opened.value;
  isConnected = app.isConnected;
  const accepted = real.now();
  const started = await app.start();
  if (!started.ok) throw new Failed(refusedApp(started.error, settings));
  const leaveHouse = keepHouse(database, log);
  log.info('Ready', { ms: real.now().epochMilliseconds - accepted.epochMilliseconds, version: real.version });
  const reason = await end.reason;
  log.info('Stopping: finishing what is under way');
  leaveHouse();
  await app.stop(reason === 'damaged' || reason === 'disk' ? 0 : undefined);
  await thread.close();
  health?.close();
  return reason;
}

async function appSettings({ settings, real, log, content, database, thread }: Parts, patient: Patient): Promise<AppSettings> {
  const { db, boot, kind } = database;
  const { now, random, newId } = real;
  const vault = await openVault(db, settings.keyring, real);
  return {
    token: settings.botToken,
    slackApiUrl: settings.apiUrl,
    boot,
    alone: kind === 'sqlite',
    door: door(settings, patient),
    tools: { organisers: settings.organisers, db, content, vault, log, think: thread.think, now, random, newId },
  };
}

/** In HTTP mode health is answered where Slack is. The settings have been checked: what a mode needs is there. */
function door({ mode, appToken = '', signingSecret = '', port = HTTP_PORT }: Settings, patient: Patient): AppSettings['door'] {
  if (mode === 'socket') return { mode, appToken };
  const handler = (request: IncomingMessage, response: ServerResponse) => void respondHealth(patient, request, response);
  const routes = ['/livez', '/readyz'].map((path) => ({ path, method: ['GET', 'HEAD'], handler }));
  return { mode, signingSecret, port, routes };
}

async function healthAt(patient: Patient, port: number, log: Log): Promise<Server> {
  try {
    const server = await openHealth(patient, port);
    log.info('Health is answered', { port: (server.address() as AddressInfo).port });
    return server;
  } catch (fault) {
    throw new Failed(`Port ${port} cannot be used for health (${faultFields(fault).code}). Choose another PORT, or none.`);
  }
}

function words(folder: string | undefined): Content {
  try {
    return loadContent(folder);
  } catch (fault) {
    throw fault instanceof ContentFaults ? new Failed(fault.message) : fault;
  }
}
