// The words themselves: counts, limits, language, reading level, and that the program says nothing that is not in `content/`.
import { describe, expect, test } from '@jest/globals';
import { elementKeys, elements, fortnight, fortnightsInRound } from '../src/platform/content/elements.ts';
import { blanksOf } from '../src/platform/content/fill.ts';
import { checkedEntries, loadContent } from '../src/platform/content/load.ts';
import { choices, itemsAt, pulseItems } from '../src/platform/content/pulse.ts';
import { starterCards } from '../src/platform/content/starter-kit.ts';
import { asRead, sentencesOf, wordsIn } from '../src/platform/content/wording.ts';
import { readingEase } from './reading-level.ts';
import { lineOf, type Node, type SourceFile, sourceFiles, walk } from './source.ts';

const content = loadContent();
const entries = checkedEntries();
const files = [...new Set(entries.map((entry) => entry.file))];
const programme = entries.filter((entry) => !entry.file.startsWith('answers/'));

describe('the programme is complete', () => {
  test('six elements, in their order, with 36 questions, 24 partner questions and 12 practices', () => {
    const six = elements(content);
    expect(six.map((element) => element.name)).toEqual([
      'Trusting each other',
      'Championing each other',
      'Empowering each other',
      'Challenging ourselves',
      'Questioning each other',
      'Sharing accountability',
    ]);
    const halves = six.flatMap((element) => [element.a, element.b]);
    const lines = [
      halves.flatMap((half) => half.questions),
      halves.flatMap((half) => half.partnerQuestions),
      halves.map((half) => half.practice),
    ];
    expect(lines.map((each) => new Set(each.map(({ id }) => id)).size)).toEqual([36, 24, 12]);
    expect(lines.map((each) => new Set(each.map(({ text }) => text)).size)).toEqual([36, 24, 12]);
  });

  test('no element has a line that no fortnight uses', () => {
    const used = new Set(
      elements(content).flatMap(({ key, a, b }) => [
        ...[`${key}.name`, `${key}.m`, `${key}.a.title`, `${key}.b.title`],
        ...[a, b].flatMap((half) => [...half.questions, ...half.partnerQuestions, half.practice].map(({ id }) => id)),
      ]),
    );
    const written = content.ids().filter((id) => elementKeys.some((key) => id.startsWith(`${key}.`)));
    expect(written.filter((id) => !used.has(id))).toEqual([]);
  });

  test('thirteen fortnights, the first of each element with its meaning, the last without an element', () => {
    const round = Array.from({ length: fortnightsInRound }, (_, n) => fortnight(content, n + 1));
    expect(round.map(({ title }) => title)).toEqual([
      'Agree how you will work',
      'Bring something real',
      'See what is strong',
      'Say it where it counts',
      'Whose is it?',
      'Leave it with them',
      'My part in it',
      'Test what I take for granted',
      'Ask to understand',
      'Ask what nobody is asking',
      'Say it and come back to it',
      'Answer for it together',
      'Look back and hand on',
    ]);
    expect(round.filter(({ meaning }) => meaning !== undefined).map(({ number }) => number)).toEqual([1, 3, 5, 7, 9, 11]);
    expect(round.at(-1)).toEqual({ number: 13, name: 'Closing', title: 'Look back and hand on' });
    expect(() => fortnight(content, 14)).toThrow('no fortnight 14');
  });

  test('ten taps before the round, eight half way, eleven at the end and five looking back', () => {
    const taps = (['opening', 'half', 'closing', 'thenAndNow', 'forum', 'team'] as const).map((moment) => itemsAt(moment).length);
    expect(taps).toEqual([10, 8, 11, 5, 2, 3]);
    expect(pulseItems.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual(['br.2', 'tr.1', 'tr.2', 'tr.3']);
    expect(pulseItems.filter(({ id }) => !content.has(id))).toEqual([]);
    expect(pulseItems.map(({ scale }) => choices(content, scale).length).every((count) => count >= 3)).toBe(true);
  });

  test('seven starter cards, each with a name and a fortnight of its own', () => {
    const cards = starterCards(content);
    expect(cards.map(({ fortnight: offered }) => offered)).toEqual([1, 2, 3, 5, 6, 7, 9]);
    expect(cards.map(({ title }) => title)).toContain('When you want to advise');
  });
});

describe('the words are easy to read and plainly said', () => {
  // A colon or a semicolon is where a reader takes breath: what stands on either side is counted by itself.
  const spoken = (texts: string[]) => texts.flatMap(sentencesOf).flatMap((sentence) => sentence.split(/[:;]\s+/));
  const textsOf = (file: string) => entries.filter((entry) => entry.file === file).map((entry) => asRead(entry.text));

  test.each(files)('no sentence of %s has more than 25 words', (file) => {
    expect(spoken(textsOf(file)).filter((sentence) => wordsIn(sentence) > 25)).toEqual([]);
  });

  test.each([...new Set(programme.map((entry) => entry.file))])('%s reads with an ease of 65 or more', (file) => {
    expect(readingEase(textsOf(file))).toBeGreaterThanOrEqual(65);
  });

  test('a sentence has 15 words or fewer on average', () => {
    const lengths = programme.flatMap((entry) => sentencesOf(asRead(entry.text))).map(wordsIn);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(15);
  });

  test('spelling is British', () => {
    const american =
      /\b(?:programs?|organiz\w+|recogniz\w+|realiz\w+|apologiz\w+|summariz\w+|prioritiz\w+|analyz\w+|colors?|behaviors?|favorites?|favor|honor|labor|centers?|dialogs?|cancel(?:ed|ing)|travel(?:ed|ing)|label(?:ed|ing)|fulfill|enroll|enrollment|skillful|judgment|gotten|toward|catalog|gray|check mark|vacation|calendar invite)\b/i;
    expect(
      entries.filter(({ text, buttons }) => american.test([text, ...buttons].join(' '))).map(({ id, text }) => `${id}: ${text}`),
    ).toEqual([]);
  });

  test('the bot does not say "I" in its own answers', () => {
    const answers = entries.filter((entry) => entry.file.startsWith('answers/'));
    const outsideQuotes = (text: string) => text.replace(/["“][^"”]*["”]|\*[^*]*\*|`[^`]*`/g, '');
    expect(answers.filter(({ text }) => /\b(?:I|me|my|mine)\b/.test(outsideQuotes(text))).map(({ id, text }) => `${id}: ${text}`)).toEqual(
      [],
    );
  });

  test('no emoji stands in any text', () => {
    expect(
      entries
        .filter(({ text, buttons }) => /\p{Extended_Pictographic}|:[a-z_]{3,}:/u.test([text, ...buttons].join('\n')))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  test('each text reads sensibly with its formatting removed', () => {
    const filled = (id: string) =>
      content.plain(
        id,
        Object.fromEntries(blanksOf(entries.find((entry) => entry.id === id)?.text ?? '').map(({ name }) => [name, 'Freya'])),
      );
    const odd = content.ids().filter((id) => /[*~`{}<>]|(?<!_)_(?!_)|\s[.,;?]|\.\.(?!\.)/.test(filled(id)));
    expect(odd.map((id) => `${id}: ${filled(id)}`)).toEqual([]);
  });
});

describe('the program says only what is written there', () => {
  test('every id that the program asks for exists', () => {
    const asked = sourceFiles().flatMap(askedIds);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ id }) => !content.has(id)).map(({ where, id }) => `${where}: ${id}`)).toEqual([]);
  });

  test('every blank that stands behind a fixed id is given where the id is used', () => {
    const lacking = sourceFiles()
      .flatMap(askedIds)
      .flatMap(({ where, id, given }) => {
        const needed = blanksOf(entries.find((entry) => entry.id === id)?.text ?? '').filter(({ optional }) => !optional);
        return given === undefined
          ? []
          : needed.filter(({ name }) => !given.includes(name)).map(({ name }) => `${where}: ${id} needs {${name}}`);
      });
    expect(lacking).toEqual([]);
  });

  test('an id that is put together begins like one that exists', () => {
    const beginnings = sourceFiles().flatMap(putTogetherIds);
    expect(
      beginnings.filter(({ start }) => !content.ids().some((id) => id.startsWith(start))).map(({ where, start }) => `${where}: ${start}…`),
    ).toEqual([]);
  });

  test('no answer is written that nobody gives', () => {
    const strings = sourceFiles().map(stringsOf);
    const whole = new Set(strings.flatMap((each) => each.whole));
    const beginnings = strings.flatMap((each) => each.beginnings);
    const answers = entries.filter((entry) => entry.file.startsWith('answers/'));
    expect(
      answers
        .filter(({ id }) => !whole.has(id) && !beginnings.some((start) => id.startsWith(start)))
        .map(({ file, id }) => `${file}: ${id}`),
    ).toEqual([]);
  });

  test('no sentence lives in a room, in the hall or in the table of commands', () => {
    const spokenHere = sourceFiles().filter(({ path }) => /^src\/(?:features\/|app\.ts|commands\.ts|platform\/slack\/)/.test(path));
    expect(spokenHere.flatMap(sentencesIn)).toEqual([]);
  });
});

interface Asked {
  where: string;
  id: string;
  /** The names of the blanks given, where they are written out beside the id. */
  given?: string[];
}

/** Where an id stands: the first argument of `content.say`, `plain` or `buttons`, or the `id` of something to be said later. */
function sayings(file: SourceFile, found: (id: Node, where: string, given: string[] | undefined) => void): void {
  walk(file.module, (node, above) => {
    if (node.type !== 'CallExpression' && node.type !== 'KeyValueProperty') return;
    const place = node.span ?? (node.key as Node).span;
    const where = () => `${file.path}:${lineOf(file, place?.start ?? 1)}`;
    if (node.type === 'CallExpression' && asksContent(node)) {
      const [first] = node.arguments as { expression: Node }[];
      if (first) for (const id of eitherOf(first.expression)) found(id, where(), givenBlanks(node));
    }
    const isId = node.type === 'KeyValueProperty' && (node.key as Node).value === 'id';
    const besides = isId ? ((above.at(-1) as Node).properties as Node[]) : [];
    if (besides.some((property) => ((property.key as Node | undefined)?.value ?? property.value) === 'blanks'))
      for (const id of eitherOf(node.value as Node)) found(id, where(), undefined);
  });
}

function asksContent(node: Node): boolean {
  const callee = node.callee as Node;
  if (callee.type !== 'MemberExpression') return false;
  const object = callee.object as Node;
  const onContent = object.value === 'content' || (object.property as Node | undefined)?.value === 'content';
  return onContent && ['say', 'plain', 'buttons'].includes(String((callee.property as Node).value));
}

/** Both branches of a condition; `as const` and brackets do not matter. */
function eitherOf(node: Node): Node[] {
  if (node.type === 'ConditionalExpression') return [...eitherOf(node.consequent as Node), ...eitherOf(node.alternate as Node)];
  if (['ParenthesisExpression', 'TsConstAssertion', 'TsAsExpression'].includes(node.type)) return eitherOf(node.expression as Node);
  return [node];
}

function askedIds(file: SourceFile): Asked[] {
  const asked: Asked[] = [];
  sayings(file, (id, where, given) => {
    if (id.type === 'StringLiteral') asked.push({ where, id: String(id.value), ...(given ? { given } : {}) });
  });
  return asked;
}

function putTogetherIds(file: SourceFile): { where: string; start: string }[] {
  const found: { where: string; start: string }[] = [];
  sayings(file, (id, where) => {
    if (id.type === 'TemplateLiteral') found.push({ where, start: String((id.quasis as { raw: string }[])[0]?.raw) });
  });
  return found;
}

/** Every string of the source, and the beginnings of those that are put together. */
function stringsOf(file: SourceFile): { whole: string[]; beginnings: string[] } {
  const whole: string[] = [];
  const beginnings: string[] = [];
  walk(file.module, (node) => {
    if (node.type === 'StringLiteral') whole.push(String(node.value));
    if (node.type === 'TemplateLiteral') beginnings.push(String((node.quasis as { raw: string }[])[0]?.raw));
  });
  return { whole, beginnings: beginnings.filter((start) => /^[a-z-]+\../.test(start) || /^(?:\w+)\.$/.test(start)) };
}

/** `undefined` when they cannot be read off: a variable or a spread. The labels of buttons may have fewer blanks than the text. */
function givenBlanks(node: Node): string[] | undefined {
  if (((node.callee as Node).property as Node).value === 'buttons') return undefined;
  const [, second] = node.arguments as { expression: Node }[];
  if (!second) return [];
  if (second.expression.type !== 'ObjectExpression') return undefined;
  const properties = second.expression.properties as Node[];
  if (properties.some((property) => property.type === 'SpreadElement')) return undefined;
  return properties.map((property) => String(property.type === 'Identifier' ? property.value : (property.key as Node).value));
}

/** Literals that look like something said to a person: a capital, several words, a full stop. What is thrown or logged is for operators. */
function sentencesIn(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.module, (node, above) => {
    const said = node.type === 'StringLiteral' ? String(node.value) : node.type === 'TemplateElement' ? String(node.cooked) : '';
    const forOperators = above.some(
      (parent) =>
        parent.type === 'ThrowStatement' ||
        (parent.type === 'CallExpression' && /^(?:log|warn|error|info|Error)$/.test(calledName(parent))),
    );
    if (/^["“]?[A-Z]/.test(said.trim()) && /[.?]["”]?\s*$/.test(said) && wordsIn(said) >= 4 && !forOperators)
      found.push(`${file.path}:${lineOf(file, node.span?.start ?? 1)}: ${said}`);
  });
  return found;
}

function calledName(call: Node): string {
  const callee = call.callee as Node;
  return String(callee.type === 'MemberExpression' ? (callee.property as Node).value : callee.value);
}
