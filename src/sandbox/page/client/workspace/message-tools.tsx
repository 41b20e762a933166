// What may be done about a message, beside it: reply in its thread, and with one's own, change it or delete it.
import { useState } from 'preact/hooks';
import { DeleteMessage, EditMessage } from '../dialogs/own-message.tsx';
import type { SceneMessage } from '../scene.ts';
import { usePage } from '../state.ts';
import { Icon, type IconName } from './icons.tsx';
import { labelOf, nameOf } from './labels.ts';
import { asTyped } from './typed-text.ts';

interface ToolsProps {
  message: SceneMessage;
  where: string;
  inThread: boolean;
  me: string;
  openThread: (ts: string) => void;
}

export function MessageTools({ message, where, inThread, me, openThread }: ToolsProps) {
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const own = message.user === me;
  const replies = !inThread && !message.onlyForMe;
  if (!own && !replies) return null;
  const done = () => setDoing(undefined);
  return (
    <div class="tools" role="toolbar" aria-label="Message">
      {replies && <Tool icon="reply" label="Reply in thread" act={() => openThread(message.ts)} />}
      {own && message.files.length === 0 && <Tool icon="edit" label="Edit" act={() => setDoing('edit')} />}
      {own && <Tool icon="bin" label="Delete" act={() => setDoing('delete')} />}
      {doing === 'edit' && <Edit message={message} where={where} done={done} />}
      {doing === 'delete' && <Delete message={message} where={where} done={done} />}
    </div>
  );
}

interface DoingProps {
  message: SceneMessage;
  where: string;
  done: () => void;
}

function Edit({ message, where, done }: DoingProps) {
  const { scene, perform } = usePage();
  const channel = (id: string) => {
    const found = scene.conversations.find((one) => one.id === id);
    return found ? labelOf(found, scene) : id;
  };
  const finish = (text: string | undefined) => {
    done();
    if (text !== undefined) void perform({ do: 'edit', ts: message.ts, where, text });
  };
  return <EditMessage text={asTyped(message.text, { person: (id) => nameOf(id, scene), channel })} done={finish} />;
}

function Delete({ message, where, done }: DoingProps) {
  const { perform } = usePage();
  const finish = (yes: boolean) => {
    done();
    if (yes) void perform({ do: 'delete', ts: message.ts, where }).then(() => document.querySelector<HTMLElement>('.room .log')?.focus());
  };
  return <DeleteMessage done={finish} />;
}

function Tool({ icon, label, act }: { icon: IconName; label: string; act: () => void }) {
  return (
    <button type="button" title={label} onClick={act}>
      <Icon name={icon} />
      <span class="out-of-sight">{label}</span>
    </button>
  );
}
