// What blocks stand on in a given place: the names and people of the scene, and what a press there means as a deed.
import type { Stage } from './blocks.ts';
import type { Deed, Place, Scene } from './scene.ts';

export function stageFor(scene: Scene, at: Place, act: (deed: Deed) => void): Stage {
  const person = (id: string) => (id === scene.bot.id ? scene.bot.name : (scene.people.find((one) => one.id === id)?.name ?? id));
  const channel = (id: string) => scene.conversations.find((one) => one.id === id)?.name ?? id;
  return {
    names: { person, channel, timeZone: scene.people.find(({ id }) => id === scene.me)?.timeZone ?? 'UTC' },
    directory: {
      people: scene.people.map(({ id, name }) => ({ value: id, label: name })),
      channels: scene.conversations.filter(({ kind }) => kind !== 'dm').map(({ id, name }) => ({ value: id, label: name })),
    },
    pictureUrl: fileUrl,
    press: (block, element, held) => {
      const control = { at, block: block.block_id ?? '', action: element.action_id ?? '' };
      act(held === undefined ? { do: 'press', ...control } : { do: 'choose', ...control, option: held });
    },
  };
}

/** Where the bytes of a file are. */
export function fileUrl(id: string): string {
  return `/sandbox/files/${id}`;
}
