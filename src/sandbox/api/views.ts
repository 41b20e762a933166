// views.*: modals before one person, at most three on top of each other, and their Home tab.

import { isObject } from '../check/rules.ts';
import { checkView } from '../check/views.ts';
import { describeView } from '../describe/view.ts';
import type { Trigger, View } from '../screen.ts';
import { putHome, putModal, replaceView } from '../views.ts';
import type { Block } from '../world.ts';
import { type Answered, broken, type Call, jsonArg, type Method, refuse, refuseFor, textArg } from './call.ts';

type SentView = Block & { blocks: Block[] };
type Sent = { ok: true; view: SentView } | { ok: false; refusal: Answered };

const largest = 250_000;

function sentView(call: Call, kind: 'modal' | 'home'): Sent {
  const view = jsonArg(call.args, 'view');
  if (view === undefined || view === broken || !isObject(view))
    return { ok: false, refusal: refuseFor('invalid_arguments', ['failed to parse view']) };
  const faults = checkView(view, kind);
  if (faults.length > 0) return { ok: false, refusal: refuseFor('invalid_arguments', faults) };
  if (JSON.stringify(view).length > largest) return { ok: false, refusal: refuse('view_too_large') };
  return { ok: true, view: view as SentView };
}

/** The trigger of the call, used up; or why it opens nothing. */
function useTrigger(call: Call): Trigger | string {
  const trigger = call.world.triggers.get(textArg(call.args, 'trigger_id'));
  if (!trigger) return 'invalid_trigger_id';
  if (trigger.used) return 'exchanged_trigger_id';
  if (call.now > trigger.until) return 'expired_trigger_id';
  trigger.used = true;
  return trigger;
}

function open(call: Call): Answered {
  const sent = sentView(call, 'modal');
  if (!sent.ok) return sent.refusal;
  if (takenExternalId(call, sent.view)) return refuse('duplicate_external_id');
  const trigger = useTrigger(call);
  if (typeof trigger === 'string') return refuse(trigger);
  return answer(call, putModal(call.slack, trigger.user, sent.view));
}

function push(call: Call): Answered {
  const sent = sentView(call, 'modal');
  if (!sent.ok) return sent.refusal;
  if (takenExternalId(call, sent.view)) return refuse('duplicate_external_id');
  const trigger = useTrigger(call);
  if (typeof trigger === 'string') return refuse(trigger);
  const stack = call.world.screens.get(trigger.user)?.modals ?? [];
  if (trigger.view === undefined || !stack.includes(trigger.view)) return refuse('not_found');
  if (stack.length >= 3) return refuse('push_limit_reached');
  return answer(call, putModal(call.slack, trigger.user, sent.view, trigger.view));
}

function update(call: Call): Answered {
  const id = textArg(call.args, 'view_id');
  const externalId = textArg(call.args, 'external_id');
  const view = id ? call.world.views.get(id) : byExternalId(call, externalId);
  if (!view) return refuse('not_found');
  const sent = sentView(call, view.kind);
  if (!sent.ok) return sent.refusal;
  const hash = textArg(call.args, 'hash');
  if (hash !== '' && hash !== view.hash) return refuse('hash_conflict');
  return answer(call, replaceView(call.slack, view, sent.view));
}

function publish(call: Call): Answered {
  const { app, people, views, homes } = call.world;
  if (!app.homeTab) return refuse('not_enabled');
  const user = textArg(call.args, 'user_id');
  const person = people.get(user);
  if (!person || person.kind === 'bot')
    return refuse('invalid_arguments', { response_metadata: { messages: ['[ERROR] invalid `user_id`'] } });
  if (person.kind === 'deactivated') return refuse('user_disabled');
  const sent = sentView(call, 'home');
  if (!sent.ok) return sent.refusal;
  const hash = textArg(call.args, 'hash');
  if (hash !== '' && hash !== views.get(homes.get(user) ?? '')?.hash) return refuse('hash_conflict');
  return answer(call, putHome(call.slack, user, sent.view));
}

function byExternalId(call: Call, externalId: string): View | undefined {
  if (externalId === '') return undefined;
  return [...call.world.views.values()].find((one) => one.view.external_id === externalId);
}

function takenExternalId(call: Call, view: SentView): boolean {
  return typeof view.external_id === 'string' && byExternalId(call, view.external_id) !== undefined;
}

function answer(call: Call, view: View): Answered {
  return { ok: true, view: describeView(call.world, view) };
}

export const views: Record<string, Method> = {
  'views.open': { tier: 4, run: open },
  'views.push': { tier: 4, run: push },
  'views.update': { tier: 4, run: update },
  'views.publish': { tier: 4, run: publish },
};
