// `coachingpairs doctor`: looks at everything the bot needs and says for each what to do. It changes nothing, and the bot may be running.
import { existsSync } from 'node:fs';
import { environment, readSettings, type Settings } from '../platform/config.ts';
import { ContentFaults, loadContent } from '../platform/content/load.ts';
import { verifyFile } from '../platform/db/backup.ts';
import { placeOf } from '../platform/db/open.ts';
import { pendingIn, read } from '../platform/db/open-reading.ts';
import { Refused } from '../platform/db/refused.ts';
import { lookAtFile } from '../platform/db/sqlite-file.ts';
import { compareKeys } from '../platform/key-check.ts';
import { faultFields } from '../platform/log.ts';
import { type Problem, settingsTable } from '../platform/settings-table.ts';
import { exitCodes, give, type Real, readArgs } from './command-line.ts';
import { dataFolder } from './database.ts';
import { everySetting } from './every-setting.ts';
import { describeFindings, type Finding } from './findings.ts';
import { checkSlack } from './slack-checks.ts';

export async function doctor(args: string[], real: Real): Promise<number> {
  const { values } = readArgs(args, { json: { type: 'boolean' } });
  const env = environment(process.cwd());
  const all = readSettings(env, everySetting);
  const findings = all.ok ? [{ what: 'Settings', good: true, told: 'are complete' }] : all.problems.map(settingFinding);
  const slack = readSettings(env, ['botToken', 'appToken', 'apiUrl', 'mode']);
  if (slack.ok) findings.push(...(await checkSlack(slack.settings, real)));
  const storage = readSettings(env, ['databaseUrl']);
  const keys = readSettings(env, ['keyring']);
  if (storage.ok) findings.push(...(await checkDatabase(storage.settings.databaseUrl, keys.ok ? keys.settings : undefined)));
  const words = readSettings(env, ['contentDir']);
  if (words.ok) findings.push(checkContent(words.settings.contentDir));
  const good = findings.every((finding) => finding.good);
  give(values.json, { good, findings }, describeFindings(findings));
  return good ? exitCodes.good : exitCodes.failed;
}

function settingFinding({ setting, wrong }: Problem): Finding {
  return {
    what: setting,
    good: false,
    told: wrong,
    todo: `${settingsTable[setting].purpose} Where to get it: ${settingsTable[setting].where}`,
  };
}

async function checkDatabase(url: string | undefined, keys: Pick<Settings, 'keyring'> | undefined): Promise<Finding[]> {
  const place = placeOf({ url, folder: dataFolder });
  if (place.kind === 'sqlite' && !existsSync(place.file)) {
    const expected = async () => {
      lookAtFile(place.file);
      return ` (${place.file})`;
    };
    return [await tried('Database', 'will be made at the first start', expected)];
  }
  const sound = await tried('Database', 'is sound', async () => {
    if (place.kind === 'sqlite') verifyFile(place.file);
    const pending = await pendingIn(place);
    return pending === 0 ? '' : `; ${pending} migrations will be applied at the next start`;
  });
  if (!keys || !sound.good) return [sound];
  const fit = await tried('Keys', 'open what is sealed in the database', () =>
    read(place, (db) => compareKeys(db, keys.keyring)).then(() => ''),
  );
  return [sound, fit];
}

function checkContent(folder: string | undefined): Finding {
  try {
    loadContent(folder);
    return { what: 'Words', good: true, told: 'are complete' };
  } catch (fault) {
    if (!(fault instanceof ContentFaults)) throw fault;
    return {
      what: 'Words',
      good: false,
      told: `have ${fault.faults.length} faults: ${fault.faults.join('; ')}`,
      todo: 'Put them right in CONTENT_DIR.',
    };
  }
}

/** Runs a check that throws a sentence when something is wrong and returns what to add when not. */
async function tried(what: string, told: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { what, good: true, told: `${told}${await check()}` };
  } catch (fault) {
    if (fault instanceof Refused) return { what, good: false, told: 'cannot be used', todo: fault.message };
    return {
      what,
      good: false,
      told: `cannot be checked (${faultFields(fault).code})`,
      todo: 'Try again; if it stays so, start the bot and read its log.',
    };
  }
}
