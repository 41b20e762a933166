// What there is and what one person sees, as the control API tells it: Slack's own shapes, and beside them the plain text.
import { findPerson, placeOf } from '../act/persons.ts';
import { canSee } from '../conversations.ts';
import { describeMessage, threadOf } from '../describe/message.ts';
import { describeView } from '../describe/view.ts';
import { readerOf, readHome, readOpenModal } from '../readings.ts';
import { readMessage } from '../render/blocks.ts';
import type { SmallSlack } from '../small-slack.ts';
import { screenOf, topModal } from '../views.ts';
import type { Conversation, Message } from '../world.ts';

type Sight = Record<string, unknown>;

/** Team, app, clock, people and channels. */
export function overview(slack: SmallSlack): Sight {
  const { world } = slack;
  const { signingSecret: _secret, ...app } = world.app;
  return {
    team: world.team,
    app,
    now: new Date(slack.now()).toISOString(),
    people: [...world.people.values()],
    channels: [...world.conversations.values()]
      .filter((one) => one.kind === 'channel' || one.kind === 'private')
      .map(({ messages: _messages, ...one }) => one),
    complaints: slack.complaints,
  };
}

/** What one person has in front of them. */
export function screen(slack: SmallSlack, wanted: string): Sight {
  const person = findPerson(slack, wanted);
  const { notice, tab, errors } = screenOf(slack, person.id);
  const modal = topModal(slack, person.id);
  const home = slack.world.views.get(slack.world.homes.get(person.id) ?? '');
  const seen = [...slack.world.conversations.values()].filter((one) => canSee(slack.world, person.id, one));
  return {
    person,
    conversations: seen.map((one) => summary(slack, person.id, one)).sort((a, b) => b.latest.localeCompare(a.latest)),
    tab: tab ?? null,
    notice: notice ?? null,
    modal: modal ? { ...describeView(slack.world, modal), errors, plain: readOpenModal(slack, person.id) } : null,
    home: home ? { ...describeView(slack.world, home), plain: readHome(slack, person.id) } : null,
  };
}

function summary(slack: SmallSlack, user: string, conversation: Conversation): Sight & { latest: string } {
  const messages = visible(conversation, user);
  const others = conversation.members.filter((one) => one !== user);
  return {
    id: conversation.id,
    kind: conversation.kind,
    name: conversation.name || others.map((one) => slack.world.people.get(one)?.name ?? one).join(', '),
    members: conversation.members,
    archived: conversation.archived,
    withApp: conversation.members.includes(slack.world.app.botUser),
    count: messages.length,
    latest: messages.at(-1)?.ts ?? '',
  };
}

function visible(conversation: Conversation, user: string): Message[] {
  return conversation.messages.filter((one) => one.onlyFor === undefined || one.onlyFor === user);
}

/** The messages a person sees in one conversation. */
export function messagesOf(slack: SmallSlack, wanted: string, where: string | undefined, after: string): Sight {
  const person = findPerson(slack, wanted);
  const conversation = placeOf(slack, person.id, where);
  const reader = readerOf(slack, person.id);
  const messages = visible(conversation, person.id)
    .filter((one) => one.ts > after)
    .map((one) => ({
      ...describeMessage(slack.world, one, { metadata: true, baseUrl: slack.baseUrl }),
      ...threadOf(conversation, one),
      is_ephemeral: one.onlyFor !== undefined,
      plain: readMessage(one, reader),
    }));
  return { conversation: summary(slack, person.id, conversation), messages };
}

/** Everything that could be seen, from number `after` on. */
export function transcript(slack: SmallSlack, after: number): Sight[] {
  return slack.transcript.slice(after).map((seen) => ({
    n: seen.n,
    at: new Date(seen.at).toISOString(),
    what: seen.what,
    by: seen.by ?? null,
    only: seen.only ?? null,
    conversation: seen.conversation ?? null,
    ts: seen.ts ?? null,
    metadata: seen.metadata ?? null,
    plain: readMessage(seen, readerOf(slack, seen.only ?? '')),
  }));
}
