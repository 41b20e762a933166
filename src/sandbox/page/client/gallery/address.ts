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
  const room = rooms.find((each) => each.room === named || each.samples.some(({ id }) => id === named)) ?? rooms[0];
  return { in: 'room', room: room?.room ?? '', ...(room && room.room !== named && named !== '' && { sample: named }) };
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
