// What a row of the outbox holds as JSON, read back: whatever is not the shape that was written is a fault, and is never sent.
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Address, Body } from './enqueue.ts';

const address: z.ZodType<Address> = z.discriminatedUnion('to', [
  z.object({ to: z.literal('person'), user: z.string() }),
  z.object({ to: z.literal('group'), users: z.array(z.string()) }),
  z.object({ to: z.literal('channel'), channel: z.string() }),
]);

/** Slack itself looks at what is in a block. */
const typed = z.looseObject({ type: z.string() });
const block = z.custom<KnownBlock>((value) => typed.safeParse(value).success);
const message = { text: z.string(), blocks: z.array(block) };

const body = z.object({
  ...message,
  picture: z.object({ name: z.string(), alt: z.string(), svg: z.string() }).exactOptional(),
  alone: z.object(message).exactOptional(),
});

/** Throws where `text` is no address. */
export function readAddress(text: string): Address {
  return address.parse(JSON.parse(text));
}

/** Throws where `text`, opened, is no message. */
export function readBody(text: string): Body {
  return body.parse(JSON.parse(text));
}
