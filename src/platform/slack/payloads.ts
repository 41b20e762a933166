// The shapes in which Slack sends commands, presses and submitted modals; of each only what is read.
import { z } from 'zod';

const id = z.string().min(1);
const text = z.string().catch('');
const state = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const who = z.object({ id, team_id: id.nullish().catch(null) });
const team = z.object({ id }).nullish().catch(null);

export const viewShape = z.object({
  id,
  type: text,
  hash: text,
  callback_id: text,
  private_metadata: text,
  state: z.object({ values: state }).catch({ values: {} }),
  blocks: z.array(z.object({ type: z.string(), block_id: text })).catch([]),
});

export const commandShape = z.object({
  team_id: id.nullish().catch(null),
  user_id: id,
  channel_id: text,
  text,
  trigger_id: text,
  response_url: z.url().optional().catch(undefined),
});

const chosen = z.object({ value: z.string() });
/** What a control holds: the same where it is pressed and where its form is submitted. */
export const heldShape = z.object({
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});

export const actionShape = heldShape.extend({
  type: text,
  action_id: id,
  action_ts: text,
  url: z.string().nullish(),
});

export const pressShape = z.object({
  team,
  user: who,
  trigger_id: text,
  response_url: z.url().optional().catch(undefined),
  channel: z.object({ id }).optional().catch(undefined),
  message: z.object({ ts: id }).optional().catch(undefined),
  container: z.object({ channel_id: id, message_ts: id }).optional().catch(undefined),
  view: viewShape.optional().catch(undefined),
  actions: z.array(actionShape).min(1),
});

export const submissionShape = z.object({ team, user: who, trigger_id: text, view: viewShape });
