// The organiser who is asked whether a part of the announcement was posted: looks into the channel, and answers truthfully.

import type { Control } from '../../src/sandbox/act/find.ts';
import { press } from '../../src/sandbox/act/press.ts';
import type { Cast } from '../../src/sandbox/demo-cast.ts';
import { elementsOf } from '../../src/sandbox/describe/view.ts';
import { plainOf } from '../../src/sandbox/render/mrkdwn.ts';
import type { OpenSlack } from '../bench/slack-on-a-port.ts';

export interface Decider {
  /** Answers every question that stands in the organiser's messages about these letters; each once. */
  about: (letters: readonly { id: string; key: string }[]) => Promise<void>;
  /** How many have been answered. */
  count: () => number;
}

export function decider(open: OpenSlack, cast: Cast): Decider {
  const organiser = open.as(cast.organiser);
  const answered = new Set<string>();
  return {
    count: () => answered.size,
    about: async (letters) => {
      for (const { id, key } of letters) {
        const label = isPosted(open, cast, key) ? 'Posted already' : 'Post it now';
        const control = buttonFor(open, organiser.id, { id, label });
        // The question itself is a message that may still be on its way.
        if (!control) continue;
        await press(open.slack, organiser.id, control);
        answered.add(`${id} ${(control.on as { message: { ts: string } }).message.ts}`);
      }
    },
  };
}

/** `announcement:<round>` is the first part, `announcement:<round>:2` the second. */
function isPosted({ slack }: OpenSlack, cast: Cast, key: string): boolean {
  const [, , part = '1'] = key.split(':');
  const channel = [...slack.world.conversations.values()].find(({ name }) => name === cast.channel);
  const texts = (channel?.messages ?? []).filter(({ user }) => user === slack.world.app.botUser).map(({ text }) => text);
  return texts.some((text) => (part === '1' ? text.includes('has begun') : text.includes(`(${part} of `)));
}

function buttonFor({ slack }: OpenSlack, user: string, wanted: { id: string; label: string }): Control | undefined {
  const conversations = [...slack.world.conversations.values()].filter(({ kind, members }) => kind === 'dm' && members.includes(user));
  for (const conversation of conversations) {
    for (const message of [...conversation.messages].reverse()) {
      for (const block of message.blocks) {
        const element = elementsOf(block).find(({ value, text }) => value === wanted.id && plainOf(text) === wanted.label);
        if (element) return { on: { conversation, message }, block, element };
      }
    }
  }
  return undefined;
}
