// Selects of one: the browser's own menu where choices are few and plain, a list to search where they are many, or people.
import type { JSX, TargetedMouseEvent } from 'preact';
import { type ChoiceGroup, chosenOf, groupsOf, isShort } from './choices.ts';
import { Combobox } from './combobox.tsx';
import { type ControlProps, fieldAttributes } from './control-props.ts';
import { takesSeveral, textsOf } from './held.ts';
import type { Choice } from './stage.ts';

export function Select(props: ControlProps): JSX.Element {
  const groups = groupsOf(props.element, props.stage.directory);
  if (isShort(props.element, groups)) return <Menu {...props} groups={groups} />;
  return takesSeveral(props.element) ? <SeveralOf {...props} groups={groups} /> : <OneOf {...props} groups={groups} />;
}

type Offered = ControlProps & { groups: readonly ChoiceGroup[] };

function Menu({ groups, ...props }: Offered): JSX.Element {
  const { element, held, settle } = props;
  return (
    <select {...fieldAttributes(props)} value={String(held)} onChange={(event) => settle(event.currentTarget.value)}>
      <option value="">{element.placeholder?.text ?? 'Choose…'}</option>
      {groups.map(({ label, choices }) => (label ? <optgroup label={label}>{choices.map(item)}</optgroup> : choices.map(item)))}
    </select>
  );
}

function item({ value, label }: Choice): JSX.Element {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function OneOf({ groups, ...props }: Offered): JSX.Element {
  const { element, held, settle, stage } = props;
  const [chosen] = chosenOf(textsOf(held), groups, stage.names);
  return (
    <Combobox
      attributes={fieldAttributes(props)}
      groups={groups}
      chosen={chosen ? [chosen] : []}
      placeholder={element.placeholder?.text ?? 'Choose…'}
      choose={(value) => settle(value)}
      {...(props.optional && { clear: () => settle('') })}
    />
  );
}

/** Several: what is chosen stands before the field, each with a button that takes it out again. */
function SeveralOf({ groups, ...props }: Offered): JSX.Element {
  const { element, held, settle, stage } = props;
  const values = textsOf(held);
  const chosen = chosenOf(values, groups, stage.names);
  const most = element.max_selected_items ?? Number.POSITIVE_INFINITY;
  const choose = (value: string) => {
    const without = values.filter((one) => one !== value);
    if (without.length < values.length) settle(without);
    else if (values.length < most) settle([...values, value]);
  };
  return (
    <div class="several">
      {chosen.length > 0 && (
        <ul class="chips" aria-label="Chosen">
          {chosen.map(({ value, label }) => (
            <li key={value}>
              {label}
              <button type="button" aria-label={`Remove ${label}`} onClick={(event) => takeOut(event, () => choose(value))}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combobox
        attributes={fieldAttributes(props)}
        groups={groups}
        chosen={chosen}
        placeholder={element.placeholder?.text ?? 'Choose…'}
        choose={choose}
        several={{ most }}
      />
    </div>
  );
}

/** The button goes with what it takes out: the focus goes to the field. */
function takeOut(event: TargetedMouseEvent<HTMLButtonElement>, remove: () => void): void {
  event.currentTarget.closest('.several')?.querySelector('input')?.focus();
  remove();
}
