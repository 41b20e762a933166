// What there is and what one person sees, as the control API tells it: Slack's own shapes, and beside them the plain text.
import { findPerson } from '../act/persons.ts';
import { canSee } from '../conversations.ts';
import { describeView } from '../describe/view.ts';
import { readerOf, readHome, readOpenModal } from '../readings.ts';
import { readMessage } from '../render/blocks.ts';
import type { SmallSlack } from '../small-slack.ts';
import { screenOf } from '../views.ts';
import { summary } from './conversation-sights.ts';

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
  const { notice, tab, errors, modals } = screenOf(slack, person.id);
  const open = modals.flatMap((id) => slack.world.views.get(id) ?? []).map((view) => describeView(slack.world, view));
  const modal = open.at(-1);
  const home = slack.world.views.get(slack.world.homes.get(person.id) ?? '');
  const seen = [...slack.world.conversations.values()].filter((one) => canSee(slack.world, person.id, one));
  return {
    person,
    now: new Date(slack.now()).toISOString(),
    conversations: seen.map((one) => summary(slack, person.id, one)).sort((a, b) => b.latest.localeCompare(a.latest)),
    tab: tab ?? null,
    notice: notice ?? null,
    modals: open,
    modal: modal ? { ...modal, errors, plain: readOpenModal(slack, person.id) } : null,
    home: home ? { ...describeView(slack.world, home), plain: readHome(slack, person.id) } : null,
  };
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
