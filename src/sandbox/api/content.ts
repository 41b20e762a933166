// What a call wants to say: its text, blocks and metadata, checked as Slack checks them.
import { checkBlocks } from '../check/blocks.ts';
import { completed } from '../check/complete.ts';
import { isObject } from '../check/rules.ts';
import { keptText } from '../kept-text.ts';
import type { Block, Message } from '../world.ts';
import { type Answered, broken, type Call, jsonArg, refuse, refuseFor, textArg } from './call.ts';

/** Bytes. Slack does not tell its own limit. */
const mostMetadata = 8_000;

interface Content {
  text: string;
  blocks: Block[];
  metadata?: NonNullable<Message['metadata']>;
}

type Read = { ok: true; value: Content } | { ok: false; refusal: Answered };

/** Text, blocks and metadata of a call, checked. */
export function contentOf(call: Call): Read {
  const no = (refusal: Answered): Read => ({ ok: false, refusal });
  const text = keptText(textArg(call.args, 'text'), textArg(call.args, 'parse')) || textArg(call.args, 'markdown_text');
  const blocks = jsonArg(call.args, 'blocks') ?? [];
  if (blocks === broken || !Array.isArray(blocks)) return no(refuse('invalid_blocks_format'));
  if (text === '' && blocks.length === 0) return no(refuse('no_text'));
  const faults = [...checkBlocks(blocks, 'message'), ...pictureFaults(call, blocks)];
  if (faults.length > 0) return no(refuseFor('invalid_blocks', faults));
  const metadata = jsonArg(call.args, 'metadata');
  const fault = metadata === undefined ? undefined : metadataFault(metadata);
  if (fault) return no(refuse(fault));
  const value: Content = { text, blocks: completed(call.world, blocks as Block[]) };
  return { ok: true, value: metadata === undefined ? value : { ...value, metadata: metadata as NonNullable<Message['metadata']> } };
}

/** Pictures that are named by a file must be there, whole. */
function pictureFaults(call: Call, blocks: readonly unknown[]): string[] {
  return blocks.flatMap((block, index) => {
    const file = isObject(block) && block.type === 'image' && isObject(block.slack_file) ? block.slack_file : undefined;
    const there =
      call.world.files.get(String(file?.id))?.complete || (typeof file?.url === 'string' && file.url.startsWith(call.slack.baseUrl));
    return file && !there ? [`invalid slack file [json-pointer:/blocks/${index}/slack_file]`] : [];
  });
}

function metadataFault(metadata: unknown): string | undefined {
  if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload)) return 'invalid_metadata_format';
  if (!/^[a-z0-9_]+$/i.test(metadata.event_type)) return 'invalid_metadata_format';
  return JSON.stringify(metadata).length > mostMetadata ? 'metadata_too_large' : undefined;
}
