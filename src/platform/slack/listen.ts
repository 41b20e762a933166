// Hangs the rooms' ears on Bolt: one listener for each kind of thing a person can do, which finds whose it is.
import type { App } from '@slack/bolt';
import type { Handlers } from '../inbox/process.ts';
import { faultFields } from '../log.ts';
import type { Tools } from '../tools.ts';
import { type Hearing, onCommand, type Words } from './on-command.ts';
import { type Presses, pressHearer } from './on-press.ts';
import { type Submits, submitHearer } from './on-submit.ts';
import type { Ears, Press, Submit } from './spoken.ts';

/** Listens for everything Slack can bring; returns what is being answered at any moment. `stir` is called whenever somebody has done something. */
export function listen(
  bolt: App,
  hearing: Hearing,
  { tables, rooms, stir }: { tables: readonly Words[]; rooms: readonly Ears[]; stir: () => void },
): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.finally(() => {
      underWay.delete(tracked);
      stir();
    });
    underWay.add(tracked);
    return tracked;
  };
  const { presses, submits, heard } = withAfterwards(rooms, (work) => void track(work));
  const press = pressHearer(hearing, presses);
  const submit = submitHearer(hearing, submits);
  for (const words of tables.map(heard)) bolt.command(words.name, ({ body, ack }) => track(onCommand(hearing, words, body, ack)));
  bolt.action({ type: 'block_actions' }, ({ body, ack }) => track(press(body, ack)));
  bolt.view({ callback_id: /^/, type: 'view_submission' }, ({ body, ack }) =>
    track(submit(body, ack as (reply?: object) => Promise<void>)),
  );
  bolt.view({ callback_id: /^/, type: 'view_closed' }, ({ ack }) => ack());
  bolt.options(/^/, ({ ack }) => ack({ options: [] }));
  bolt.shortcut(/^/, ({ ack }) => ack());
  return underWay;
}

interface Heard {
  presses: Presses;
  submits: Submits;
  /** A table of commands with the same words. */
  heard: (words: Words) => Words;
}

/** All rooms' controls, and words; when somebody has used one, what follows for them runs beside the answer. */
function withAfterwards(rooms: readonly Ears[], begin: (work: Promise<void>) => void): Heard {
  const follow = (tools: Tools, user: string) => {
    for (const { afterwards } of rooms) {
      if (!afterwards) continue;
      const failed = (fault: unknown) => tools.log.error('What follows a press could not be finished', faultFields(fault));
      begin(afterwards(tools, user).catch(failed));
    }
  };
  const presses = each(
    merged(rooms.map((room) => room.presses ?? {})),
    (press): Press =>
      async (tools, pressed) => {
        const answer = await press(tools, pressed);
        follow(tools, pressed.user);
        return answer;
      },
  );
  const submits = each(
    merged(rooms.map((room) => room.submits ?? {})),
    (submit): Submit =>
      async (tools, submitted) => {
        const reply = await submit(tools, submitted);
        if (reply.then !== 'errors') follow(tools, submitted.user);
        return reply;
      },
  );
  const heard = (words: Words): Words => ({
    ...words,
    commands: words.commands.map((command) => ({
      ...command,
      run: async (tools, spoken) => {
        const answer = await command.run(tools, spoken);
        follow(tools, spoken.user);
        return answer;
      },
    })),
  });
  return { presses, submits, heard };
}

function each<T>(table: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(table).map(([id, one]) => [id, change(one)]));
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
