// An event once it is read: what it means, and nothing else of what Slack sent.
import type { EventKind } from './kinds.ts';

export interface Incoming {
  kind: EventKind;
  /** What the event means: the same for every copy of it that Slack may send. */
  key: string;
  /** A second name by which a copy may be known. */
  twin?: string;
  fields: Record<string, string>;
  /** To be sealed. */
  text?: string;
  /** Worth keeping only where the person is known here already: Slack reports every change of everyone. */
  onlyIfKnown?: boolean;
}

/** Whom and where we are: our own messages and those of other workspaces are not news. */
export interface Us {
  workspace: string;
  botUser: string;
}

/** Only the fields that are there. */
export function present(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined));
}
