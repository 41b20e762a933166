// Where in the gallery one is, as it stands behind the # of the address: `coaching.opener`, `coaching`, `text:m.opener`, `texts:team.md`. Pure.
import type { Overview } from './answers.ts';

export type Place = { in: 'room'; room: string; sample?: string } | { in: 'texts'; file: string; text?: string };

/** The place an address names; the first room when it names none. */
export function placeOf(hash: string, { rooms, places }: Overview): Place {
  const named = decodeURIComponent(hash.replace(/^#/, ''));
  const [kind, rest = ''] = named.split(/:(.*)/s);
  const [first = ''] = filesOf(places);
  if (kind === 'text') return { in: 'texts', file: places[rest]?.file ?? first, text: rest };
  if (kind === 'texts') return { in: 'texts', file: rest || first };
  const open = rooms.find(({ room }) => room === named);
  if (open) return { in: 'room', room: open.room };
  // `coaching.opener` is the first of `coaching.opener.1`, `coaching.opener.2`, …
  const all = rooms.flatMap(({ room, samples }) => samples.map(({ id }) => ({ room, id })));
  const sample = all.find(({ id }) => id === named) ?? all.find(({ id }) => named !== '' && id.startsWith(`${named}.`));
  return sample ? { in: 'room', room: sample.room, sample: sample.id } : { in: 'room', room: rooms[0]?.room ?? '' };
}

/** The files of the content folder, in their order. */
export function filesOf(places: Overview['places']): string[] {
  return [...new Set(Object.values(places).map(({ file }) => file))];
}

export const addressOf = {
  room: (room: string) => `#${room}`,
  sample: (id: string) => `#${id}`,
  text: (id: string) => `#text:${id}`,
  texts: (file: string) => `#texts:${file}`,
};
