// The record of calls as people read it: names for ids, a sentence for each line, and of each letter in trouble how often its readers got it.

import type { Ended, Noted, NotedCall, NotedEvent } from '../calls.ts';
import { markIn } from '../note-call.ts';
import type { SmallSlack } from '../small-slack.ts';
import type { Conversation } from '../world.ts';
import type { Account } from './account.ts';
import { count, endedWords, truthWords } from './words.ts';

export interface Line {
  n: number;
  at: string;
  what: Noted['what'];
  /** The method, or the event's type. */
  name: string;
  /** Whom or where it concerns, in words; may be empty. */
  about: string;
  said: string;
  truth?: string;
  /** Whether it went otherwise than it should. */
  isTrouble: boolean;
}

/** One line of the record; `kindOf` tells of a letter's mark what kind of letter it is. */
export function lineOf(slack: SmallSlack, one: Noted, kindOf: (mark: string) => string | undefined): Line {
  const base = { n: one.n, at: new Date(one.at).toISOString(), what: one.what };
  if (one.what === 'bot')
    return {
      ...base,
      name: 'bot',
      about: '',
      said: `The bot was ${one.did === 'killed' ? 'killed' : 'started again'}.`,
      isTrouble: one.did === 'killed',
    };
  if (one.what === 'log')
    return { ...base, name: 'log', about: '', said: `${one.event}${one.code ? ` (${one.code})` : ''}.`, isTrouble: one.level !== 'info' };
  if (one.what === 'event')
    return { ...base, name: one.type, about: aboutOf(slack, one), said: cameWords(one), isTrouble: one.came !== 'heard' };
  const truth = truthWords(one);
  const kind = one.mark === undefined ? undefined : kindOf(one.mark);
  return {
    ...base,
    name: one.method,
    about: aboutOf(slack, one),
    said: `${kind ? `Letter “${kind}”: ` : ''}${callWords(one.method, one.ended)}`,
    ...(truth && { truth }),
    isTrouble: one.ended.how !== 'answered',
  };
}

function callWords(method: string, ended: Ended): string {
  if (ended.how === 'answered') return method === 'chat.postMessage' ? endedWords(ended) : 'answered.';
  return endedWords(ended);
}

const CAME: Record<NotedEvent['came'], string> = {
  heard: 'the bot heard it.',
  again: 'came once more, and the bot heard it.',
  unheard: 'the bot did not hear it.',
  late: 'held up: it comes later.',
  missed: 'went astray: Slack tells the bot again.',
  never: 'lost for good.',
};

function cameWords({ came, retry }: NotedEvent): string {
  return retry === undefined ? CAME[came] : `told again, attempt ${retry}: ${CAME[came]}`;
}

function aboutOf(slack: SmallSlack, one: NotedCall | NotedEvent): string {
  const conversation = slack.world.conversations.get(one.channel ?? '');
  if (conversation && (one.what === 'call' || conversation.kind !== 'dm')) return placeName(slack, conversation);
  const users = one.what === 'call' ? one.users : [one.user ?? ''];
  return names(slack, users);
}

/** `#leadership`; the names of those in it, without the bot, for conversations that have no name. */
export function placeName(slack: SmallSlack, { kind, name, members }: Conversation): string {
  return kind === 'channel' || kind === 'private'
    ? `#${name}`
    : names(
        slack,
        members.filter((id) => id !== slack.world.app.botUser),
      );
}

function names(slack: SmallSlack, ids: readonly string[]): string {
  const known = ids.flatMap((id) => slack.world.people.get(id)?.name ?? []);
  return known.length < 2 ? known.join('') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
}

export interface Received {
  /** `Mei Tanaka`; `everyone in #leadership (24 people)`. */
  who: string;
  times: number;
}

/** How often each reader of a letter has it before them now. */
export function receivedOf(slack: SmallSlack, { marks, channel }: Account): Received[] {
  const { world } = slack;
  const found = [...world.conversations.values()].flatMap((place) => {
    const times = place.messages.filter(({ metadata }) => marks.includes(markIn(metadata) ?? '')).length;
    return times > 0 || place.id === channel ? [{ who: readers(slack, place), times }] : [];
  });
  return found;
}

function readers(slack: SmallSlack, place: Conversation): string {
  if (place.kind === 'dm' || place.kind === 'group') return placeName(slack, place);
  return `everyone in #${place.name} (${count(place.members.length - 1, 'person').replace('persons', 'people')})`;
}
