// The page's line to the sandbox: reads what a person sees, does what they do, and hears when something has changed.
import type { Deed, Scene, SceneConversation, SceneMessage, ScenePerson } from './scene.ts';
import type { Block } from './shapes.ts';
import { asTyped, type Values } from './typed.ts';

/** Stands for the conversation with the bot as long as nobody has said anything in it. */
export const NOT_YET = 'bot';

interface Overview {
  team: { name: string };
  app: { botUser: string; name: string };
  now: string;
  movable: boolean;
  people: ScenePerson[];
}

interface ViewSight {
  id: string;
  title: { text: string };
  submit?: { text: string } | null;
  close?: { text: string } | null;
  blocks: Block[];
  state: { values: Values };
  errors?: Record<string, string>;
}

interface ScreenSight {
  conversations: (Omit<SceneConversation, 'messages'> & { withApp: boolean })[];
  modal: ViewSight | null;
  home: ViewSight | null;
  notice: string | null;
}

interface MessageSight {
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  edited?: object;
  is_ephemeral: boolean;
  thread_ts?: string;
  files?: SceneMessage['files'];
}

/** Everyone and everything, before a person to act as is known. */
export function overview(): Promise<Overview> {
  return get<Overview>('/sandbox');
}

/** What `me` has in front of them, with the messages of the conversation `open`. */
export async function look(me: string, open: string, lines: Scene['lines']): Promise<Scene> {
  const [all, screen] = await Promise.all([overview(), get<ScreenSight>(`/sandbox/people/${me}`)]);
  const there = screen.conversations.some(({ id }) => id === open);
  const messages = there ? (await get<{ messages: MessageSight[] }>(`/sandbox/people/${me}/messages?where=${open}`)).messages : [];
  return {
    now: all.now,
    team: all.team.name,
    lines,
    bot: { id: all.app.botUser, name: all.app.name },
    me,
    people: all.people.filter(({ kind }) => kind !== 'bot'),
    conversations: withBot(screen.conversations).map((one) => ({ ...one, messages: one.id === open ? messages.map(messageOf) : [] })),
    ...(screen.home ? { home: { id: screen.home.id, blocks: screen.home.blocks } } : {}),
    ...(screen.modal ? { modal: modalOf(screen.modal) } : {}),
    faults: screen.modal?.errors ?? {},
    ...(screen.notice ? { notice: screen.notice } : {}),
    clock: all.movable,
  };
}

function withBot(conversations: ScreenSight['conversations']): ScreenSight['conversations'] {
  if (conversations.some(({ kind }) => kind === 'dm')) return conversations;
  return [...conversations, { id: NOT_YET, kind: 'dm', name: '', members: [], count: 0, withApp: true }];
}

/** Does it, and waits until the bot has answered. Returns a sentence where it could not be done. */
export async function act(me: string, { do: verb, ...body }: Deed): Promise<string | undefined> {
  const { where, ...rest } = { where: undefined, ...body };
  return post(`/sandbox/people/${me}/${verb}`, where === undefined || where === NOT_YET ? rest : { ...rest, where });
}

export function moveClock(by: Record<string, number | string>): Promise<string | undefined> {
  return post('/sandbox/clock', by);
}

export function commandLines(): Promise<Scene['lines']> {
  return fetch('page/commands.json').then((answer) => (answer.ok ? (answer.json() as Promise<Scene['lines']>) : []));
}

/** Calls back, at most every quarter of a second, when something has changed. */
export function follow(changed: () => void): void {
  let waiting = false;
  new EventSource('/sandbox/changes').onmessage = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changed();
    }, 250);
  };
}

async function get<T>(path: string): Promise<T> {
  return (await fetch(path)).json() as Promise<T>;
}

async function post(path: string, body: object): Promise<string | undefined> {
  const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const told = (await answer.json()) as { ok: boolean; error?: string; notice?: string };
  return told.ok ? told.notice : told.error;
}

function messageOf(sight: MessageSight): SceneMessage {
  return {
    ts: sight.ts,
    user: sight.user,
    text: sight.text,
    blocks: sight.blocks ?? [],
    edited: sight.edited !== undefined,
    onlyForMe: sight.is_ephemeral,
    ...(sight.thread_ts ? { threadTs: sight.thread_ts } : {}),
    files: sight.files ?? [],
  };
}

function modalOf(sight: ViewSight): NonNullable<Scene['modal']> {
  return {
    id: sight.id,
    title: sight.title.text,
    ...(sight.submit ? { submit: sight.submit.text } : {}),
    close: sight.close?.text ?? 'Close',
    blocks: asTyped(sight.blocks, sight.state.values),
  };
}
