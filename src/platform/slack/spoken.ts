// Commands and buttons as plain values: what a room's ears pass on and what it answers. No Bolt type goes past this point.
import type { KnownBlock, ModalView } from '@slack/types';
import type { Tools } from '../tools.ts';

/** What a person typed after the command and its first word. */
export interface Spoken {
  user: string;
  channel: string;
  /** The rest of the line, trimmed: mentions stand as `<@U…>`, channels as `<#C…>`. */
  rest: string;
  triggerId: string;
  /** Tells Slack that it was heard, before work during which nothing else could be said. Whoever does not call it is answered for in time. */
  acknowledge?: () => Promise<void>;
}

/** Shown to the person alone. */
export interface Answer {
  /** mrkdwn, as `content.say` gives it: what is shown when there are no blocks, and what a notification and a screen reader say when there are. */
  text: string;
  blocks?: KnownBlock[];
}

/** A typed word: runs, and answers; `undefined` where a modal is the answer. */
export type Hear = (tools: Tools, spoken: Spoken) => Promise<Answer | undefined>;

/** A pressed button or a chosen option. */
export interface Pressed {
  user: string;
  /** `room.control`. What stands behind a `#` in the control's id, which keeps several of a kind apart in one message, is left out. */
  action: string;
  /** The button's value or the chosen option's value(s), as Slack sent them: to be checked, never trusted. */
  value: string;
  values: string[];
  triggerId: string;
  /** Where it was pressed. */
  message?: { channel: string; ts: string };
  view?: { id: string; hash: string; callbackId: string; privateMetadata: string; state: ViewState };
}

/** The inputs of a view, by block id and then action id, as Slack sends them. */
export type ViewState = Record<string, Record<string, Record<string, unknown>>>;

export type Press = (tools: Tools, pressed: Pressed) => Promise<Answer | undefined>;

/** A submitted modal. */
export interface Submitted {
  user: string;
  viewId: string;
  hash: string;
  callbackId: string;
  privateMetadata: string;
  state: ViewState;
  triggerId: string;
}

/** How a submitted modal is answered: closed, corrected at its fields (by block id), replaced, or joined by another. */
export type Reply =
  | { then: 'close' }
  | { then: 'errors'; errors: Record<string, string> }
  | { then: 'update'; view: ModalView }
  | { then: 'push'; view: ModalView };

export type Submit = (tools: Tools, submitted: Submitted) => Promise<Reply>;

/** A room's ears: what it listens to, by action id and callback id. Words typed stand in `commands.ts`. */
export interface Ears {
  presses?: Record<string, Press>;
  submits?: Record<string, Submit>;
  /** Inbox kinds, see `platform/inbox/kinds.ts`; runs at least once, so it must be safe to repeat. */
  events?: Record<string, (tools: Tools, event: import('../inbox/kinds.ts').Event) => Promise<void>>;
  /** After `user` has typed a word, pressed or sent something: what they and others have before them may have to be drawn anew. */
  afterwards?: (tools: Tools, user: string) => Promise<void>;
}
