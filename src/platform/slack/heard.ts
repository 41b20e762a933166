// Commands, presses and submitted modals as Slack sends them, read into the plain values of `spoken.ts`. What does not have Slack's shape is
// `undefined`: it was not made by a person in Slack. Pure.
import type { z } from 'zod';
import { typed } from './inputs.ts';
import { type actionShape, commandShape, pressShape, submissionShape, type viewShape } from './payloads.ts';
import type { Pressed, Spoken, Submitted, ViewState } from './spoken.ts';

/** Who speaks, and from which workspaces: a stranger from a shared channel names another one than ours. */
export interface Origin {
  user: string;
  teams: string[];
  responseUrl?: string | undefined;
}

export interface HeardCommand extends Origin {
  /** The first word, in lower case; empty for the command alone. */
  word: string;
  spoken: Spoken;
}

export interface HeardPress extends Origin {
  pressed: Pressed;
  /** The kind of control: `button`, `static_select`, … */
  control: string;
  /** Where it was pressed: a message, a modal or the Home tab. */
  place: 'message' | 'modal' | 'home';
  /** A button that only opens a page. */
  isLink: boolean;
  /** The same for a press that reaches us twice. */
  key: string;
}

export interface HeardSubmission extends Origin {
  submitted: Submitted;
  /** The first field: where something that concerns the whole form can be said. */
  firstField?: string | undefined;
}

export function heardCommand(body: unknown): HeardCommand | undefined {
  const command = commandShape.safeParse(body).data;
  if (!command) return undefined;
  const line = typed(command.text);
  const [word = ''] = line.split(/\s/, 1);
  return {
    user: command.user_id,
    teams: command.team_id ? [command.team_id] : [],
    responseUrl: command.response_url,
    word: word.toLowerCase(),
    spoken: {
      user: command.user_id,
      channel: command.channel_id,
      rest: line.slice(word.length).trim(),
      triggerId: command.trigger_id,
    },
  };
}

export function heardPress(body: unknown): HeardPress | undefined {
  const press = pressShape.safeParse(body).data;
  const action = press?.actions[0];
  if (!press || !action) return undefined;
  const { view } = press;
  const values = valuesOf(action);
  const channel = press.channel?.id ?? press.container?.channel_id;
  const ts = press.message?.ts ?? press.container?.message_ts;
  const pressed: Pressed = {
    user: press.user.id,
    action: action.action_id.replace(/#.*$/s, ''),
    value: values[0] ?? '',
    values,
    triggerId: press.trigger_id,
    ...(channel && ts && { message: { channel, ts } }),
    ...(view && { view: viewOf(view) }),
  };
  return {
    user: press.user.id,
    teams: teamsOf(press),
    responseUrl: press.response_url,
    pressed,
    control: action.type,
    place: view ? (view.type === 'home' ? 'home' : 'modal') : 'message',
    isLink: Boolean(action.url) || pressed.action.endsWith('.link'),
    key: [press.user.id, view ? `${view.id} ${view.hash}` : `${channel} ${ts}`, action.action_id, values.join(' ')].join(' '),
  };
}

export function heardSubmission(body: unknown): HeardSubmission | undefined {
  const submission = submissionShape.safeParse(body).data;
  if (!submission) return undefined;
  const { view } = submission;
  const { id: viewId, ...rest } = viewOf(view);
  return {
    user: submission.user.id,
    teams: teamsOf(submission),
    submitted: { user: submission.user.id, viewId, ...rest, triggerId: submission.trigger_id },
    firstField: view.blocks.find((block) => block.type === 'input')?.block_id || undefined,
  };
}

function viewOf(view: z.infer<typeof viewShape>): {
  id: string;
  hash: string;
  callbackId: string;
  privateMetadata: string;
  state: ViewState;
} {
  return {
    id: view.id,
    hash: view.hash,
    callbackId: view.callback_id,
    privateMetadata: view.private_metadata,
    state: view.state.values,
  };
}

function teamsOf(body: { team?: { id: string } | null | undefined; user: { team_id?: string | null | undefined } }): string[] {
  return [body.team?.id, body.user.team_id].filter((each) => typeof each === 'string');
}

function valuesOf(action: z.infer<typeof actionShape>): string[] {
  const many = [...(action.selected_options ?? []).map((option) => option.value), ...(action.selected_users ?? [])];
  const one = [action.selected_option?.value, action.selected_user, action.selected_date, action.selected_time, action.value];
  return [...many, ...one.filter((value) => typeof value === 'string')];
}
