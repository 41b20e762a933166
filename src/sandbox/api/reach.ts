// Which conversation a call means, whether the app can see it, and which scopes open conversations of its kind.
import { directWith } from '../conversations.ts';
import type { Conversation } from '../world.ts';
import { type Call, textArg } from './call.ts';

const families = { channel: 'channels', private: 'groups', dm: 'im', group: 'mpim' } as const;

/** The conversation named by the argument `channel`, if the app can see it. */
export function reach(call: Call): Conversation | undefined {
  const conversation = call.world.conversations.get(textArg(call.args, 'channel'));
  if (!conversation) return undefined;
  return conversation.kind === 'channel' || isMember(call, conversation) ? conversation : undefined;
}

export function isMember(call: Call, conversation: Conversation): boolean {
  return conversation.members.includes(call.world.app.botUser);
}

/** The scope of one verb for the conversation of the call: `channels:read`, `im:history`, … */
export function scopeFor(verb: 'read' | 'history' | 'write'): (call: Call) => readonly string[] {
  return (call) => {
    // What the app cannot see must not be given away by which scope it would take.
    const conversation = reach(call);
    if (!conversation) return Object.values(families).map((family) => scopeOf(family, verb));
    return [scopeOf(families[conversation.kind], verb)];
  };
}

/** Public channels alone have another word for writing: it is people's, and a bot manages them. */
function scopeOf(family: string, verb: string): string {
  return family === 'channels' && verb === 'write' ? 'channels:manage' : `${family}:${verb}`;
}

/** Where a message goes: a conversation's id, a person's id (their direct conversation with the app), or a public channel's name. */
export function destination(call: Call): Conversation | undefined {
  const wanted = textArg(call.args, 'channel');
  const person = call.world.people.get(wanted);
  if (person) return person.kind === 'bot' ? undefined : directWith(call.world, person.id, call.now);
  const named = wanted.replace(/^#/, '');
  return reach(call) ?? [...call.world.conversations.values()].find((one) => one.kind === 'channel' && one.name === named);
}
