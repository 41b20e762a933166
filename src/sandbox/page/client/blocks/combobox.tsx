// A field with a list below it that is searched by typing: the combobox of the ARIA Authoring Practices. The focus stays in the field;
// `aria-activedescendant` says which choice the arrow keys have come to.
import type { InputHTMLAttributes, JSX, TargetedEvent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { type ChoiceGroup, fitting } from './choices.ts';
import { comboKeys } from './combo-keys.ts';
import { ChoiceList, countWords } from './list.tsx';
import type { Choice } from './stage.ts';

export interface ComboboxProps {
  /** Of the field: its id, its name, what describes it. */
  attributes: InputHTMLAttributes<HTMLInputElement> & { id: string };
  groups: readonly ChoiceGroup[];
  chosen: readonly Choice[];
  placeholder: string;
  choose: (value: string) => void;
  /** There where choosing nothing is possible. */
  clear?: () => void;
  /** There where several may be chosen, and how many. */
  several?: { most: number };
}

export function Combobox(props: ComboboxProps): JSX.Element {
  const { attributes, chosen, several, placeholder } = props;
  const list = `${attributes.id}-list`;
  const combo = useCombo(props, list);
  const { open, active, found, choices, full } = combo;
  return (
    <div class="combobox">
      <input
        {...attributes}
        role="combobox"
        type="text"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        {...(open && choices.length > 0 && { 'aria-activedescendant': `${list}-${active}` })}
        value={combo.typed ?? (several ? '' : (chosen[0]?.label ?? ''))}
        placeholder={placeholder}
        {...combo.listeners}
      />
      <ChoiceList id={list} groups={found} several={several !== undefined} {...{ open, active, chosen, full }} take={combo.take} />
      <output class="out-of-sight">{open ? countWords(choices.length) : ''}</output>
      {several && Number.isFinite(several.most) && <small class="limit">{mostWords(several.most, full)}</small>}
    </div>
  );
}

/** What a combobox remembers, and what its keys and its list do about it. */
function useCombo(props: ComboboxProps, list: string) {
  const { groups, chosen, several } = props;
  const { typed, open, active, ...set } = useOpening(props, list);
  const found = open ? fitting(groups, typed ?? '') : [];
  const choices = found.flatMap((group) => group.choices);
  const full = several !== undefined && chosen.length >= several.most;
  const take = (choice: Choice | undefined) => {
    if (!choice || (full && !chosen.some(({ value }) => value === choice.value))) return;
    props.choose(choice.value);
    if (several) set.emptied();
    else set.close();
  };
  const takeBack = () => several && chosen.length > 0 && props.choose(chosen.at(-1)?.value ?? '');
  const leave = () => {
    if (typed === '' && !several) props.clear?.();
    set.close();
  };
  const keys = { open, count: choices.length, active, typed: typed ?? '', show: set.show, close: set.close, move: set.move, takeBack };
  const listeners = listenersOf(keys, { type: set.type, leave, take: () => take(choices[active]) });
  return { typed, open, active, found, choices, full, take, listeners };
}

/** What has been typed, whether the list is there, and which choice the keys have come to. */
function useOpening(props: ComboboxProps, list: string) {
  const [typed, setTyped] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  useLayoutEffect(() => {
    for (const id of open ? [list, `${list}-${active}`] : []) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [open, active, list]);
  return {
    typed,
    open,
    active,
    move: setActive,
    emptied: () => setTyped(undefined),
    show: () => {
      if (!open) setActive(startAt(props));
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      setTyped(undefined);
    },
    type: (text: string) => {
      setTyped(text);
      setActive(0);
      setOpen(true);
    },
  };
}

type Keys = Omit<Parameters<typeof comboKeys>[0], 'take'>;

function listenersOf(keys: Keys, acts: { type: (text: string) => void; leave: () => void; take: () => void }) {
  return {
    onClick: keys.show,
    onInput: (event: TargetedEvent<HTMLInputElement>) => acts.type(event.currentTarget.value),
    onBlur: acts.leave,
    onKeyDown: comboKeys({ ...keys, take: acts.take }),
  };
}

/** A list opens where the choice stands. */
function startAt({ groups, chosen, several }: ComboboxProps): number {
  if (several) return 0;
  const choices = groups.flatMap((group) => group.choices);
  return Math.max(
    0,
    choices.findIndex(({ value }) => value === chosen[0]?.value),
  );
}

function mostWords(most: number, full: boolean): string {
  if (full) return most === 1 ? 'One is chosen, and no more can be.' : `${most} are chosen, and no more can be.`;
  return most === 1 ? 'One can be chosen.' : `At most ${most} can be chosen.`;
}
