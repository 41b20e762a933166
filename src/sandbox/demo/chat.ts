// What partners in the demo say to each other in their own conversation, where the bot cannot read: a word when they are introduced, when they have
// agreed, when a meeting stands.
import { Temporal } from 'temporal-polyfill';
import { say } from '../act/say.ts';
import { type Company, plan } from '../colleagues/company.ts';
import type { Received } from '../colleagues/transcript.ts';
import { workingMinutesAfter } from '../colleagues/working-time.ts';

const LINES: Readonly<Record<string, readonly string[]>> = {
  pair: [
    'Hello {name}. Good to be doing this with you. I will look for an hour.',
    'Hello {name}. I have wanted to know more about your side of the house for a while.',
    'Hello {name}. First time for me; I shall try not to bring slides.',
    'Hello {name}. Mornings are best for me, if that works where you are.',
    'Hello {name}. Shall we keep it to an hour, and keep the hour?',
  ],
  meeting: [
    'In my diary. Thank you.',
    'That works. I have moved something to keep it free.',
    'Good. I will bring one thing that is still unfinished.',
    'See you then. I would like to go second, if you do not mind.',
    'Thank you. I have put it down as “thinking”, so that nobody moves it.',
    'Perfect. I may walk while we talk.',
  ],
  agreed: [
    'That was quicker than I thought, and better.',
    'Line four is the one I will remember.',
    'Thank you. I feel easier already.',
    'Good to have that said.',
  ],
};
/** One message in so many is followed by a word. */
const SHARE: Readonly<Record<string, number>> = { pair: 1, meeting: 0.4, agreed: 0.6 };
const LONGEST = 90;

/** A first name to greet by; nothing where people are listed by their posts. */
function nameIn({ house }: Company, people: readonly string[], speaker: string): string {
  const other = people.find((one) => one !== speaker) ?? '';
  const words = house.slack.world.people.get(other)?.name.split(' ') ?? [];
  return words.length === 2 ? ` ${words[0]}` : '';
}

/** Has one of those who share a conversation say something about what the bot has just said there. Called once for each reader. */
export function chat(company: Company, dice: () => number, { line, channel }: Received): void {
  const lines = LINES[line.kind];
  if (!lines || line.surface !== 'group') return;
  const { slack, clock } = company.house;
  const others = (slack.world.conversations.get(channel)?.members ?? []).filter((one) => company.characters.has(one));
  // Whoever comes first in it speaks; the newcomer's partner, where the newcomer does.
  const speaker = others.find((one) => company.isFree(one));
  if (speaker !== line.to) return;
  const [speaks, which, after] = [dice(), dice(), dice()];
  if (speaks >= (SHARE[line.kind] ?? 0)) return;
  const text = (lines[Math.floor(which * lines.length)] ?? '').replace(' {name}', nameIn(company, others, speaker));
  const since = Math.max(Temporal.Instant.from(line.at).epochMilliseconds, clock.ms());
  plan(company, {
    at: workingMinutesAfter(since, 5 + after * LONGEST, line.timeZone),
    user: speaker,
    act: async () => {
      say(slack, speaker, { text, where: channel });
      return 1;
    },
  });
}
