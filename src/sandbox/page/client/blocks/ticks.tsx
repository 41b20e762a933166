// Boxes to tick and radio buttons: native ones, each with its words and its smaller line.
import type { InputHTMLAttributes, JSX, TargetedEvent } from 'preact';
import type { Option } from './block-kit.ts';
import type { ControlProps } from './control-props.ts';
import { textsOf } from './held.ts';
import { Label } from './mrkdwn.tsx';
import type { Names } from './stage.ts';

export function Ticks(props: ControlProps): JSX.Element {
  const { element, held, settle, id, stage } = props;
  const several = element.type === 'checkboxes';
  const chosen = textsOf(held);
  const tick = (value: string, on: boolean) => {
    const rest = several ? chosen.filter((one) => one !== value) : [];
    const now = on ? [...rest, value] : rest;
    settle(several ? inOrder(element.options ?? [], now) : (now[0] ?? ''));
  };
  return (
    <div class="ticks">
      {(element.options ?? []).map((option, index) => (
        <Tick
          key={option.value}
          option={option}
          names={stage.names}
          input={{
            id: index === 0 ? id : `${id}-${index}`,
            type: several ? 'checkbox' : 'radio',
            name: id,
            checked: chosen.includes(option.value),
            'aria-invalid': props.faulty ?? false,
            onChange: (event: TargetedEvent<HTMLInputElement>) => tick(option.value, event.currentTarget.checked),
          }}
        />
      ))}
    </div>
  );
}

function inOrder(options: readonly Option[], values: readonly string[]): string[] {
  return options.map(({ value }) => value).filter((value) => values.includes(value));
}

interface TickProps {
  option: Option;
  names: Names;
  input: InputHTMLAttributes<HTMLInputElement> & { id: string };
}

function Tick({ option, names, input }: TickProps): JSX.Element {
  const described = option.description && `${input.id}-more`;
  return (
    <div class="tick">
      <input {...input} {...(described && { 'aria-describedby': described })} />
      <label for={input.id}>
        <Label of={option.text} names={names} />
      </label>
      {option.description && (
        <small id={described}>
          <Label of={option.description} names={names} />
        </small>
      )}
    </div>
  );
}
