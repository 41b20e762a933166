// What blocks stand on: names to show, people and places to choose from, and who hears what is pressed, chosen and typed there.
import type { Deed, Place, Scene } from '../scene.ts';
import type { Block, Element, Held } from './block-kit.ts';
import type { Calendar } from './dates.ts';

/** How the reader calls people and places, and reads dates. */
export interface Names extends Calendar {
  person: (id: string) => string;
  channel: (id: string) => string;
}

export interface Choice {
  value: string;
  label: string;
  description?: string;
}

/** A conversation, of the kind by which Block Kit's filters call it. */
export interface PlaceChoice extends Choice {
  kind?: 'public' | 'private' | 'im' | 'mpim';
}

/** Everyone and everywhere that may be chosen, for the selects that name people and conversations. */
export interface Directory {
  people: readonly Choice[];
  channels: readonly PlaceChoice[];
}

/** The fields of a form: what has been put into them, by the block they stand in. */
export interface Fields {
  held: (block: Block) => Held | undefined;
  put: (block: Block, held: Held) => void;
}

export interface Stage {
  names: Names;
  directory: Directory;
  pictureUrl: (fileId: string) => string;
  /** `held` is what was chosen; a button holds nothing. */
  press: (block: Block, element: Element, held: Held | undefined) => void;
  /** There where blocks stand in a form. */
  fields?: Fields;
  /** Faults to show at the inputs, by block id. */
  faults?: Readonly<Record<string, string>>;
}

const KINDS = { channel: 'public', private: 'private', dm: 'im', group: 'mpim' } as const;

/** What blocks at this place stand on: the names and people of the scene, and what a press there means as a deed. */
export function stageFor(scene: Scene, at: Place, act: (deed: Deed) => void): Stage {
  const person = (id: string) => (id === scene.bot.id ? scene.bot.name : (scene.people.find((one) => one.id === id)?.name ?? id));
  const channel = (id: string) => scene.conversations.find((one) => one.id === id)?.name ?? id;
  return {
    names: {
      person,
      channel,
      timeZone: scene.people.find(({ id }) => id === scene.me)?.timeZone ?? 'UTC',
      now: Date.parse(scene.now) / 1000,
    },
    directory: {
      people: scene.people
        .filter(({ kind }) => kind !== 'deactivated')
        .map(({ id, name, title }) => ({ value: id, label: name, ...(title && { description: title }) })),
      channels: scene.conversations.map(({ id, name, kind }) => ({ value: id, label: name, kind: KINDS[kind] })),
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
