// Where a conversation begins: what it is and who reads it, for whoever comes to its first message.
import type { SceneConversation } from '../scene.ts';
import { usePage } from '../state.ts';
import { Face } from './face.tsx';
import { Icon } from './icons.tsx';
import { countOf, labelOf } from './labels.ts';

/** Without a conversation: the one with the bot, in which nothing has been said yet. */
export function Beginning({ conversation }: { conversation: SceneConversation | undefined }) {
  const { scene } = usePage();
  const { kind = 'dm', withBot = true } = conversation ?? {};
  if (!conversation || (kind === 'dm' && withBot)) {
    return (
      <div class="beginning">
        <Face id={scene.bot.id} name={scene.bot.name} bot />
        <p>
          <strong>This is your conversation with {scene.bot.name}.</strong> Only you and the bot read it. Write to it, or type / to see what
          it can do.
        </p>
      </div>
    );
  }
  const icon = kind === 'private' ? 'lock' : kind === 'channel' ? 'channel' : 'people';
  return (
    <div class="beginning">
      <span class="sign">
        <Icon name={icon} />
      </span>
      <p>
        <strong>
          {kind === 'channel' && '#'}
          {labelOf(conversation, scene)} begins here.
        </strong>{' '}
        {readersOf(conversation, countOf(conversation, scene))}
      </p>
    </div>
  );
}

function readersOf({ kind, withBot }: SceneConversation, people: string): string {
  if (kind === 'channel') return `${people} are in it, and anyone in the workspace may read it.`;
  if (kind === 'private') return `${people} are in it, and nobody else can see it.`;
  return withBot ? `You are ${people}, with the bot, which posts here and cannot read what you write.` : `You are ${people}.`;
}
