// The page itself: one person at a time, one place at a time, drawn anew whenever something has changed.
import { drawBlocks, type Stage } from './blocks.ts';
import { drawComposer } from './composer.ts';
import { drawConversation } from './conversation.ts';
import { drawDialog, type Fields, valuesOf } from './dialog.ts';
import { el } from './dom.ts';
import { act, commandLines, follow, look, moveClock, NOT_YET, overview } from './link.ts';
import type { Deed, Place, Scene, SceneConversation } from './scene.ts';
import { drawSidebar, labelOf } from './sidebar.ts';
import { fileUrl, stageFor } from './stage-for.ts';
import { drawBar } from './top.ts';

const page = {
  me: new URLSearchParams(location.search).get('as') ?? '',
  open: '',
  lines: [] as Scene['lines'],
  read: new Map<string, Map<string, number>>(),
  draft: { text: '' },
  busy: false,
  modal: '',
  fields: new Map() as Fields,
};

async function begin(): Promise<void> {
  const [{ people }, lines] = await Promise.all([overview(), commandLines()]);
  page.lines = lines;
  if (!people.some(({ id }) => id === page.me)) page.me = people.find(({ kind }) => kind === 'member')?.id ?? '';
  await redraw();
  follow(() => void redraw());
}

async function redraw(): Promise<void> {
  const scene = await look(page.me, page.open, page.lines);
  if (page.open === NOT_YET) page.open = scene.conversations.find(({ kind }) => kind === 'dm')?.id ?? NOT_YET;
  if (page.open === '') return go(scene, scene.conversations.find(({ kind }) => kind === 'channel')?.id ?? 'home');
  const shown = scene.conversations.find(({ id }) => id === page.open);
  if (shown) readBy(page.me).set(shown.id, shown.count);
  const side = drawSidebar(scene, { open: page.open, read: readBy(page.me), go: (place) => go(scene, place) });
  const bar = drawBar({ scene, busy: page.busy, become, move: (by) => void working(() => moveClock(by)) });
  keepingFocus(() => document.querySelector('#app')?.replaceChildren(bar, side, drawRoom(scene, shown)));
  drawModal(scene);
  say(scene.notice);
}

function drawRoom(scene: Scene, shown: SceneConversation | undefined): HTMLElement {
  if (!shown) return el('main', { class: 'room' }, heading('Home', scene.bot.name), drawHome(scene));
  const reader = { scene, act: perform, fileUrl, stageFor: (place: Place) => stageOf(scene, place) };
  const list = drawConversation(shown, reader);
  const toEnd = () => list.scrollTo({ top: list.scrollHeight });
  requestAnimationFrame(toEnd);
  for (const picture of list.querySelectorAll('img')) picture.addEventListener('load', toEnd);
  const members = shown.kind === 'dm' ? 'Only you and the bot' : `${shown.members.length} people`;
  const composer = drawComposer({ scene, where: shown.id, act: perform, draft: page.draft });
  return el('main', { class: 'room' }, heading(labelOf(shown, scene), members), list, composer);
}

function heading(title: string, under: string): HTMLElement {
  return el('header', {}, el('h1', {}, title), el('p', {}, under));
}

function drawHome(scene: Scene): HTMLElement {
  const home = el('div', { class: 'messages body', tabindex: 0 });
  if (scene.home) home.append(...drawBlocks(scene.home.blocks, stageOf(scene, { view: scene.home.id })));
  else home.append(el('p', { class: 'empty' }, 'Nothing here yet.'));
  return home;
}

/** A modal is drawn anew only when it has changed, so that nothing typed is lost to news from elsewhere. */
function drawModal(scene: Scene): void {
  const dialogs = document.querySelector('#dialogs');
  const mark = scene.modal ? JSON.stringify([scene.modal, scene.faults]) : '';
  if (mark === page.modal) return;
  page.modal = mark;
  page.fields = new Map();
  if (!scene.modal) {
    dialogs?.replaceChildren();
    return;
  }
  const stage = { ...stageOf(scene, { view: scene.modal.id }), fields: page.fields, faults: scene.faults };
  const dialog = drawDialog(scene.modal, stage, perform);
  dialogs?.replaceChildren(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.faulty input, .faulty select, .faulty textarea')?.focus();
  dialog.querySelector('.faulty')?.scrollIntoView({ block: 'center' });
}

function stageOf(scene: Scene, at: Place): Stage {
  const inDialog = scene.modal !== undefined && 'view' in at && at.view === scene.modal.id;
  return stageFor(scene, at, (deed) => {
    void working(async () => {
      if (inDialog && page.fields.size > 0) await act(page.me, { do: 'fill', values: valuesOf(page.fields) });
      return act(page.me, deed);
    });
  });
}

function perform(deed: Deed): void {
  void working(() => act(page.me, deed));
}

async function working(work: () => Promise<string | undefined>): Promise<void> {
  page.busy = true;
  document.querySelector('.top time')?.replaceChildren('Working…');
  const told = await work();
  page.busy = false;
  await redraw();
  if (told) say(told);
}

function become(person: string): void {
  page.me = person;
  page.open = '';
  history.replaceState(null, '', `?as=${person}`);
  void redraw();
}

function go(_scene: Scene, place: string): void {
  page.open = place;
  if (place === 'home') perform({ do: 'home' });
  else void redraw();
}

function readBy(person: string): Map<string, number> {
  const known = page.read.get(person) ?? new Map<string, number>();
  page.read.set(person, known);
  return known;
}

/** Says something to whoever looks or listens. */
function say(sentence: string | undefined): void {
  const place = document.querySelector('#said');
  if (place && place.textContent !== (sentence ?? '')) place.textContent = sentence ?? '';
  place?.classList.toggle('out-of-sight', !sentence);
}

/** The message box keeps the focus and the cursor through a redraw. */
function keepingFocus(draw: () => void): void {
  const before = document.activeElement;
  const typing = before instanceof HTMLTextAreaElement && before.closest('.composer') !== null ? before.selectionStart : undefined;
  draw();
  if (typing === undefined) return;
  const box = document.querySelector<HTMLTextAreaElement>('.composer textarea');
  box?.focus();
  box?.setSelectionRange(typing, typing);
}

void begin();
