// What Slack sends when a person types a command, presses something, submits or closes a modal.
import { payloadName } from './describe/conversation.ts';
import { describeMessage } from './describe/message.ts';
import { elsewhere } from './describe/person.ts';
import { describeView, elementsOf, stateOf } from './describe/view.ts';
import { nextId, nextTrigger } from './ids.ts';
import { verificationToken } from './installed.ts';
import type { ResponseUrl, View } from './screen.ts';
import type { SmallSlack } from './small-slack.ts';
import type { Block, Conversation, Message } from './world.ts';

const seconds = 1000;

/** A fresh trigger: for 3 seconds the app may open one modal before this person. */
function newTrigger(slack: SmallSlack, user: string, view?: string): string {
  const id = nextTrigger(slack.world, slack.now());
  slack.world.triggers.set(id, { user, until: slack.now() + 3 * seconds, used: false, ...(view === undefined ? {} : { view }) });
  if (slack.world.triggers.size > 1000) forgetOldest(slack.world.triggers);
  return id;
}

/** A fresh address to answer to: 5 times within 30 minutes. */
function newResponseUrl(slack: SmallSlack, to: Omit<ResponseUrl, 'until' | 'left'>): string {
  const id = nextId(slack.world, 'R');
  slack.world.responseUrls.set(id, { ...to, until: slack.now() + 30 * 60 * seconds, left: 5 });
  if (slack.world.responseUrls.size > 1000) forgetOldest(slack.world.responseUrls);
  return `${slack.baseUrl}/response/${id}`;
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

/** The payload of a slash command. */
export function commandPayload(
  slack: SmallSlack,
  typed: { user: string; conversation: Conversation; command: string; text: string },
): Record<string, string> {
  const { world } = slack;
  return {
    token: verificationToken,
    team_id: teamOf(slack, typed.user),
    team_domain: world.team.domain,
    channel_id: typed.conversation.id,
    channel_name: payloadName(typed.conversation),
    user_id: typed.user,
    user_name: world.people.get(typed.user)?.handle ?? '',
    command: typed.command,
    text: typed.text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(slack, { user: typed.user, channel: typed.conversation.id }),
    trigger_id: newTrigger(slack, typed.user),
  };
}

/** People from elsewhere, in a shared channel, act from their own workspace. */
function teamOf(slack: SmallSlack, user: string): string {
  return slack.world.people.get(user)?.kind === 'external' ? elsewhere : slack.world.team.id;
}

function who(slack: SmallSlack, user: string): Block {
  const handle = slack.world.people.get(user)?.handle ?? '';
  return {
    team: { id: slack.world.team.id, domain: slack.world.team.domain },
    user: { id: user, username: handle, name: handle, team_id: teamOf(slack, user) },
    api_app_id: slack.world.app.id,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Where something was pressed. */
export type Surface = { message: Message; conversation: Conversation } | { view: View };

/** The payload of a pressed button or a changed menu. */
export function actionPayload(slack: SmallSlack, user: string, on: Surface, action: Block): Block {
  const base = { type: 'block_actions', ...who(slack, user) };
  const actions = [{ ...action, ...mirrored(on, action), action_ts: `${(slack.now() / 1000).toFixed(6)}` }];
  if ('view' in on) {
    const view = describeView(slack.world, on.view);
    const trigger_id = newTrigger(slack, user, on.view.kind === 'modal' ? on.view.id : undefined);
    return { ...base, container: { type: 'view', view_id: on.view.id }, trigger_id, view, actions };
  }
  const { message, conversation } = on;
  const ephemeral = message.onlyFor !== undefined;
  return {
    ...base,
    container: { type: 'message', message_ts: message.ts, channel_id: conversation.id, is_ephemeral: ephemeral },
    trigger_id: newTrigger(slack, user),
    channel: { id: conversation.id, name: payloadName(conversation) },
    ...(ephemeral ? {} : { message: describeMessage(slack.world, message, { metadata: true, baseUrl: slack.baseUrl }) }),
    state: { values: stateOf({ view: { blocks: message.blocks }, state: {} }) },
    response_url: newResponseUrl(slack, {
      user,
      channel: conversation.id,
      ts: message.ts,
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
    actions,
  };
}

/** What Slack repeats of an element beside what was done with it. */
function mirrored(on: Surface, action: Block): Block {
  const blocks = 'view' in on ? on.view.view.blocks : on.message.blocks;
  const elements = blocks.filter((block) => block.block_id === action.block_id).flatMap(elementsOf);
  const element = elements.find((one) => one.action_id === action.action_id) ?? {};
  const repeated = Object.entries(element).filter(([name]) => /^(?:placeholder|confirm|initial_\w+)$/.test(name));
  return Object.fromEntries(repeated);
}

/** The payload of a submitted modal. */
export function submissionPayload(slack: SmallSlack, view: View): Block {
  return {
    type: 'view_submission',
    ...who(slack, view.user),
    trigger_id: newTrigger(slack, view.user, view.id),
    view: describeView(slack.world, view),
    response_urls: [],
  };
}

/** The payload of a closed modal, for apps that asked to hear of it. */
export function closingPayload(slack: SmallSlack, view: View, cleared: boolean): Block {
  return { type: 'view_closed', ...who(slack, view.user), view: describeView(slack.world, view), is_cleared: cleared };
}
