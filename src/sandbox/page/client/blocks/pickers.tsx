// Pickers of days, of times, and of both: the browser's own, which every keyboard and every phone knows. Days with a time are read on the acting
// person's own clock, as in Slack.
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { type ControlProps, fieldAttributes } from './control-props.ts';
import { atWallClock, wallClock } from './zoned.ts';

interface Picker {
  type: 'date' | 'time' | 'datetime-local';
  /** What the browser's picker shows for what is held, and the other way round. */
  shown: (held: string, timeZone: string) => string;
  held: (shown: string, timeZone: string) => string;
}

const same = (value: string) => value;
const PICKERS: Readonly<Record<string, Picker>> = {
  datepicker: { type: 'date', shown: same, held: same },
  timepicker: { type: 'time', shown: same, held: same },
  datetimepicker: {
    type: 'datetime-local',
    shown: (held, timeZone) => (held === '' ? '' : wallClock(Number(held), timeZone).slice(0, 16)),
    held: (shown, timeZone) => String(atWallClock(shown, timeZone) ?? ''),
  },
};

export function isPicker(type: string): boolean {
  return Object.hasOwn(PICKERS, type);
}

export function PickerField(props: ControlProps): JSX.Element | null {
  const { element, held, stage, put, settle } = props;
  const picker = PICKERS[element.type];
  const telling = useTyping(settle);
  if (!picker) return null;
  const { timeZone } = stage.names;
  const note = zoneNote(element.type, element.timezone, timeZone);
  return (
    <span class="picker">
      <input
        {...fieldAttributes(props)}
        type={picker.type}
        value={picker.shown(String(held), timeZone)}
        onInput={(event) => {
          const value = picker.held(event.currentTarget.value, timeZone);
          put(value);
          telling.changed(value);
        }}
        {...telling.listeners}
      />
      {note && <small>{note}</small>}
    </span>
  );
}

/** A date that is being typed comes in pieces: it is told when the field is left or Enter pressed. One that is picked is told at once. */
function useTyping(settle: (held: string) => void) {
  const state = useRef({ typing: false, untold: undefined as string | undefined });
  const tell = () => {
    const { untold } = state.current;
    state.current = { typing: false, untold: undefined };
    if (untold !== undefined) settle(untold);
  };
  return {
    changed: (value: string) => {
      state.current.untold = value;
      if (!state.current.typing) tell();
    },
    listeners: {
      onBlur: tell,
      onPointerDown: () => {
        state.current.typing = false;
      },
      onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter' && state.current.untold !== undefined) tell();
        else if (event.key !== 'Tab') state.current.typing = true;
      },
    },
  };
}

function zoneNote(type: string, ofElement: string | undefined, ofReader: string): string | undefined {
  const zone = type === 'timepicker' ? ofElement : type === 'datetimepicker' ? ofReader : undefined;
  return zone && `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time`;
}
