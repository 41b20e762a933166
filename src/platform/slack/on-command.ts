// A typed command: finds its word in the table, runs it, and answers in time.
import type { Tools } from '../tools.ts';
import { ACK_WITHIN_MS, answerLate, privately, within } from './answers.ts';
import type { Fetch } from './client.ts';
import { type Guard, turnedAway } from './guard.ts';
import { type HeardCommand, heardCommand } from './heard.ts';
import { mishap } from './mishap.ts';
import type { Answer, Hear } from './spoken.ts';
import { nearest } from './words.ts';

/** The table of one slash command. */
export interface Words {
  /** With its slash, as people type it. */
  name: string;
  commands: readonly { word: string; run: Hear }[];
}

export interface Hearing {
  tools: Tools;
  fetch: Fetch;
  guard: Guard;
}

/** Hears one command; `ack` is called once, with the answer where there is one in time. */
export async function onCommand(hearing: Hearing, words: Words, body: unknown, ack: (answer?: object) => Promise<void>): Promise<void> {
  const heard = heardCommand(body);
  if (!heard) return ack();
  const { tools, fetch, guard } = hearing;
  const turned = guard.turns(tools, heard);
  if (turned) return ack(privately(turnedAway(tools, turned)));
  const told = onlyOnce(ack);
  const spoken = { ...heard.spoken, acknowledge: () => told.ack() };
  const work = run(tools, words, { ...heard, spoken });
  const result = await within(ACK_WITHIN_MS, work);
  if (result.inTime && !told.isDone()) return told.ack(result.value && privately(result.value));
  await told.ack();
  const answer = await work;
  if (answer) await answerLate(tools, fetch, { ...heard, triggerId: heard.spoken.triggerId }, answer);
}

function onlyOnce(ack: (answer?: object) => Promise<void>): { ack: (answer?: object) => Promise<void>; isDone: () => boolean } {
  let done: Promise<void> | undefined;
  return {
    isDone: () => done !== undefined,
    ack: (answer) => {
      done ??= answer ? ack(answer) : ack();
      return done;
    },
  };
}

async function run(tools: Tools, words: Words, heard: HeardCommand): Promise<Answer | undefined> {
  const command = words.commands.find((each) => each.word === heard.word);
  if (!command) return unknownWord(tools, words, heard.word);
  try {
    return await command.run(tools, heard.spoken);
  } catch (fault) {
    return { text: tools.content.say('app.fault', { reference: mishap(tools, `${words.name}.${command.word}`.replace('/', ''), fault) }) };
  }
}

function unknownWord({ content }: Tools, { name, commands }: Words, said: string): Answer {
  const known = commands.map((command) => command.word);
  const word = said.slice(0, 40);
  const meant = nearest(word, known);
  if (meant) return { text: content.say('app.unknown-near', { word, meant: `${name} ${meant}` }) };
  return { text: content.say('app.unknown', { word }) };
}
