// What a person has just done, out of what Slack tells the app of it. Pure.
import { plainOf } from '../render/mrkdwn.ts';
import type { Envelope } from '../small-slack.ts';
import type { Block } from '../world.ts';

export interface Deed {
  by: string;
  kind: 'typed' | 'pressed' | 'sent';
  text: string;
  /** The message it was done at. */
  place?: { conversation: string; ts: string };
}

interface Payload {
  type?: string;
  user_id?: string;
  command?: string;
  text?: string;
  user?: { id: string };
  actions?: Block[];
  container?: { channel_id?: string; message_ts?: string };
  view?: { title?: unknown };
}

/** `undefined` for what nobody would call a deed: choices in a form that is still being filled in, and closing one. */
export function deedOf({ type, payload }: Envelope): Deed | undefined {
  const told = payload as Payload;
  if (type === 'slash_commands') return { by: told.user_id ?? '', kind: 'typed', text: `${told.command} ${told.text ?? ''}`.trim() };
  const by = told.user?.id;
  if (type !== 'interactive' || by === undefined) return undefined;
  if (told.type === 'view_submission') return { by, kind: 'sent', text: plainOf(told.view?.title) };
  const [action] = told.actions ?? [];
  if (told.type !== 'block_actions' || !action) return undefined;
  if (told.view && action.type !== 'button') return undefined;
  const { channel_id: conversation, message_ts: ts } = told.container ?? {};
  return {
    ...{ by, kind: 'pressed', text: plainOf(action.text) || plainOf((action.selected_option as Block | undefined)?.text) || 'a choice' },
    ...(conversation && ts ? { place: { conversation, ts } } : {}),
  };
}
