// What became of a letter that met with a fault, step by step: told from the record of calls and from where the letter stands. Pure.
import { outcomeOf } from '../../platform/outbox/outcome.ts';
import type { Ended, Noted, NotedCall } from '../calls.ts';
import type { Letter } from './letters.ts';
import { endedWords, planWords, settledWords, truthWords } from './words.ts';

export interface Step {
  /** Milliseconds. */
  at: number;
  said: string;
  /** What was so in truth, where the bot could not know. */
  truth?: string;
}

export interface Account {
  mark: string;
  kind: string;
  /** The conversation, by id. */
  channel: string | undefined;
  steps: Step[];
  /** What comes next; nothing when the letter is settled. */
  next?: Partial<Pick<Step, 'at'>> & Pick<Step, 'said'>;
  /** Marks under which its words may have been posted. */
  marks: string[];
}

/** An account of every letter on record whose posting went wrong, the latest first. */
export function accountsOf(entries: readonly Noted[], letters: ReadonlyMap<string, Letter>): Account[] {
  const troubled = entries.filter((one): one is NotedCall => isPost(one) && one.mark !== undefined && one.ended.how !== 'answered');
  const marks = [...new Set(troubled.map(({ mark }) => mark as string))].reverse();
  return marks.map((mark) => accountOf(mark, entries, letters.get(mark)));
}

function accountOf(mark: string, entries: readonly Noted[], letter: Letter | undefined): Account {
  const posts = entries.filter((one): one is NotedCall => isPost(one) && one.mark === mark);
  const steps = stepsOf(mark, entries, posts);
  const said = letter && settledWords(letter);
  const end: Step[] = said && letter ? [{ at: steps.at(-1)?.at ?? 0, said }] : [];
  const plan = letter && planWords(letter);
  return {
    mark,
    kind: letter?.kind ?? 'message',
    channel: posts.find(({ channel }) => channel)?.channel,
    steps: [...steps, ...end],
    ...(plan && { next: { said: plan, ...(letter.next !== undefined && { at: letter.next }) } }),
    marks: [mark, ...(letter?.parts ?? [])],
  };
}

function stepsOf(mark: string, entries: readonly Noted[], posts: readonly NotedCall[]): Step[] {
  const first = posts[0]?.n ?? 0;
  const channel = posts.find((one) => one.channel)?.channel;
  const steps: Step[] = [];
  let doubt: NotedCall | undefined;
  let isOpen = true;
  for (const one of entries) {
    if (one.n < first || !isOpen) continue;
    if (one.what === 'bot') steps.push({ at: one.at, said: one.did === 'killed' ? 'The bot was killed.' : 'The bot was started again.' });
    if (one.what !== 'call') continue;
    if (isPost(one) && one.mark === mark) {
      steps.push(postStep(one, one.n === first));
      doubt = isInDoubt(one.ended) ? one : undefined;
      isOpen = one.ended.how !== 'answered';
    } else if (doubt && one.method === 'conversations.history' && one.channel === channel) {
      const found = one.seen?.includes(mark) === true;
      steps.push({ at: one.at, said: lookWords(one, found) });
      if (found) isOpen = false;
    }
  }
  return steps;
}

function postStep(call: NotedCall, isFirst: boolean): Step {
  const truth = truthWords(call);
  return { at: call.at, said: `${isFirst ? 'Sent it' : 'Sent it again'}: ${endedWords(call.ended)}`, ...(truth && { truth }) };
}

function lookWords({ ended }: NotedCall, found: boolean): string {
  if (ended.how !== 'answered') return 'Wanted to look in the conversation whether it had arrived; Slack could not say.';
  return `Looked in the conversation whether it had arrived: ${found ? 'found, so it is not sent again.' : 'it is not there.'}`;
}

function isPost(one: Noted): one is NotedCall {
  return one.what === 'call' && one.method === 'chat.postMessage';
}

/** Whether the bot cannot know from such an end whether its letter was posted. */
function isInDoubt(ended: Ended): boolean {
  if (ended.how === 'refused') return outcomeOf({ how: 'refused', error: ended.error }).then === 'unclear';
  return ended.how !== 'answered' && ended.how !== 'limited';
}
