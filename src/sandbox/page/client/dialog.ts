// The open modal: its blocks, its faults, and its two ways out. What is being typed survives a redraw of the same view.
import { drawBlocks, type Stage } from './blocks.ts';
import { el, onClick } from './dom.ts';
import type { Deed, SceneView, ViewValues } from './scene.ts';

export type Fields = NonNullable<Stage['fields']>;

/** Draws `view` as an open dialog; `fields` is filled with its inputs. */
export function drawDialog(view: SceneView, stage: Stage, act: (deed: Deed) => void): HTMLDialogElement {
  const close = () => act({ do: 'close' });
  const form = el(
    'form',
    { method: 'dialog', novalidate: true },
    el(
      'header',
      {},
      el('h2', { tabindex: -1, autofocus: true }, view.title),
      onClick(el('button', { type: 'button', 'aria-label': 'Close' }, '×'), close),
    ),
    el('div', { class: 'body' }, ...drawBlocks(view.blocks, stage)),
    el(
      'footer',
      {},
      onClick(el('button', { type: 'button' }, view.close), close),
      view.submit ? el('button', { type: 'submit', class: 'primary' }, view.submit) : undefined,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act({ do: 'submit', values: valuesOf(stage.fields) });
  });
  const dialog = el('dialog', { 'aria-label': view.title }, form);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  return dialog;
}

/** What the inputs hold now, by block id. Files are read when they are chosen, so an empty one is left as it was. */
export function valuesOf(fields: Fields | undefined): ViewValues {
  return Object.fromEntries([...(fields ?? [])].map(([block, held]) => [block, held()]));
}
