// What the operator reads: one JSON object a line on standard error. Only the fields named here ever reach a line, and only as ids, codes
// and numbers: a message, a note or a name cannot slip in by accident, not even inside an error.
import pino from 'pino';

/** Fields that may be logged: ids, counts, codes and durations; never text that a person wrote. */
export interface LogFields {
  programme?: string;
  round?: string;
  /** The mark of a letter’s key, never the key itself: it holds the ids of people. */
  key?: string;
  kind?: string;
  lane?: string;
  method?: string;
  code?: string;
  stream?: string;
  count?: number;
  attempt?: number;
  ms?: number;
  port?: number;
  until?: string;
  reference?: string;
  scope?: string;
  action?: string;
  version?: string;
  stack?: string;
}

/** `event` is a fixed sentence in the code, never built from input. */
export interface Log {
  debug: (event: string, fields?: LogFields) => void;
  info: (event: string, fields?: LogFields) => void;
  warn: (event: string, fields?: LogFields) => void;
  error: (event: string, fields?: LogFields) => void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

const TEXT_FIELDS = [
  'programme',
  'round',
  'key',
  'kind',
  'lane',
  'method',
  'code',
  'stream',
  'until',
  'reference',
  'scope',
  'action',
  'version',
] as const;
const NUMBER_FIELDS = ['count', 'attempt', 'ms', 'port'] as const;

/** Ids, codes, instants and lists of scopes look like this; sentences and names do not. */
const CODE = /^[\w.:@/+,~-]{1,200}$/;
const TOKEN = /xox[a-z]-|xapp-/i;

/** A log at `level` that writes to standard error, or to `write` line by line. Writing is synchronous: the last line before a crash is there. */
export function openLog(level: LogLevel, write?: (line: string) => void): Log {
  const target = write ? { write } : pino.destination({ dest: 2, sync: true });
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    target,
  );
  return {
    debug: (event, fields) => logger.debug(allowed(fields), event),
    info: (event, fields) => logger.info(allowed(fields), event),
    warn: (event, fields) => logger.warn(allowed(fields), event),
    error: (event, fields) => logger.error(allowed(fields), event),
  };
}

/** What a thrown value may say in a log: its code and where it happened, never its message, which may quote what somebody wrote. */
export function faultFields(fault: unknown): LogFields {
  const { data, code, name, stack } = Object(fault) as { data?: { error?: unknown }; code?: unknown; name?: unknown; stack?: unknown };
  const said = [data?.error, code, name].find((value) => typeof value === 'string');
  return { code: said ? String(said) : 'unknown', ...(typeof stack === 'string' ? { stack } : {}) };
}

function allowed(fields: LogFields = {}): LogFields {
  const kept: Record<string, string | number> = {};
  for (const name of TEXT_FIELDS) {
    const value: unknown = fields[name];
    if (value !== undefined) kept[name] = typeof value === 'string' && CODE.test(value) && !TOKEN.test(value) ? value : '(withheld)';
  }
  for (const name of NUMBER_FIELDS) {
    const value: unknown = fields[name];
    if (typeof value === 'number') kept[name] = value;
  }
  if (typeof fields.stack === 'string') kept.stack = places(fields.stack);
  return kept;
}

/** The lines of a stack that name a place in the code; the message above them is left out. */
function places(stack: string): string {
  const lines = stack.split('\n').filter((line) => /^\s+at [^\s].*(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/.test(line));
  return lines
    .slice(0, 12)
    .map((line) => line.trim().slice(0, 200))
    .join('\n');
}
