// An edited copy of the words, with every fault an editor can make, and what the editor is told.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ContentFaults, contentOf, loadContent, shippedFolder } from '../../../src/platform/content/load.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  cpSync(shippedFolder, folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes one passage of a file; the passage has to be there. */
function edit(file: string, from: string, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

function faults(): readonly string[] {
  try {
    loadContent(folder);
    return [];
  } catch (error) {
    if (error instanceof ContentFaults) return error.faults;
    throw error;
  }
}

describe('an edited copy that is right', () => {
  test('is taken as it stands', () => {
    expect(loadContent(folder).ids()).toEqual(loadContent().ids());
  });

  test('says what its editor wrote, also when it was saved with a byte-order mark and Windows line ends', () => {
    edit('messages/5-changes.md', 'Your words are still in the box.', 'What you wrote is still there.');
    const path = join(folder, 'messages/5-changes.md');
    writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
    const content = loadContent(folder);
    expect(content.say('m.error')).toBe('That did not save. What you wrote is still there. Please try again in a moment.');
    expect(content.buttons('m.partner.left')).toEqual(['Join a pair', 'Match me again', 'Finish here']);
  });

  test('may leave a blank out, change the order of files and translate a promise', () => {
    edit('messages/1-starting.md', 'Welcome, {name}.', 'Bienvenue.');
    edit(
      'agreement.md',
      "What we say stays with us. We may each repeat our own words, never the other's.",
      'Ce que nous disons reste entre nous. Chacun peut répéter ses propres mots, jamais ceux de l’autre.',
    );
    cpSync(join(folder, 'team.md'), join(folder, 'renamed.md'));
    rmSync(join(folder, 'team.md'));
    expect(faults()).toEqual([]);
  });

  test('may lie beside hidden files and other kinds of files', () => {
    writeFileSync(join(folder, '.#lock.md'), 'x');
    writeFileSync(join(folder, 'notes.txt'), 'x');
    expect(faults()).toEqual([]);
  });
});

describe('an edited copy with a fault', () => {
  test('a blank that is not known is named with the blanks that are', () => {
    edit('messages/2-each-fortnight.md', 'Did you and {partner} meet? Only', 'Did you and {parnter} meet, {partner}? Only');
    expect(faults()).toEqual([
      'messages/2-each-fortnight.md, line 45, m.checkin: the blank {parnter} is not known here; the blanks of this text are {partner}',
    ]);
  });

  test('a blank that may be empty keeps its mark', () => {
    edit('messages/2-each-fortnight.md', '{meaning?}', '{meaning}');
    expect(faults().join()).toContain('m.opener: the blank {meaning} may be empty: write it as {meaning?}');
  });

  test.each([
    ['{name', 'not closed'],
    ['name}', 'not closed'],
    ['{the name}', 'not one word'],
  ])('"%s" is not a blank', (wrong, told) => {
    edit('messages/1-starting.md', 'Welcome, {name}.', `Welcome, ${wrong}.`);
    expect(faults().join()).toContain(told);
  });

  test('an id that is written wrongly is named together with the one that is now missing', () => {
    edit('messages/5-changes.md', '## m.pause\n', '## m.puase\n');
    const told = faults();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^messages\/5-changes\.md, m\.pause: the entry is missing; it came as: "You are paused until/);
    expect(told[1]).toMatch(/^messages\/5-changes\.md, line 3, m\.puase: the id is not known/);
  });

  test('an id used twice is named with both places', () => {
    writeFileSync(join(folder, 'mine.md'), '# Mine\n\n## m.back\n\nHello again. {element} {title} {partner}\n\n[Book a meeting]\n');
    expect(faults()).toEqual([
      expect.stringMatching(/^mine\.md, line 3, m\.back: the id is used twice: it also stands in messages\/5-changes\.md, line \d+$/),
    ]);
  });

  test('a missing file is named once, not each of its entries', () => {
    rmSync(join(folder, 'gathering.md'));
    expect(faults()).toEqual([
      'gathering.md: the file is missing, or none of its entries can be read: copy it from the words that came with this version',
    ]);
  });

  test('an entry without text, a heading in the text and a line that is no id are each told with their line', () => {
    edit('messages/5-changes.md', 'That did not save. Your words are still in the box. Please try again in a moment.', '');
    edit('closing.md', 'What is unfinished, and what will you do with it?', '# What is unfinished?\n\nAnd then?');
    edit('team.md', '## ts.ten', '## ts ten');
    const told = faults().join('\n');
    expect(told).toMatch(/messages\/5-changes\.md, line \d+, m\.error: there is no text under the id/);
    expect(told).toMatch(/closing\.md, line \d+, cl\.4: a heading stands inside the text/);
    expect(told).toMatch(/team\.md, line \d+: "ts ten" is not an id/);
  });

  test.each([
    ['an exclamation mark', 'Welcome back.', 'Welcome back!', 'exclamation mark'],
    ['a word the programme does not use', 'Welcome back.', 'Welcome back, user.', '"user": write "leader"'],
    ['a shortened "not"', 'Welcome back.', "Welcome back. Don't hurry.", 'write "do not"'],
    ['a call to the whole channel', 'Welcome back.', 'Welcome back <!here>.', 'may not call a whole channel'],
    ['a long button', '[Book a meeting]', '[Book our next meeting right now]', 'longer than 24 characters'],
    ['a button too few', '\n[Book a meeting]', '', 'the number of buttons differs: 0 instead of 1; they came as [Book a meeting]'],
    ['a message over its limit', 'Welcome back.', `${'Welcome back to it all. '.repeat(21)}`, 'a message has at most 100 words'],
  ])('%s is told', (_, from, to, told) => {
    edit('messages/5-changes.md', from, to);
    expect(faults().join()).toContain(told);
  });

  test("limits of the programme's own parts are told with the count", () => {
    edit('elements/1-trust.md', 'Which part of this have you not said aloud before?', `Which part? ${'And then, '.repeat(10)}what?`);
    expect(faults()).toEqual([
      expect.stringContaining('trust.q.2: a question to ask a partner has at most 20 words; this one has 23'),
      expect.stringContaining('trust.q.2: a question to ask a partner has at most 1 sentence; this one has 2'),
    ]);
  });

  test('a scale keeps the number of its choices', () => {
    edit('pulse/scales.md', 'Prefer not to say\n', '');
    expect(faults().join()).toContain('scale.agree: the scale has 6 choices, one to a line; this one has 5');
  });

  test.each([
    ['messages/6-always.md', ' Sponsors see group totals, and only when enough people reply.', 'm.privacy'],
    [
      'messages/6-always.md',
      ' Your workplace owns this Slack workspace, so keep the most private things for the conversation itself.',
      'm.privacy',
    ],
    ['agreement.md', " We may each repeat our own words, never the other's.", 'ag.1'],
    ['organisers.md', ' That protects the people who answered.', 'sp.none'],
    ['who-sees-what.md', 'Organiser: no.\n', 'who.notes'],
  ])('a sentence of a promise cannot be dropped: %s, "%s"', (file, sentence, id) => {
    edit(file, sentence, '');
    expect(faults()).toEqual([
      expect.stringMatching(new RegExp(`${id.replace('.', '\\.')}: this is a promise: it may be translated, but none of its`)),
    ]);
  });

  test('a promise keeps its blanks, and stays where the program finds it', () => {
    edit('organisers.md', '{x} of {y} replied.\n\n## sp.part', 'Most replied.\n\n## sp.part');
    edit('agreement.md', '## ag.3', '## ag.33');
    const told = faults().join('\n');
    expect(told).toContain('sp.reply: this is a promise: its blank {x} has to stay');
    expect(told).toContain('agreement.md, ag.3: the entry is missing');
  });

  test('everything is told at once', () => {
    edit('messages/5-changes.md', 'Welcome back.', 'Welcome back!');
    edit('team.md', '{peer}', '{pear}');
    rmSync(join(folder, 'forum'), { recursive: true });
    expect(() => loadContent(folder)).toThrow(/cannot be used yet\. To put right \(3\):\n {2}\S/);
  });
});

describe('a folder that is not made of words', () => {
  test('pictures, huge files, old encodings and empty files are named', () => {
    writeFileSync(join(folder, 'a.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0xff, 0xfe]));
    writeFileSync(join(folder, 'b.md'), Buffer.alloc(300 * 1024, 'a'));
    writeFileSync(join(folder, 'c.md'), Buffer.from('## m.café\n\ncaf\xe9', 'latin1'));
    writeFileSync(join(folder, 'd.md'), '');
    writeFileSync(join(folder, 'e.md'), '## e.e\n\n\0\0');
    mkdirSync(join(folder, 'f.md'));
    // A device, as a pipe, never ends or never begins: nothing is read of it.
    symlinkSync('/dev/null', join(folder, 'g.md'));
    expect(faults()).toEqual([
      'a.md: the file is not text in UTF-8: save it again as "UTF-8"',
      'b.md: the file is larger than 256 KB: it is not one of these files',
      'c.md: the file is not text in UTF-8: save it again as "UTF-8"',
      'e.md: the file is not text',
      'f.md: this is not a file',
      'g.md: this is not a file',
      'd.md: no entry was found: an entry begins with a line such as "## m.welcome"',
    ]);
  });

  test('a folder that is not there, or has nothing in it, is named', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => loadContent(join(folder, 'nowhere'))).toThrow(/right \(1\):\n.*nowhere: the folder cannot be read \(ENOENT\)$/);
    expect(() => loadContent(join(folder, 'empty'))).toThrow(/right \(1\):\n.*empty: the folder holds no file that ends in \.md$/);
  });
});

describe('asking for words', () => {
  const content = contentOf([{ id: 'a.b', file: 'a.md', line: 1, text: 'Hello *{name}*.', buttons: ['Write to {name}'] }]);

  test('Edo reads his name in the text and on the button', () => {
    expect([content.say('a.b', { name: 'Edo' }), content.plain('a.b', { name: 'Edo' }), content.buttons('a.b', { name: 'Edo' })]).toEqual([
      'Hello *Edo*.',
      'Hello Edo.',
      ['Write to Edo'],
    ]);
  });

  test('a wrong id and an unfilled blank are faults that name the text', () => {
    expect(() => content.say('a.c')).toThrow('no text has the id a.c');
    expect(() => content.plain('a.b')).toThrow('a.b: the blank {name} is not filled');
    expect(content.has('a.c')).toBe(false);
  });
});
