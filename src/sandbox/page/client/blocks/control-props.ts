// What every control of Block Kit is given: its element, what it holds, and whom to tell.
import type { Element, Held } from './block-kit.ts';
import type { Stage } from './stage.ts';

export interface ControlProps {
  element: Element;
  stage: Stage;
  held: Held;
  /** Notes what has been typed or chosen. */
  put: (held: Held) => void;
  /** Notes it, and says that the person is done with it: what tells the bot, where it is to be told. */
  settle: (held: Held) => void;
  /** Whether the bot hears of it as soon as it is settled. */
  speaks: boolean;
  /** The control's own id, by which its label finds it. */
  id: string;
  /** The name of a control that has no label beside it. */
  name?: string | undefined;
  /** Ids of what describes it: hint and fault. */
  describedBy?: string | undefined;
  faulty?: boolean;
  optional?: boolean;
}

/** The attributes that all fields share. */
export function fieldAttributes({ element, id, name, describedBy, faulty = false, optional = true }: ControlProps) {
  return {
    id,
    required: !optional,
    'aria-invalid': faulty,
    ...(element.focus_on_load && { 'data-first': '' }),
    ...(name && { 'aria-label': name }),
    ...(describedBy && { 'aria-describedby': describedBy }),
  };
}
