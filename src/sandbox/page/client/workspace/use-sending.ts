// Sends what stands in the composer, once at a time. What could not be sent stands there again, unless something else does by then.
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../state.ts';
import type { Shared } from './share.tsx';

interface Sending {
  where: string;
  thread: string | undefined;
  text: string;
  file: Shared | undefined;
  write: (text: string) => void;
  setFile: (file: Shared | undefined) => void;
}

export function useSending({ where, thread, text, file, write, setFile }: Sending): { send: () => Promise<void>; sending: boolean } {
  const { perform, say, busy } = usePage();
  const [sending, setSending] = useState(false);
  const latest = useRef('');
  useEffect(() => {
    latest.current = text;
  });
  const send = async () => {
    const line = text.trim();
    if (line === '' && !file) return;
    if (busy || sending) return say('The bot is still at work. What you wrote waits here; send it again in a moment.');
    if (thread && line.startsWith('/')) return say('Commands do not work in threads. Type it in the conversation.');
    setSending(true);
    write('');
    setFile(undefined);
    const isCommand = line.startsWith('/') && !file;
    const spoken = {
      do: 'say' as const,
      text: line,
      where,
      ...(thread && { thread }),
      ...(file && { file: { name: file.name, text: file.text } }),
    };
    const done = await perform(isCommand ? { do: 'type', line, where } : spoken);
    setSending(false);
    if (done || latest.current !== '') return;
    write(line);
    setFile(file);
  };
  return { send, sending };
}
