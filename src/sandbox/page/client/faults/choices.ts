// What may be ordered to go wrong, in words: for calls of the bot, and for what Slack tells it.
import type { Fault, Orders, Times } from './ask.ts';

export interface Choice<Value> {
  label: string;
  value: Value;
}

const codes = ['channel_not_found', 'is_archived', 'not_in_channel', 'account_inactive', 'invalid_auth', 'missing_scope', 'internal_error'];

export const callFaults: readonly Choice<Fault>[] = [
  { label: 'The answer is lost; Slack has done it', value: { kind: 'lost', posted: true } },
  { label: 'The line breaks before Slack reads it', value: { kind: 'lost', posted: false } },
  { label: 'Too fast: wait 30 seconds (429)', value: { kind: 'ratelimited', retryAfter: 30 } },
  { label: 'Error 503; nothing is done', value: { kind: 'status', status: 503, posted: false } },
  { label: 'Error 500; Slack has done it', value: { kind: 'status', status: 500, posted: true } },
  { label: 'The answer cannot be read; Slack has done it', value: { kind: 'garbage', posted: true } },
  { label: 'It takes half a minute', value: { kind: 'late', ms: 30_000 } },
  ...codes.map((code) => ({ label: `Refused: ${code}`, value: { kind: 'error', code, posted: code === 'internal_error' } })),
];

export const methods: readonly Choice<string>[] = [
  { label: 'to post a message (chat.postMessage)', value: 'chat.postMessage' },
  { label: 'to change a message (chat.update)', value: 'chat.update' },
  { label: 'to look into a conversation (conversations.history)', value: 'conversations.history' },
  { label: 'to open a conversation (conversations.open)', value: 'conversations.open' },
  { label: 'to open a form (views.open)', value: 'views.open' },
  { label: 'to draw Home (views.publish)', value: 'views.publish' },
  { label: 'to ask about a person (users.info)', value: 'users.info' },
  { label: 'of any kind', value: '*' },
];

export const eventFaults: readonly Choice<Fault>[] = [
  { label: 'It arrives twice', value: { kind: 'duplicate', copies: 1, newId: false } },
  { label: 'It arrives three times, under three names', value: { kind: 'duplicate', copies: 2, newId: true } },
  { label: 'It arrives a minute late', value: { kind: 'late', ms: 60_000 } },
  { label: 'It goes astray; Slack tells it again', value: { kind: 'missed' } },
  { label: 'It never arrives', value: { kind: 'never' } },
];

export const events: readonly Choice<string>[] = [
  { label: 'of a message', value: 'message' },
  { label: 'of Home being opened', value: 'app_home_opened' },
  { label: 'of any kind', value: '*' },
];

export const often: readonly Choice<Times>[] = [
  { label: 'once', value: 1 },
  { label: 'three times', value: 3 },
  { label: 'until told otherwise', value: 'always' },
];

/** What is ordered and has not happened yet, a sentence each. */
export function orderedWords({ calls, events: heard, presses }: Orders): string[] {
  const faultOf = (choices: readonly Choice<Fault>[], fault: Fault) =>
    choices.find(({ value }) => Object.entries(value).every(([name, held]) => fault[name] === held))?.label ?? String(fault.kind);
  const timesOf = (times: Times) => (times === 'always' ? 'until told otherwise' : times === 1 ? 'once' : `${times} times`);
  return [
    ...calls.map((one) => `The next call ${kindOf(methods, one.method)}, ${timesOf(one.times)}: ${faultOf(callFaults, one.fault)}.`),
    ...heard.map((one) => `The next news ${kindOf(events, one.event)}, ${timesOf(one.times)}: ${faultOf(eventFaults, one.fault)}.`),
    ...(presses > 0 ? ['The next press of a button reaches the bot twice.'] : []),
  ];
}

/** At which call the bot is to be killed. */
export function deathWords({ method, count }: { method: string; count: number }): string {
  return `The bot is killed at the ${NTH[count - 1] ?? `${count}th`} call from now ${kindOf(methods, method)}.`;
}

const NTH = ['first', 'second', 'third'];

function kindOf(choices: readonly Choice<string>[], kind: string): string {
  return choices.find(({ value }) => value === kind)?.label ?? kind;
}
