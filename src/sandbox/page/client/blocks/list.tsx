// The list of a combobox: its choices, in their groups. A long one is cut, and says so: nobody reads a thousand names.
import type { JSX } from 'preact';
import type { ChoiceGroup } from './choices.ts';
import type { Choice } from './stage.ts';

const MOST = 250;

interface ListProps {
  id: string;
  open: boolean;
  groups: readonly ChoiceGroup[];
  active: number;
  chosen: readonly Choice[];
  several: boolean;
  /** Whether no more can be chosen. */
  full: boolean;
  take: (choice: Choice) => void;
}

export function ChoiceList(props: ListProps): JSX.Element {
  const { id, open, groups, several } = props;
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  let before = 0;
  return (
    <div id={id} class="choices" role="listbox" aria-label="Choices" aria-multiselectable={several} hidden={!open}>
      {groups.map((group, index) => {
        const from = before;
        before += group.choices.length;
        return <Group key={group.label ?? ''} {...props} group={group} from={from} groupId={`${id}-group-${index}`} />;
      })}
      {open && count === 0 && (
        <div role="option" aria-selected="false" aria-disabled="true" class="none" tabIndex={-1}>
          Nothing fits
        </div>
      )}
      {count > MOST && (
        <div role="option" aria-selected="false" aria-disabled="true" class="none" tabIndex={-1}>
          {count - MOST} more: type to find them
        </div>
      )}
    </div>
  );
}

function Group(props: ListProps & { group: ChoiceGroup; from: number; groupId: string }): JSX.Element {
  const { group, from, groupId } = props;
  const items = group.choices
    .slice(0, Math.max(0, MOST - from))
    .map((choice, index) => <Item key={choice.value} {...props} choice={choice} at={from + index} />);
  if (!group.label) return <>{items}</>;
  return (
    <fieldset aria-labelledby={groupId} class="choice-group">
      <div id={groupId} class="choice-heading" role="presentation">
        {group.label}
      </div>
      {items}
    </fieldset>
  );
}

function Item({ id, choice, at, active, chosen, full, take }: ListProps & { choice: Choice; at: number }): JSX.Element {
  const selected = chosen.some(({ value }) => value === choice.value);
  return (
    <div
      id={`${id}-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={full && !selected}
      class={at === active ? 'choice active' : 'choice'}
      onMouseDown={(event) => {
        event.preventDefault();
        take(choice);
      }}
    >
      <span>{choice.label}</span>
      {choice.description && <small>{choice.description}</small>}
    </div>
  );
}

/** What a screen reader is told while somebody types. */
export function countWords(count: number): string {
  if (count === 0) return 'Nothing fits';
  return count === 1 ? 'One choice' : `${count} choices`;
}
