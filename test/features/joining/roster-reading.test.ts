// What a spreadsheet may write, read as it was meant; and everything else told at once, with its line, its column and what would be right.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type RosterRead, readRoster } from '../../../src/features/joining/rosters/roster-csv.ts';
import { faultLine } from '../../../src/features/joining/rosters/roster-faults-view.ts';
import { rosterFile } from '../../../src/features/joining/rosters/roster-file.ts';
import type { RosterLine } from '../../../src/features/joining/rosters/standings.ts';
import { loadContent } from '../../../src/platform/content/load.ts';
import { decode } from '../../../src/platform/text-encoding.ts';

const content = loadContent();
const HEADING = 'email,name,function,level,manager_email,time_zone';
const BO = { email: 'bo@example.org', name: 'Bo Lindqvist', function: 'Finance', level: '', managerEmail: null, timeZone: null };
const list = (...lines: string[]) => [HEADING, ...lines].join('\n');
const told = (read: RosterRead) => (read.ok ? [] : read.faults.map((fault) => faultLine(content, fault)));
const rowsOf = (read: RosterRead) => (read.ok ? read.rows : told(read));

describe('A list', () => {
  test.each([
    ['with commas', 'email,name,function\nbo@example.org,Bo Lindqvist,Finance'],
    ['with semicolons', 'email;name;function\nbo@example.org;Bo Lindqvist;Finance'],
    ['with tabs', 'email\tname\tfunction\nbo@example.org\tBo Lindqvist\tFinance'],
    ['of Excel, which says so first', 'sep=;\nemail;name;function\nbo@example.org;Bo Lindqvist;Finance'],
    ['with line ends of Windows', 'email,name,function\r\nbo@example.org,Bo Lindqvist,Finance\r\n'],
    ['with line ends of old Macs', 'email,name,function\rbo@example.org,Bo Lindqvist,Finance\r'],
    ['with line ends of both kinds', 'email,name,function\nbo@example.org,Bo Lindqvist,Finance\r\n\r\n\n'],
    ['with a byte-order mark', '\uFEFFemail,name,function\nbo@example.org,Bo Lindqvist,Finance'],
    ['with columns in another order and other case', 'Function,NAME,Email\nFinance,Bo Lindqvist,BO@Example.org'],
    ['with spaces around', ' email , name , function \n  bo@example.org ,  Bo   Lindqvist , Finance '],
    ['with a name over two lines', 'email,name,function\nbo@example.org,"Bo\nLindqvist",Finance'],
    ['with signs nobody can see', 'email,name,function\nbo\u200b@example.org,Bo\u0000 \u202eLindqvist,Fin\u0007ance'],
    ['with an address as a link, and dashes for nothing', `${HEADING}\nmailto:bo@example.org,Bo Lindqvist,Finance,-,–,-`],
    ['with a function as a text that looks like a formula', "email,name,function\nbo@example.org,Bo Lindqvist,'=Finance", '=Finance'],
  ])('%s is read', (_, text, where = 'Finance') => {
    expect(rowsOf(readRoster(text))).toEqual([{ ...BO, function: where }]);
  });

  test.each([
    ['UTF-8', Buffer.from('email,name,function\nzoe@example.org,Zoë,Finance')],
    ['UTF-16', Buffer.from('\uFEFFemail,name,function\nzoe@example.org,Zoë,Finance', 'utf16le')],
    ['UTF-16', Buffer.from('email,name,function\nzoe@example.org,Zoë,Finance', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('email,name,function\nzoe@example.org,Zo\xeb,Finance', 'latin1')],
  ])('in %s is read', (encoding, bytes) => {
    const decoded = decode(new Uint8Array(bytes));
    expect(decoded.encoding).toBe(encoding);
    expect(rowsOf(readRoster(decoded.text))).toMatchObject([{ name: 'Zoë' }]);
  });

  test('keeps a function that is left out where Slack tells it, and else says so', () => {
    const text = 'email,name,function\nbo@example.org,Bo Lindqvist,';
    expect(rowsOf(readRoster(text, { functionElsewhere: true }))).toEqual([{ ...BO, function: '' }]);
    expect(told(readRoster(text))).toEqual(['line 2, function: the function is missing. Write one such as Finance.']);
  });

  test('tells a heading without what would turn the line around, break it, or speak to a terminal', () => {
    const [fault = ''] = told(readRoster(`email,name,function,"\u001b[2J\u202eoops\nmore\u0007"\nbo@example.org,Bo,Finance,x`));
    expect(fault).toMatch(/^line 1, \[2Joops more: this column is not known\./);
  });

  test('names two addresses that may be the same person', () => {
    const read = readRoster(list('bo@example.org,Bo,Finance,,,', 'bo+coaching@example.org,Bo Again,Finance,,,'));
    expect(read.ok && read.notes.map(({ id, blanks }) => content.plain(id, blanks))).toEqual([
      'bo@example.org in line 2 and bo+coaching@example.org in line 3 may be the same person.',
    ]);
  });
});

describe('Told with what would be right:', () => {
  test.each([
    ['E-mail,Name,Department\nbo@example.org,Bo,Finance', ['line 1, E-mail: no column has this name. Call it email.', 'Call it function.']],
    [
      'email,nmae,function,Line manager\nbo@example.org,Bo,Finance,',
      ['line 1, nmae: no column has this name. Call it name.', 'Call it manager_email.'],
    ],
    [
      'email,name,function,shoe_size\nbo@example.org,Bo,Finance,43',
      ['line 1, shoe_size: this column is not known. The columns are email, name,'],
    ],
    ['email,name,function,email\nbo@example.org,Bo,Finance,x', ['line 1, email: this column is there twice, the second time as number 4.']],
    ['email,name\nbo@example.org,Bo', ['line 1, function: this column is missing. The whole heading is']],
    [
      list('BO@example.org,Bo,Finance,,,', ' bo@Example.org ,Bo,Finance,,,'),
      ['line 3, email: this address stands in line 2 already, perhaps in capitals.'],
    ],
    [list('bo @example.org,Bo,Finance,,,'), ['line 2, email: "bo @example.org" is not an address. Write one such as amina@example.org.']],
    [list('b\u043e@example.org,Bo,Finance,,,'), ['has letters that only look like a to z: \u043e.']],
    [
      list('bo@example.org,=A1&B1,Finance,,,'),
      ['line 2, name: "=A1&B1" would be a formula in a spreadsheet. Write the words themselves, such as Amina Adeyemi.'],
    ],
    [
      list('bo@example.org,Zo\ufffd,Finance,,,'),
      ['has lost a letter on the way. Write it again, such as Zoë, and save the list as CSV UTF-8.'],
    ],
    [
      list('bo@example.org,Bo,Finance,,,Europe/Lodnon'),
      ['line 2, time_zone: "Europe/Lodnon" is not a time zone. Did you mean Europe/London?'],
    ],
    [
      list('bo@example.org,"Bo,Finance,,,', 'amina@example.org,,Finance,,,'),
      ['line 2: a quotation mark is out of place.', 'line 3, name: the name is missing.'],
    ],
    [
      list('bo@example.org,Bo,Finance,,'),
      ['line 2: there are 5 values, and the heading names 6 columns. A value may be empty, and its comma still stands there.'],
    ],
    [list(`bo@example.org,${'x'.repeat(200)},Finance,,,`), ['line 2, name: this has 200 characters, and 120 at most fit.']],
    [list('bo@example.org,Bo,Finance,,hana@example.org,'), ['line 2, manager_email: nobody on the list has the address hana@example.org.']],
    [list('bo@example.org,Bo,Finance,,bo@example.org,'), ["line 2, manager_email: this is the person's own address."]],
  ])('%j', (text, sentences) => {
    const all = told(readRoster(text)).join('\n');
    for (const sentence of sentences) expect(all).toContain(sentence);
  });
});

test('A file of the roster is read again letter for letter, whatever people are called', () => {
  const names = ['=1+1', '+44', '-', '- Bo', '@here', "'=x", "''+y", '＝x', 'O’Neill, "Bo"', "'Bo'", 'Zoë 🦊', '<!channel> *Bo*'];
  const lines = names.map(
    (name, at): RosterLine => ({
      ...{
        standing: 'in',
        name,
        email: `person${at}@example.org`,
        function: name,
        level: name,
        managerEmail: null,
        timeZone: 'Europe/London',
      },
      ...{ until: null, invitedAt: null, remindedAt: null },
    }),
  );
  const nobody: RosterLine = { ...(lines[0] as RosterLine), email: null, function: '' };
  const file = rosterFile([...lines, nobody], 'Europe/London');
  const read = readRoster(file);
  expect(rowsOf(read).map((row) => [(row as typeof BO).name, (row as typeof BO).function, (row as typeof BO).level])).toEqual(
    names.map((name) => [name, name, name]),
  );
  expect(read.ok && read.notes.map(({ id }) => id)).toEqual(['joining.csv.note.passed-over']);
  for (const cell of file.split(/[",\n]+/)) expect(cell).not.toMatch(/^[=+\-@＝]/);
});

describe('The roster of nhs-england-2013', () => {
  const text = readFileSync(new URL('../../data/rosters/nhs-england-2013.csv', import.meta.url), 'utf8').replaceAll('\r', '');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));

  test('is right as it stands', () => {
    expect(rowsOf(readRoster(text))).toHaveLength(290);
  });

  test('with ten faults in it tells all ten at once', () => {
    const faulty = lines.map((line) => [...line]);
    const set = (line: number, column: number, to: string) => {
      (faulty[line - 1] as string[])[column] = to;
    };
    set(1, 0, 'E-mail');
    set(12, 0, 'post-12740234 at example.org');
    set(30, 0, (lines[28] as string[])[0]?.toUpperCase() ?? '');
    set(47, 1, '');
    set(61, 2, '=VLOOKUP(A61;Units!A:B;2)');
    set(88, 3, 'Senior Civil Service pay band 2 as agreed in the review of 2012 and 2013');
    set(120, 4, 'post-99999999@example.org');
    set(164, 5, 'Europe/Londn');
    set(201, 1, '"Director of Nursing (Manag"erial)');
    set(290, 5, 'Europe/London,n/a');
    const all = told(readRoster(faulty.map((line) => line.join(',')).join('\n')));
    expect(all).toEqual([
      'line 1, E-mail: no column has this name. Call it email.',
      'line 12, email: "post-12740234 at example.org" is not an address. Write one such as amina@example.org.',
      'line 30, email: this address stands in line 29 already, perhaps in capitals. Take one of the two lines out.',
      'line 47, name: the name is missing. Write one such as Amina Adeyemi.',
      'line 61, function: "=VLOOKUP(A61;Units!A:B;2)" would be a formula in a spreadsheet. Write the words themselves, such as Finance. To keep it as it is, put \' in front.',
      'line 88, level: this has 72 characters, and 60 at most fit. Write it shorter, such as Director.',
      'line 120, manager_email: nobody on the list has the address post-99999999@example.org. Add a line for the manager, or leave it empty.',
      'line 164, time_zone: "Europe/Londn" is not a time zone. Did you mean Europe/London?',
      'line 201: a quotation mark is out of place. Around a value stand two of them, as in "Director, Finance". Within a value write each one twice.',
      'line 290: there are 7 values, and the heading names 6 columns. A value with a comma in it stands in quotation marks, as in "Director, Finance".',
    ]);
  });
});
