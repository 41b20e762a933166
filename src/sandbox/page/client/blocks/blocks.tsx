// Draws Block Kit: the blocks of a message or a view, with their controls joined to whoever is listening.
import type { ComponentType, JSX } from 'preact';
import type { Block, Element, TextObject } from './block-kit.ts';
import { Part } from './control.tsx';
import { Input } from './input.tsx';
import { elementKeysOf, keysOf } from './keys.ts';
import { Boxes, Label, Words } from './mrkdwn.tsx';
import { Picture } from './picture.tsx';
import { readMarkdown } from './read-markdown.ts';
import { type RichPart, readRichText } from './read-rich-text.ts';
import type { Stage } from './stage.ts';

export type { Stage } from './stage.ts';

interface Drawn {
  block: Block;
  stage: Stage;
}

export function Blocks({ blocks, stage }: { blocks: readonly Block[]; stage: Stage }): JSX.Element {
  const keys = keysOf(blocks);
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const Kind = KINDS[block.type] ?? Unknown;
        return <Kind key={keys[index]} block={block} stage={stage} />;
      })}
    </div>
  );
}

const KINDS: Readonly<Record<string, ComponentType<Drawn> | undefined>> = {
  section: Section,
  header: Header,
  divider: () => <hr />,
  context: Context,
  actions: Actions,
  image: Image,
  input: Input,
  rich_text: ({ block, stage }) => (
    <div class="words">
      <Boxes boxes={readRichText((block.elements ?? []) as unknown as RichPart[])} names={stage.names} />
    </div>
  ),
  markdown: ({ block, stage }) => (
    <div class="words">
      <Boxes boxes={readMarkdown(typeof block.text === 'string' ? block.text : '')} names={stage.names} />
    </div>
  ),
};

function Section({ block, stage }: Drawn): JSX.Element {
  return (
    <div class="section">
      <div class="words">
        {typeof block.text === 'object' && <Words of={block.text} names={stage.names} />}
        {block.fields && (
          <div class="fields">
            {block.fields.map((field) => (
              <div>
                <Words of={field} names={stage.names} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && <Part key={elementKeysOf([block.accessory])[0]} block={block} element={block.accessory} stage={stage} />}
    </div>
  );
}

function Header({ block, stage }: Drawn): JSX.Element {
  return <h3>{typeof block.text === 'object' && <Label of={block.text} names={stage.names} />}</h3>;
}

function Context({ block, stage }: Drawn): JSX.Element {
  return (
    <div class="context">
      {(block.elements ?? []).map((part) =>
        part.type === 'image' ? (
          <Picture source={part} stage={stage} small />
        ) : (
          <div>
            <Words of={textIn(part)} names={stage.names} />
          </div>
        ),
      )}
    </div>
  );
}

/** Texts in a context block stand there as elements. */
function textIn(part: Element): TextObject {
  return { ...(part as unknown as TextObject), text: String(part.text ?? '') };
}

function Actions({ block, stage }: Drawn): JSX.Element {
  const elements = block.elements ?? [];
  const keys = elementKeysOf(elements);
  return (
    <div class="actions">
      {elements.map((element, index) => (
        <Part key={keys[index]} block={block} element={element} stage={stage} />
      ))}
    </div>
  );
}

function Image({ block, stage }: Drawn): JSX.Element {
  return (
    <figure>
      {block.title && (
        <figcaption>
          <Label of={block.title} names={stage.names} />
        </figcaption>
      )}
      <Picture source={block} stage={stage} />
    </figure>
  );
}

function Unknown({ block }: Drawn): JSX.Element {
  return <p class="unknown">(This page cannot draw a block of the kind “{block.type}”.)</p>;
}
