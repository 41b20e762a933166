// Where the acting person writes: plain messages, and slash commands with what may be typed next.
import { el, onClick } from './dom.ts';
import type { Deed, Scene } from './scene.ts';

export interface Composer {
  scene: Scene;
  where: string;
  act: (deed: Deed) => void;
  /** What was being written when the page was drawn again. */
  draft: { text: string };
}

export function drawComposer({ scene, where, act, draft }: Composer): HTMLElement {
  const offers = el('ul', { class: 'offers', 'aria-label': 'Commands' });
  const box = el('textarea', { rows: 1, 'aria-label': 'Message', placeholder: 'Write a message, or / for commands' });
  const file = el('input', { type: 'file', 'aria-label': 'Share a file' });
  const attach = el('label', { class: 'attach', title: 'Share a file' }, file, el('span', { 'aria-hidden': 'true' }, '+'));
  file.addEventListener('change', () => attach.classList.toggle('full', (file.files?.length ?? 0) > 0));
  box.value = draft.text;
  offers.append(...offersFor(scene, box));
  const send = async () => {
    const text = box.value.trim();
    const shared = await readFile(file);
    if (text === '' && !shared) return;
    box.value = '';
    draft.text = '';
    offers.replaceChildren();
    act(
      text.startsWith('/') && !shared ? { do: 'type', line: text, where } : { do: 'say', text, where, ...(shared ? { file: shared } : {}) },
    );
  };
  box.addEventListener('input', () => {
    draft.text = box.value;
    offers.replaceChildren(...offersFor(scene, box));
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  });
  return el(
    'div',
    { class: 'composer' },
    offers,
    attach,
    box,
    onClick(el('button', { type: 'button' }, 'Send'), () => void send()),
  );
}

function offersFor(scene: Scene, box: HTMLTextAreaElement): HTMLElement[] {
  if (!box.value.startsWith('/')) return [];
  const fitting = scene.lines.filter(({ line }) => line.startsWith(box.value.trim()) && line !== box.value.trim()).slice(0, 12);
  return fitting.map(({ line, help }) => {
    const choose = () => {
      box.value = `${line} `;
      box.focus();
      box.dispatchEvent(new Event('input'));
    };
    return el('li', {}, onClick(el('button', { type: 'button' }, `${line} `, el('small', {}, help)), choose));
  });
}

async function readFile(input: HTMLInputElement): Promise<{ name: string; text: string } | undefined> {
  const [file] = input.files ?? [];
  if (!file) return undefined;
  const read = { name: file.name, text: await file.text() };
  input.value = '';
  return read;
}
