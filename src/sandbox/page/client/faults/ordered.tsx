// What is ordered to go wrong and has not happened yet.
import type { Page } from '../state.ts';
import { type Recorded, takeBack } from './ask.ts';
import { deathWords, orderedWords } from './choices.ts';

export function Ordered({ page, record: { ordered, bot } }: { page: Page; record: Recorded }) {
  const dies = bot?.dies ? [deathWords(bot.dies)] : [];
  const waiting = [...orderedWords(ordered), ...dies];
  if (waiting.length === 0) return null;
  return (
    <div class="ordered">
      <h3>Still to happen</h3>
      <ul>
        {waiting.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button type="button" class="button" disabled={page.busy} onClick={() => void page.working(takeBack)}>
        Take it all back
      </button>
    </div>
  );
}
