// Reads the source and keeps the laws of ARCHITECTURE.md: sizes, directions, purity, names. A rule that matters is kept here; what is not
// kept here is not a rule.
import { basename, dirname } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importsOf, lineOf, type Node, readText, type SourceFile, sourceFiles, under, walk } from './source.ts';

const files = sourceFiles();
const rooms = ['founding', 'joining', 'pairing', 'coaching', 'reviewing', 'gathering', 'measuring', 'leaving', 'home'];

/** Files over 150 lines, each with the reason why it is better whole. */
const longFiles: Record<string, string> = {
  'src/platform/db/tables.ts': 'the whole schema as types, in the order of the migrations',
};

/** Functions over 40 lines, each with the reason why it is better whole. */
const longFunctions: Record<string, string> = {};

/** Files that nobody in the program imports, each with the reason why it is there. */
const unused: Record<string, string> = {};

/** Tests that step aside where a machine lacks something, each with what it needs. */
const conditional: Record<string, string> = {
  'test/sandbox/page/in-browser.ts': 'a Chromium',
};

/** Who may use what reaches outside the process or is not the same twice. */
const onlyIn = {
  bolt: /^src\/(?:app\.ts|commands\.ts|main\.ts|platform\/slack\/|sandbox\/)/,
  drivers: /^src\/platform\/db\//,
  environment: /^src\/platform\/config\.ts$/,
  sandbox: /^src\/(?:sandbox\/|main\.ts|operator\/)/,
  clockAndDice: /^src\/(?:main\.ts|operator\/|sandbox\/)/,
  console: /^src\/(?:main\.ts|operator\/|sandbox\/)/,
};

/** Files that decide or draw: facts in, plan or blocks out. */
const pure =
  /^src\/(?:features\/\w+\/(?:[\w-]+\/){0,2}(?:plan|views?|[\w-]+-views?|calendar|words)\.ts|features\/pairing\/(?:matching|planning)\/.+|platform\/(?:clock|slack\/blocks|content\/(?:parse|fill|check|wording))\.ts)$/;
const purePackages = /^(?:temporal-polyfill|zod|@slack\/types)$/;

describe('sizes', () => {
  test('a file has 150 lines at most', () => {
    const long = files.filter(({ text }) => text.split('\n').length - 1 > 150).map(({ path }) => path);
    expect(long.filter((path) => !(path in longFiles)).map((path) => `${path}: ${readText(path).split('\n').length - 1} lines`)).toEqual(
      [],
    );
    expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
  });

  test('a function has 40 lines and four parameters at most', () => {
    const functions = files.flatMap(functionsIn);
    const long = functions.filter(({ lines }) => lines > 40);
    expect(long.filter(({ name }) => !(name in longFunctions)).map(({ name, lines }) => `${name}: ${lines} lines`)).toEqual([]);
    expect(Object.keys(longFunctions).filter((name) => !long.some((each) => each.name === name))).toEqual([]);
    expect(functions.filter(({ parameters }) => parameters > 4).map(({ name, parameters }) => `${name}: ${parameters} parameters`)).toEqual(
      [],
    );
  });
});

