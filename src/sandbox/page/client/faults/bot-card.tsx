// The bot's life in the visitor's hand: killed, started again, its line hung up. What it has written down remains.
import type { Page } from '../state.ts';
import { hangUp, killBot, type Recorded, startBot } from './ask.ts';

export function BotCard({ page, record: { bot, sockets } }: { page: Page; record: Recorded }) {
  const { busy } = page;
  return (
    <div class="bot-life">
      {bot && (
        <>
          <p>
            <strong>{bot.isUp ? 'The bot is running.' : 'The bot is dead.'}</strong>
            {!bot.isUp && ' What it has written down remains; what people do now, Slack tells it again for some minutes.'}
          </p>
          <button
            type="button"
            class={bot.isUp ? 'button' : 'button primary'}
            disabled={busy}
            onClick={() => void page.working(bot.isUp ? () => killBot() : startBot)}
          >
            {bot.isUp ? 'Kill the bot now' : 'Start the bot again'}
          </button>
        </>
      )}
      {sockets !== null && sockets > 0 && (
        <button type="button" class="button" disabled={busy} onClick={() => void page.working(hangUp)}>
          Hang up its line
        </button>
      )}
    </div>
  );
}
