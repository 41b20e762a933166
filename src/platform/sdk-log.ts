// The logger that Slack's own packages are given. At DEBUG they write whole messages, so here DEBUG does not exist; of the rest only the
// fixed beginning of a sentence and an error's code are passed on.
import type { Logger, LogLevel } from '@slack/logger';
import { faultFields, type Log, type LogFields } from './log.ts';

const INFO = 'info' as LogLevel;

/** A logger for Bolt, the Web API client and the Socket Mode client. `setLevel` is ignored: nobody can turn the bodies on. */
export function sdkLog(log: Log): Logger {
  return {
    debug: () => {},
    info: (...said) => log.debug(sentence(said), fields(said)),
    warn: (...said) => log.warn(sentence(said), fields(said)),
    error: (...said) => log.error(sentence(said), fields(said)),
    setLevel: () => {},
    getLevel: () => INFO,
    setName: () => {},
  };
}

/** Everything up to the first place where a value could stand. */
function sentence(said: readonly unknown[]): string {
  const first = said.find((part) => typeof part === 'string') ?? '';
  const fixed = /^[A-Za-z][A-Za-z ,.'-]{0,100}/.exec(String(first))?.[0].trim();
  return `Slack's client: ${fixed || 'an error'}`;
}

function fields(said: readonly unknown[]): LogFields {
  const fault = said.find((part) => part instanceof Error);
  if (fault) return faultFields(fault);
  const code = said.map((part) => /\berror: ([a-z_]{3,60})\b/.exec(String(part))?.[1]).find(Boolean);
  return code ? { code } : {};
}