describe('directions', () => {
  const imports = files.flatMap((file) => importsOf(file).map((each) => ({ ...each, from: file.path })));
  const told = (found: typeof imports) => found.map(({ from, target }) => `${from} imports ${target}`);

  test('the platform knows no room', () => {
    expect(told(imports.filter(({ from, target }) => from.startsWith('src/platform/') && target.startsWith('src/features/')))).toEqual([]);
  });

  test('the platform runs nothing of the hall or the front door', () => {
    expect(
      told(
        imports.filter(({ from, target, typeOnly }) => !typeOnly && from.startsWith('src/platform/') && /^src\/[\w-]+\.ts$/.test(target)),
      ),
    ).toEqual([]);
  });

  test('a room uses the rooms before it, never those after it', () => {
    const place = (path: string) => rooms.indexOf(/^src\/features\/(\w+)\//.exec(path)?.[1] ?? '');
    const wrong = imports.filter(
      ({ from, target }) => place(from) >= 0 && (place(target) > place(from) || /^src\/[\w-]+\.ts$/.test(target)),
    );
    expect(told(wrong)).toEqual([]);
    const unknown = files.filter(({ path }) => path.startsWith('src/features/') && place(path) < 0);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  test('in a room calls run downwards: ears, hands, then head, memory and face', () => {
    const listener = (path: string) => basename(path) === 'listeners.ts';
    const ears = imports.filter(
      ({ from, target }) => listener(target) && !listener(from) && !/^src\/(?:app|commands|rooms)\.ts$/.test(from),
    );
    expect(told(ears)).toEqual([]);
  });

  test('only app.ts, commands.ts, platform/slack and the sandbox know Bolt', () => {
    expect(told(imports.filter(({ from, target }) => target === '@slack/bolt' && !onlyIn.bolt.test(from)))).toEqual([]);
  });

  test('only platform/db knows a driver', () => {
    const driver = /^(?:better-sqlite3|pg|node:sqlite|@electric-sql\/pglite)$/;
    expect(told(imports.filter(({ from, target }) => driver.test(target) && !onlyIn.drivers.test(from)))).toEqual([]);
  });

  test('only the front door and the operator commands know the sandbox', () => {
    expect(told(imports.filter(({ from, target }) => target.startsWith('src/sandbox/') && !onlyIn.sandbox.test(from)))).toEqual([]);
  });

  test('no file is left that nobody imports', () => {
    const used = new Set(imports.map(({ target }) => target));
    const doors = /^src\/(?:main\.ts|thread\.ts|sandbox\/page\/)/;
    expect(files.map(({ path }) => path).filter((path) => !used.has(path) && !doors.test(path) && !(path in unused))).toEqual([]);
    expect(Object.keys(unused).filter((path) => used.has(path))).toEqual([]);
  });

  test('imports name the file they mean', () => {
    expect(told(imports.filter(({ target }) => target.startsWith('src/') && !/\.tsx?$/.test(target)))).toEqual([]);
  });

  test('heads and faces know only types and other pure files', () => {
    const effects = imports.filter(
      ({ from, target, typeOnly }) => pure.test(from) && !typeOnly && !pure.test(target) && !purePackages.test(target),
    );
    expect(told(effects.filter(({ target }) => !isPureByItself(target)))).toEqual([]);
  });
});

describe('effects', () => {
  test('only config.ts reads the environment', () => {
    expect(places(/\bprocess\.env\b/, onlyIn.environment)).toEqual([]);
  });

  test('only the front door, the operator commands and the sandbox touch the real clock and real dice', () => {
    expect(files.filter(({ path }) => !onlyIn.clockAndDice.test(path)).flatMap(clocksAndDiceIn)).toEqual([]);
  });

  test('heads, faces, matching and calendar have no effect, no clock, no chance, no async', () => {
    const impure = /\basync\b|\bawait\b|\bPromise\b|\bDate\.now\(|\bnew Date\(|\bTemporal\.Now\b|\bMath\.random\(|\bsetTimeout\(|\bfetch\(/;
    expect(files.filter(({ path }) => pure.test(path)).flatMap((file) => placesIn(file, impure))).toEqual([]);
  });

  test('only the front door, the operator commands and the sandbox write to the terminal', () => {
    expect(places(/\bconsole\.\w+\(|\bprocess\.std(?:out|err)\b/, onlyIn.console)).toEqual([]);
  });

  test('nothing is sent inside a transaction', () => {
    expect(files.flatMap(callsInTransactions)).toEqual([]);
  });
});

describe('names and comments', () => {
  test('no drawer for everything', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|types|index|lib|services?|managers?)(?:\.tsx?|\/)/;
    expect(files.map(({ path }) => path).filter((path) => drawer.test(path))).toEqual([]);
  });

  test('file names are lower-case words with hyphens', () => {
    const names = [...files.map(({ path }) => path), ...under('test', '.ts')];
    expect(names.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.contract|\.d)?\.tsx?$/.test(basename(path)))).toEqual([]);
  });

  test('every file opens with a comment that says what lives there', () => {
    const opening = (text: string) => /^(?:#!.*\n)?(?:\/\/ .{20,}\n)/.test(text);
    expect(files.filter(({ text }) => !opening(text)).map(({ path }) => path)).toEqual([]);
  });

  test('an opening comment is four lines at most', () => {
    const opening = ({ text }: SourceFile) => text.split('\n').findIndex((line) => !line.startsWith('//'));
    expect(files.filter((file) => opening(file) > 5).map(({ path }) => path)).toEqual([]);
  });

  test('nothing is put off or commented out', () => {
    expect(places(/\b(?:TODO|FIXME|XXX|HACK)\b|^\s*\/\/\s*(?:const|let|if|return|import|await)\b.*[;{]\s*$/m, /^$/)).toEqual([]);
  });

  test('no type is set aside and no rule switched off without a reason', () => {
    const anys = files.flatMap((file) => {
      const found: string[] = [];
      walk(file.module, (node) => {
        if (node.type === 'TsKeywordType' && node.kind === 'any') found.push(`${file.path}:${lineOf(file, node.span?.start ?? 1)}: any`);
      });
      return found;
    });
    expect([...places(/@ts-(?:ignore|nocheck)|@ts-expect-error\s*$|biome-ignore(?!.*: \w)/, /^$/), ...anys]).toEqual([]);
  });

  test('people are called by the words of the programme', () => {
    const foreign = /\b(?:coachees?|mentees?|mentors?)\b/i;
    expect(places(foreign, /^src\/platform\/content\/wording\.ts$/)).toEqual([]);
  });

  test('exports have names, and a class is an error', () => {
    const wrong = files.flatMap((file) => {
      const found: string[] = [];
      walk(file.module, (node) => {
        const at = `${file.path}:${lineOf(file, node.span?.start ?? 1)}`;
        if (node.type === 'ExportDefaultDeclaration' || node.type === 'ExportDefaultExpression') found.push(`${at}: default export`);
        const parent = node.superClass as Node | null | undefined;
        if (
          node.type.startsWith('Class') &&
          node.type !== 'ClassProperty' &&
          'superClass' in node &&
          !/Error$|Faults$/.test(String(parent?.value))
        )
          found.push(`${at}: class`);
      });
      return found;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the tests themselves', () => {
  const tests = under('test', '.ts').filter((path) => path !== 'test/tidy.test.ts');

  test('none is skipped, singled out or put off', () => {
    const wrong = /\b(?:test|it|describe)\.(?:skip|only|todo)\b|\bx(?:it|test|describe)\(|\bf(?:it|describe)\(/;
    expect(tests.filter((path) => wrong.test(readText(path)) && !(path in conditional))).toEqual([]);
    expect(tests.filter((path) => /\.only[.(]/.test(readText(path)))).toEqual([]);
  });

  test('none replaces a part of the program', () => {
    expect(tests.filter((path) => /\bjest\.(?:mock|unstable_mockModule|spyOn|doMock)\b/.test(readText(path)))).toEqual([]);
  });
});

function places(pattern: RegExp, except: RegExp): string[] {
  return files.filter(({ path }) => !except.test(path)).flatMap((file) => placesIn(file, pattern));
}

function placesIn({ path, text }: SourceFile, pattern: RegExp): string[] {
  return text
    .split('\n')
    .flatMap((line, n) =>
      pattern.test(line.replace(/^\s*(?:\/\/|\*|\/\*\*).*$/, (comment) => (isAboutComments(pattern) ? comment : '')))
        ? [`${path}:${n + 1}: ${line.trim()}`]
        : [],
    );
}

/** Most patterns look at what runs; those about comments look at comments too. */
function isAboutComments(pattern: RegExp): boolean {
  return /TODO|biome-ignore|coachees/.test(pattern.source);
}

/** Types, tables and ids hold no effect, whatever the file is called: a target without async, imports of packages, or clocks. */
function isPureByItself(target: string): boolean {
  const file = files.find(({ path }) => path === target);
  if (!file) return false;
  const quiet = !/\basync\b|\bawait\b|\bDate\.now\(|\bTemporal\.Now\b|\bMath\.random\(|\bprocess\./.test(file.text);
  return (
    quiet &&
    importsOf(file).every(
      (each) =>
        each.typeOnly ||
        purePackages.test(each.target) ||
        (each.target.startsWith('src/') && each.target !== target && isPureByItself(each.target)),
    )
  );
}

interface Measured {
  /** The file, and the function's name where it has one. */
  name: string;
  lines: number;
  parameters: number;
}

function functionsIn(file: SourceFile): Measured[] {
  const found: Measured[] = [];
  walk(file.module, (node, above) => {
    const isFunction = [
      'FunctionDeclaration',
      'FunctionExpression',
      'ArrowFunctionExpression',
      'ClassMethod',
      'MethodProperty',
      'Constructor',
    ].includes(node.type);
    if (!isFunction || !node.span || node.declare === true) return;
    const start = lineOf(file, node.span.start);
    const lines = lineOf(file, node.span.end) - start + 1;
    const parameters = ((node.params ?? (node.function as Node | undefined)?.params ?? []) as unknown[]).length;
    found.push({ name: `${file.path} ${nameOf(node, above) ?? `line ${start}`}`, lines, parameters });
  });
  return found;
}

function nameOf(node: Node, above: Node[]): string | undefined {
  const own = (node.identifier ?? node.key) as Node | undefined;
  const parent = above.at(-1);
  const given =
    parent?.type === 'VariableDeclarator' ? (parent.id as Node) : parent?.type === 'KeyValueProperty' ? (parent.key as Node) : undefined;
  return (own?.value ?? given?.value) as string | undefined;
}

function clocksAndDiceIn(file: SourceFile): string[] {
  const found: string[] = [];
  const members = /^(?:Date\.now|Math\.random|Temporal\.Now|performance\.now|process\.hrtime)$/;
  const names = /^(?:randomBytes|randomUUID|randomInt|getRandomValues)$/;
  walk(file.module, (node) => {
    const member = node.type === 'MemberExpression' ? `${(node.object as Node).value}.${(node.property as Node).value}` : '';
    const now =
      node.type === 'NewExpression' && (node.callee as Node).value === 'Date' && (node.arguments as unknown[] | null)?.length === 0;
    const dice = node.type === 'Identifier' && names.test(String(node.value));
    if (now || dice || members.test(member))
      found.push(`${file.path}:${lineOf(file, node.span?.start ?? 1)}: ${now ? 'new Date()' : member || node.value}`);
  });
  return found;
}

/** `slack.…` inside the work of a `transact` would hold the database while Slack thinks. */
function callsInTransactions(file: SourceFile): string[] {
  const found: string[] = [];
  walk(file.module, (node, above) => {
    if (node.type !== 'CallExpression') return;
    const callee = node.callee as Node;
    const object = callee.type === 'MemberExpression' ? (callee.object as Node) : undefined;
    const toSlack = object?.value === 'slack' || (object?.property as Node | undefined)?.value === 'slack';
    const inside = above.some((parent) => parent.type === 'CallExpression' && (parent.callee as Node).value === 'transact');
    if (toSlack && inside) found.push(`${file.path}:${lineOf(file, node.span?.start ?? 1)}`);
  });
  return found;
}

// A room's folder and its name in the table above are one thing: a folder that is misspelt would escape every rule.
test('every folder of features is a room', () => {
  const folders = new Set(files.filter(({ path }) => path.startsWith('src/features/')).map(({ path }) => dirname(path).split('/')[2]));
  expect([...folders].filter((folder) => !rooms.includes(folder ?? ''))).toEqual([]);
});
