// Hangs the rooms' ears on Bolt: one listener for each kind of thing a person can do, which finds whose it is.
import type { App } from '@slack/bolt';
import type { Handlers } from '../inbox/process.ts';
import { type Hearing, onCommand, type Words } from './on-command.ts';
import { pressHearer } from './on-press.ts';
import { submitHearer } from './on-submit.ts';
import type { Ears } from './spoken.ts';

/** Listens for everything Slack can bring; returns what is being answered at any moment. */
export function listen(
  bolt: App,
  hearing: Hearing,
  heard: { tables: readonly Words[]; rooms: readonly Ears[] },
): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };
  const press = pressHearer(hearing, merged(heard.rooms.map((room) => room.presses ?? {})));
  const submit = submitHearer(hearing, merged(heard.rooms.map((room) => room.submits ?? {})));
  for (const words of heard.tables) bolt.command(words.name, ({ body, ack }) => track(onCommand(hearing, words, body, ack)));
  bolt.action({ type: 'block_actions' }, ({ body, ack }) => track(press(body, ack)));
  bolt.view({ callback_id: /^/, type: 'view_submission' }, ({ body, ack }) =>
    track(submit(body, ack as (reply?: object) => Promise<void>)),
  );
  bolt.view({ callback_id: /^/, type: 'view_closed' }, ({ ack }) => ack());
  bolt.options(/^/, ({ ack }) => ack({ options: [] }));
  bolt.shortcut(/^/, ({ ack }) => ack());
  return underWay;
}

/** Who listens to which events: of several rooms, in their order. */
export function handlersOf(rooms: readonly Ears[]): Handlers {
  const handlers: Record<string, NonNullable<Ears['events']>[string][]> = {};
  for (const { events = {} } of rooms) {
    for (const [kind, handler] of Object.entries(events)) handlers[kind] = [...(handlers[kind] ?? []), handler];
  }
  return handlers;
}

/** One table of all rooms' controls. An id that two rooms claim is a bug. */
function merged<T>(parts: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const ids = parts.flatMap((part) => Object.keys(part));
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice) throw new Error(`two rooms listen to ${twice}`);
  return Object.assign({}, ...parts);
}
