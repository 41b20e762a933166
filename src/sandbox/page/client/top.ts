// The bar above everything: whom one acts as, what time it is there, and the clock to move.
import { el, onClick } from './dom.ts';
import type { Scene } from './scene.ts';

export interface Bar {
  scene: Scene;
  become: (person: string) => void;
  move: (by: Record<string, number | string>) => void;
  busy: boolean;
}

const STEPS: readonly [string, Record<string, number | string>][] = [
  ['+1 hour', { hours: 1 }],
  ['+1 day', { days: 1 }],
  ['+2 weeks', { weeks: 2 }],
  ['Next thing', { to: 'next' }],
  ['+6 months', { months: 6 }],
];

export function drawBar({ scene, become, move, busy }: Bar): HTMLElement {
  const people = el('select', { id: 'acting-as' });
  const sorted = [...scene.people].sort((a, b) => a.name.localeCompare(b.name));
  for (const person of sorted) people.append(el('option', { value: person.id, selected: person.id === scene.me }, nameOf(person)));
  people.addEventListener('change', () => become(people.value));
  const steps = scene.clock
    ? STEPS.map(([label, by]) => onClick(el('button', { type: 'button', disabled: busy }, label), () => move(by)))
    : [];
  return el(
    'header',
    { class: 'top' },
    el('strong', {}, scene.team),
    el('label', { for: 'acting-as' }, 'Acting as ', people),
    el('time', { datetime: scene.now }, busy ? 'Working…' : timeThere(scene)),
    ...steps,
  );
}

function nameOf({ name, title, kind, admin }: Scene['people'][number]): string {
  const marks = [title, admin ? 'admin' : '', kind === 'member' ? '' : kind].filter((mark) => mark !== '');
  return marks.length > 0 ? `${name} (${marks.join(', ')})` : name;
}

function timeThere(scene: Scene): string {
  const timeZone = scene.people.find(({ id }) => id === scene.me)?.timeZone ?? 'UTC';
  const at = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${at.format(new Date(scene.now))} (${timeZone.split('/').at(-1)?.replaceAll('_', ' ')})`;
}
