// What happens in a workspace without anyone talking: people come, change and go, channels are archived, the app is thrown out.
import { emit, emitPerson } from './events.ts';
import { addPerson, type NewPerson } from './found.ts';
import { verificationToken } from './installed.ts';
import { emitChannel, leaveChannel } from './membership.ts';
import { type SmallSlack, tell } from './small-slack.ts';
import { closeAll } from './views.ts';
import type { Conversation, Person } from './world.ts';

/** Someone new joins the workspace. */
export function joinTeam(slack: SmallSlack, newcomer: NewPerson): Person {
  const person = addPerson(slack.world, newcomer, slack.now());
  emitPerson(slack, 'team_join', person);
  tell(slack, { what: 'person', person: person.id });
  return person;
}

/** Something about a person changes: title, zone, name, whether they are a guest. */
export function changePerson(slack: SmallSlack, person: Person, change: Partial<Person>): void {
  Object.assign(person, change, { id: person.id, updated: Math.max(person.updated + 1, Math.floor(slack.now() / 1000)) });
  emitPerson(slack, 'user_change', person);
  tell(slack, { what: 'person', person: person.id });
}

/** A person's account is switched off: they are out of every channel, and nobody can write to them any more. */
export function deactivate(slack: SmallSlack, person: Person): void {
  closeAll(slack, person.id);
  for (const conversation of slack.world.conversations.values()) {
    if (conversation.kind === 'channel' || conversation.kind === 'private') {
      conversation.members = conversation.members.filter((one) => one !== person.id);
    }
  }
  changePerson(slack, person, { kind: 'deactivated' });
}

/** A channel is archived, or opened again. */
export function archive(slack: SmallSlack, channel: Conversation, by: string, archived = true): void {
  channel.archived = archived;
  emitChannel(slack, archived ? 'archive' : 'unarchive', channel, by);
  tell(slack, { what: 'conversation', conversation: channel.id });
}

export function rename(slack: SmallSlack, channel: Conversation, name: string, by: string): void {
  channel.name = name;
  emitChannel(slack, 'rename', channel, by);
  tell(slack, { what: 'conversation', conversation: channel.id });
}

/** A channel is deleted, with all that was said in it. */
export function deleteChannel(slack: SmallSlack, channel: Conversation, by: string): void {
  emitChannel(slack, 'deleted', channel, by);
  slack.world.conversations.delete(channel.id);
  tell(slack, { what: 'conversation', conversation: channel.id });
}

/** The app is removed from a channel. */
export function removeApp(slack: SmallSlack, channel: Conversation): void {
  leaveChannel(slack, channel, slack.world.app.botUser);
}

/** Too much has happened for the app to be told all of it: in Slack more than 30,000 events in an hour. */
export function holdBack(slack: SmallSlack): void {
  const { team, app } = slack.world;
  const minute = Math.floor(slack.now() / 60_000) * 60;
  const payload = { token: verificationToken, type: 'app_rate_limited', team_id: team.id, minute_rate_limited: minute, api_app_id: app.id };
  slack.outgoing.push({ type: 'events_api', payload });
}

/** The app is uninstalled: its token is worth nothing from now on. */
export function uninstall(slack: SmallSlack): void {
  revokeTokens(slack);
  emit(slack, 'app_uninstalled', { type: 'app_uninstalled', event_ts: `${Math.floor(slack.now() / 1000)}.000000` });
}

/** The bot's token is revoked, as by an admin or a leak scanner. */
export function revokeTokens(slack: SmallSlack): void {
  for (const token of slack.world.tokens.values()) if (token.kind === 'bot') token.revoked = true;
  emit(slack, 'tokens_revoked', {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [slack.world.app.botUser] },
    event_ts: `${Math.floor(slack.now() / 1000)}.000000`,
  });
}
