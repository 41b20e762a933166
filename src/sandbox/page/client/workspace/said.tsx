// What the page says about the last deed: Slack's own sentences, and why something could not be done. Read out, and shown until it is sent away.
import { usePage } from '../state.ts';
import { Icon } from './icons.tsx';

export function Said() {
  const { said, say, busy } = usePage();
  return (
    <div class={said ? 'toast' : 'toast silent'}>
      <p role="status">{said ?? (busy ? 'Working…' : '')}</p>
      {said && (
        <button type="button" class="button bare square" onClick={() => say(undefined)}>
          <Icon name="close" />
          <span class="out-of-sight">Dismiss</span>
        </button>
      )}
    </div>
  );
}
