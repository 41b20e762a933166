// The settings, and the only place that reads the environment. Everything missing or wrong is told at once, in words, with where to get it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type Keyring, parseKeyring } from './keyring.ts';
import type { LogLevel } from './log.ts';
import type { Problem, SettingName } from './settings-table.ts';

export interface Settings {
  botToken: string;
  /** There in Socket Mode. */
  appToken: string | undefined;
  /** There in HTTP mode. */
  signingSecret: string | undefined;
  /** Another address for Slack's Web API, for trying things out; ends with a slash. */
  apiUrl: string | undefined;
  mode: 'socket' | 'http';
  databaseUrl: string | undefined;
  keyring: Keyring;
  organisers: string[];
  /** Another folder with the words; the program's own when missing. */
  contentDir: string | undefined;
  /** Where health (and, in HTTP mode, Slack) is answered; nowhere when missing. */
  port: number | undefined;
  logLevel: LogLevel;
}

export type Read<N extends keyof Settings> = { ok: true; settings: Pick<Settings, N> } | { ok: false; problems: Problem[] };

export type Environment = Readonly<Record<string, string | undefined>>;

const MISSING = 'is missing';

/** What the process was given, over what stands in `.env` in `folder`. */
export function environment(folder: string): Environment {
  const file = join(folder, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** Reads the wanted settings, or says everything that is wrong with them. An empty value counts as none. */
export function readSettings<N extends keyof Settings>(env: Environment, wanted: readonly N[]): Read<N> {
  const given = (name: SettingName): string | undefined => env[name]?.trim() || undefined;
  const problems: Problem[] = [];
  const settings: Partial<Settings> = {};
  for (const name of wanted) {
    const result = readers[name](given);
    if (result.success) settings[name] = result.data as never;
    else problems.push(...result.problems);
  }
  return problems.length === 0 ? { ok: true, settings: settings as Pick<Settings, N> } : { ok: false, problems };
}

type Given = (name: SettingName) => string | undefined;
type Result<T> = { success: true; data: T } | { success: false; problems: Problem[] };

const readers: { [N in keyof Settings]: (given: Given) => Result<Settings[N]> } = {
  botToken: (given) => check('SLACK_BOT_TOKEN', token('xoxb-', given), given),
  appToken: (given) => check('SLACK_APP_TOKEN', inMode('socket', given) ? token('xapp-', given) : z.string().optional(), given),
  signingSecret: (given) =>
    check('SLACK_SIGNING_SECRET', inMode('http', given) ? z.string({ error: MISSING }) : z.string().optional(), given),
  apiUrl: (given) =>
    check(
      'SLACK_API_URL',
      z
        .url({ protocol: /^https?$/, error: 'is not a web address' })
        .transform(withSlash)
        .optional(),
      given,
    ),
  mode: (given) => check('SLACK_MODE', z.enum(['socket', 'http'], { error: 'is neither socket nor http' }).default('socket'), given),
  databaseUrl: (given) =>
    check('DATABASE_URL', z.string().refine(isPlace, { error: 'is neither a file nor a postgres:// address' }).optional(), given),
  keyring: readKeys,
  organisers: (given) =>
    check(
      'ORGANISERS',
      z
        .string()
        .default('')
        .transform(words)
        .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]{2,}$/, notAPerson))),
      given,
    ),
  contentDir: (given) => check('CONTENT_DIR', z.string().refine(isFolder, { error: 'is not a folder' }).optional(), given),
  port: (given) => check('PORT', z.coerce.number().int().min(0).max(65535).optional(), given, 'is not a number from 0 to 65535'),
  logLevel: (given) =>
    check('LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error'], { error: 'is none of debug, info, warn, error' }).default('info'), given),
};

const notAPerson = { error: 'holds something that is not a Slack member id (like U012AB3CD)' };

function check<T>(setting: SettingName, schema: z.ZodType<T>, given: Given, always?: string): Result<T> {
  const result = schema.safeParse(given(setting));
  if (result.success) return { success: true, data: result.data };
  return { success: false, problems: [{ setting, wrong: always ?? result.error.issues[0]?.message ?? 'is wrong' }] };
}

/** A server that is not Slack may name its tokens as it likes. */
function token(prefix: string, given: Given): z.ZodType<string> {
  const any = z.string({ error: MISSING }).regex(/^[\x21-\x7e]+$/, 'holds characters that no token has');
  return given('SLACK_API_URL') ? any : any.startsWith(prefix, `does not begin with ${prefix}, so it is another kind of token`);
}

function inMode(mode: Settings['mode'], given: Given): boolean {
  return (given('SLACK_MODE') ?? 'socket') === mode;
}

function readKeys(given: Given): Result<Keyring> {
  const file = given('ENCRYPTION_KEYS_FILE');
  const setting = file ? 'ENCRYPTION_KEYS_FILE' : 'ENCRYPTION_KEYS';
  const wrong = (sentence: string): Result<Keyring> => ({ success: false, problems: [{ setting, wrong: sentence }] });
  if (file && given('ENCRYPTION_KEYS')) return wrong('is set beside ENCRYPTION_KEYS; only one of the two may be');
  if (file && !existsSync(file)) return wrong('names a file that does not exist');
  const text = file ? readFileSync(file, 'utf8') : given('ENCRYPTION_KEYS');
  if (!text) return wrong(MISSING);
  const parsed = parseKeyring(text);
  return parsed.ok ? { success: true, data: parsed.keyring } : wrong(`is wrong: ${parsed.because}`);
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function words(list: string): string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}

function isPlace(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^(postgres(ql)?|file):\/\//.test(url);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
