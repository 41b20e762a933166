// A person types a slash command.

import { isObject } from '../check/rules.ts';
import { interact } from '../deliver.ts';
import { commandPayload } from '../payloads.ts';
import { give } from '../respond.ts';
import type { Ack, SmallSlack } from '../small-slack.ts';
import type { Conversation } from '../world.ts';
import { actingPerson, beginAct, notice, placeOf } from './persons.ts';
import { written } from './write.ts';

/**
 * Types a line that begins with a slash. What comes back is in the conversation, or on the screen when it did not work. Returns how long the app
 * took to acknowledge, where there is a real way to it.
 */
export async function typeCommand(slack: SmallSlack, user: string, line: string, where?: string): Promise<number | undefined> {
  const person = actingPerson(slack, user);
  beginAct(slack, person.id);
  const conversation = placeOf(slack, person.id, where);
  const [command = '', rest = ''] = split(line.trim());
  const known = slack.world.app.commands.find((one) => one.command === command);
  if (!known || !slack.world.app.scopes.includes('commands')) {
    notice(
      slack,
      person.id,
      `${command} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
    return undefined;
  }
  const text = known.shouldEscape ? written(slack.world, rest, true) : rest;
  const payload = commandPayload(slack, { user: person.id, conversation, command, text });
  const ack = await interact(slack, { type: 'slash_commands', payload });
  if (ack) readAck(slack, { user: person.id, conversation, command }, ack);
  else notice(slack, person.id, `${command} failed because the app did not respond. If this problem continues, contact the app owner.`);
  return ack?.ms;
}

function split(line: string): [string, string] {
  const at = line.search(/\s/);
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at).trim()];
}

function readAck(slack: SmallSlack, typed: { user: string; conversation: Conversation; command: string }, ack: Ack): void {
  const { body } = ack;
  if (body === undefined || body === null || body === '' || (isObject(body) && Object.keys(body).length === 0)) return;
  const answer = typeof body === 'string' ? { text: body } : isObject(body) ? body : {};
  const refused = give(slack, typed.conversation, { user: typed.user }, answer);
  if (!refused) return;
  slack.complaints.push(`The answer to ${typed.command} was not accepted: ${refused}.`);
  notice(slack, typed.user, `${typed.command} failed with the error "invalid_command_response"`);
}
