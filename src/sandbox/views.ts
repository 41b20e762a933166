// Modals and Home tabs before people: opened, pushed, replaced, closed.
import { completed } from './check/complete.ts';
import { statefulElements } from './describe/view.ts';
import { nextHash, nextId } from './ids.ts';
import type { Screen, View } from './screen.ts';
import { type SmallSlack, show } from './small-slack.ts';
import type { Block } from './world.ts';

type SentView = Block & { blocks: Block[] };

/** What a person has in front of them. */
export function screenOf(slack: SmallSlack, user: string): Screen {
  const screen = slack.world.screens.get(user) ?? { modals: [], errors: {}, read: {} };
  slack.world.screens.set(user, screen);
  return screen;
}

/** The modal on top, if any is open. */
export function topModal(slack: SmallSlack, user: string): View | undefined {
  return slack.world.views.get(slack.world.screens.get(user)?.modals.at(-1) ?? '');
}

/** Opens a modal before a person: on top of `on`, or alone, when it replaces whatever was open. */
export function putModal(slack: SmallSlack, user: string, sent: SentView, on?: string): View {
  const screen = screenOf(slack, user);
  if (on === undefined) closeAll(slack, user);
  const id = nextId(slack.world, 'V');
  const root = screen.modals[0] ?? id;
  const view = newView(slack, { id, user, kind: 'modal', sent, root, ...(on === undefined ? {} : { on }) });
  screen.modals.push(id);
  screen.errors = {};
  showView(slack, view);
  return view;
}

/** Publishes a person's Home tab. */
export function putHome(slack: SmallSlack, user: string, sent: SentView): View {
  const { world } = slack;
  const existing = world.views.get(world.homes.get(user) ?? '');
  if (existing) return replaceView(slack, existing, sent);
  const id = nextId(world, 'V');
  const view = newView(slack, { id, user, kind: 'home', sent, root: id });
  world.homes.set(user, id);
  if (world.screens.get(user)?.tab === 'home') showView(slack, view);
  return view;
}

function newView(
  slack: SmallSlack,
  made: { id: string; user: string; kind: View['kind']; sent: SentView; root: string; on?: string },
): View {
  const { sent, ...rest } = made;
  const view: View = { ...rest, hash: nextHash(slack.world, slack.now()), view: finished(slack, sent), state: {} };
  slack.world.views.set(view.id, view);
  return view;
}

function finished(slack: SmallSlack, sent: SentView): SentView {
  return { ...sent, blocks: completed(slack.world, sent.blocks ?? []) };
}

/** Puts other content into a view. What the person typed stays where block id and action id stay. */
export function replaceView(slack: SmallSlack, view: View, sent: SentView): View {
  const typed = view.state;
  view.view = finished(slack, sent);
  view.hash = nextHash(slack.world, slack.now());
  view.state = kept(view, typed);
  screenOf(slack, view.user).errors = {};
  if (view.kind === 'modal' || slack.world.screens.get(view.user)?.tab === 'home') showView(slack, view);
  return view;
}

function kept(view: View, typed: View['state']): View['state'] {
  const state: View['state'] = {};
  for (const { block, element } of statefulElements(view.view.blocks)) {
    const value = typed[block]?.[String(element.action_id)];
    if (value && value.type === element.type) state[block] = { ...state[block], [String(element.action_id)]: value };
  }
  return state;
}

/** Takes the top modal away; the one below it is in front again. */
export function closeTop(slack: SmallSlack, user: string): View | undefined {
  const id = screenOf(slack, user).modals.pop();
  screenOf(slack, user).errors = {};
  const view = slack.world.views.get(id ?? '');
  if (id !== undefined) slack.world.views.delete(id);
  return view;
}

/** Takes all modals away; returns them, the top one first. */
export function closeAll(slack: SmallSlack, user: string): View[] {
  const closed: View[] = [];
  for (let view = closeTop(slack, user); view; view = closeTop(slack, user)) closed.push(view);
  return closed;
}

/** Notes that a person has this view in front of them. */
export function showView(slack: SmallSlack, view: View): void {
  const title = (view.view.title as { text?: string } | undefined)?.text ?? '';
  show(slack, { what: view.kind, by: slack.world.app.botUser, only: view.user, text: title, blocks: view.view.blocks });
}
