// A hostile hour: whatever is typed, pressed or submitted, by whomever, is answered, breaks nothing, shows nobody what is not theirs, and makes
// nothing that others read into more than text. The dice are seeded: the same hour every time.
import { describe, expect, jest, test } from '@jest/globals';
import { commands, rotateCommands } from '../../src/commands.ts';
import { loadContent } from '../../src/platform/content/load.ts';
import { rooms } from '../../src/rooms.ts';
import { checkView } from '../../src/sandbox/check/views.ts';
import { seededDice } from '../../src/sandbox/dice.ts';
import { cast } from '../cast.ts';
import { type House, openHouse } from '../open-house.ts';
import { external, type Got, guest, presses, type Rows, rowsOf, type Scene, SECRET, scene, submits, types } from './forging.ts';
import { founded } from './starting.ts';

const FRAGMENTS = [
  ...[
    '<!channel>',
    '<!here|here>',
    '<!subteam^S1|all>',
    '&lt;!everyone&gt;',
    '<https://evil.example|Click>',
    'https://evil.example',
    '<@U000AMINA>',
  ],
  ...[
    '*bold*',
    '_x_',
    '`code`',
    '```',
    '> quoted',
    ':boom:',
    '{name}',
    '{programme?}',
    '#{7*7}',
    '%s%n',
    '$1$&',
    '\\',
    '"',
    "'; drop table leader;--",
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u202eevil',
    '\u2066x',
    '\ufeff',
    '\u200b',
    '\ud800',
    '👩‍👩‍👧',
    'é̂̂̂̂',
    'ﷺ',
    '١٢',
    '\r\n',
    '\n\n',
    '\t',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '../../etc/passwd',
    '=HYPERLINK("http://evil.example")',
    '@SUM(1)',
    '-1',
    '1e999',
    'NaN',
    'null',
    '[]',
    '{}',
  ],
  ...[
    '2027-02-30',
    '9999999-01-01',
    '-271821-04-20',
    'until',
    'for',
    '3 weeks',
    '999 months',
    'monday',
    '31 february',
    'add',
    'remove',
    'undo',
  ],
  ...['a'.repeat(10_000), '<'.repeat(4_000), '<@U'.repeat(3_000), '&amp;'.repeat(2_000), 'x '.repeat(3_000)],
];

/** Two thousand acts take some seconds, and more where the machine has much else to do. */
jest.setTimeout(90_000);

type Dice = () => number;

function pick<T>(dice: Dice, some: readonly T[]): T {
  return some[Math.floor(dice() * some.length)] as T;
}

function hostile(dice: Dice, most = 4): string {
  return Array.from({ length: 1 + Math.floor(dice() * most) }, () => pick(dice, FRAGMENTS)).join(dice() < 0.5 ? ' ' : '');
}

const content = loadContent();
const faultSentences = ['app.fault', 'app.not-saved'].map((id) => content.say(id, { reference: '§' }).split('§')[0] ?? '');

/** Every text in something the bot said, as Slack gets it; what Slack takes for no markup has no angle brackets here. */
function textsIn(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  if (typeof said !== 'object' || said === null) return [];
  const { value: _value, initial_value: _initial, private_metadata: _about, accessibility_label, alt_text, ...shown } = said as Shown;
  const bare = [accessibility_label, alt_text, shown.type === 'plain_text' ? shown.text : ''].map((text) => String(text ?? ''));
  const marked = shown.type === 'plain_text' ? [] : Object.values(shown).flatMap(textsIn);
  return [...bare.map((text) => text.replace(/[<>]/g, '')), ...marked];
}

type Shown = Record<string, unknown>;

/** A call to everybody, or somebody else's link. */
const MARKUP = /<!(?!date\^)|<[a-z]+:[^>]*evil/;
/** Marks that turn or hide what stands around them. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What in these texts is more than text. */
function active(said: unknown): string[] {
  return textsIn(said).filter((text) => MARKUP.test(text) || UNSEEN.test(text.replace(/[\n\t]/g, '')));
}

/** What is wrong with an answer. */
function flaws(got: Got, may: { fail?: boolean; own?: boolean } = {}): string[] {
  const spoken = got.seen.length > 0 || JSON.stringify(got.ack ?? '').length > 4;
  const shown = got.seen.map(({ text, blocks }) => [text, blocks]);
  return [
    ...(got.acked && spoken ? [] : ['silence']),
    ...(!may.fail && faultSentences.some((sentence) => got.text.includes(sentence)) ? ['a fault'] : []),
    ...(may.own ? [] : Object.values(SECRET).filter((secret) => got.text.includes(secret))),
    ...active([got.ack, shown]).map((text) => `active: ${text.slice(0, 80)}`),
  ];
}

const EVERYONE = [guest.id, external.id, cast.edo.id, cast.bo.id, cast.chidi.id, cast.freya.id, cast.hana.id];

/** What is Amina's, in every table where it lies. */
async function aminas({ house, leader }: Scene): Promise<Rows> {
  const { note = [], reply = [], leader: leaders = [], prompt = [] } = await rowsOf(house);
  const own = (rows: string[]) => rows.filter((row) => row.includes(leader) || row.includes(cast.amina.id));
  return { note: own(note), reply: own(reply), leader: own(leaders), prompt: own(prompt) };
}

function faultsOf(house: House): string[] {
  return house.slack.complaints.map((complaint) => complaint.slice(0, 200));
}

describe('Whatever is typed', () => {
  test('is answered, and nothing of it is more than text', async () => {
    const on = await scene();
    const dice = seededDice(4711);
    const before = await aminas(on);
    const words = commands.map(({ word }) => word).filter((word) => word !== 'export');
    const found: string[] = [];
    for (let at = 0; at < 1_500; at++) {
      const rotating = dice() < 0.2;
      const word = dice() < 0.8 ? pick(dice, rotating ? rotateCommands.map((each) => each.word) : words) : '';
      const line = { command: rotating ? '/rotate' : '/coachingpairs', text: `${word} ${dice() < 0.9 ? hostile(dice) : ''}` };
      const channel = pick(dice, ['C0LEADERS', 'C0OTHERS', 'C0FREE']);
      const user = pick(dice, EVERYONE);
      const wrong = flaws(await types(on.house, user, { ...line, channel }));
      found.push(...wrong.map((flaw) => `${user} ${JSON.stringify(line.text.slice(0, 60))}: ${flaw}`));
    }
    expect([...found, ...faultsOf(on.house)]).toEqual([]);
    expect(await aminas(on)).toEqual(before);
  });
});

const values = (on: Scene) => [
  ...[on.programme, on.other, on.leader, on.former, on.round, on.note, on.prompt, on.pair, on.proposal, on.announcement],
  ...[
    `${on.note}:${on.prompt}`,
    `${on.prompt}:99`,
    `${on.programme} C0FREE`,
    `${on.programme} 2027-99-99`,
    cast.amina.id,
    'C0LEADERS',
    '',
    '0',
    '-1',
  ],
];

const abouts = (on: Scene, dice: Dice) => [
  ...[on.programme, on.other, JSON.stringify({ programme: on.programme }), JSON.stringify({ programme: on.other, until: '2027-03-01' })],
  ...[
    JSON.stringify({ note: on.note }),
    JSON.stringify({ note: on.note, leader: on.leader, round: on.round, fortnight: 1, question: on.question }),
  ],
  JSON.stringify({ proposal: on.proposal, revision: 1, page: 1e9, root: 'V1', group: [on.leader, on.leader, on.former] }),
  ...['', 'null', '[]', '{"__proto__":{"proposal":"x"}}', '{"page":"x"}', hostile(dice, 2).slice(0, 3_000)],
];

describe('Whatever button comes back', () => {
  test('old, foreign or made up, is answered, and touches nothing of Amina', async () => {
    const on = await scene();
    const dice = seededDice(815);
    const before = await aminas(on);
    const found: string[] = [];
    const actions = [...rooms.flatMap((room) => Object.keys(room.presses ?? {})), 'nobody.knows', '__proto__', 'constructor'];
    for (const action of actions.filter((each) => each !== 'leaving.export')) {
      for (const user of [cast.edo.id, cast.bo.id, pick(dice, [guest.id, external.id, cast.freya.id])]) {
        for (let time = 0; time < 2; time++) {
          const value = dice() < 0.7 ? pick(dice, values(on)) : hostile(dice, 2).slice(0, 2_000);
          const control = {
            action,
            value,
            about: pick(dice, abouts(on, dice)),
            callback: pick(dice, ['coaching.notes', 'home.cards', 'x']),
          };
          const wrong = flaws(await presses(on.house, user, control));
          found.push(...wrong.map((flaw) => `${user} ${action} ${JSON.stringify(value.slice(0, 60))}: ${flaw}`));
        }
      }
    }
    expect([...found, ...faultsOf(on.house)]).toEqual([]);
    expect(await aminas(on)).toEqual(before);
  });
});

const FIELDS = [
  ...['name', 'next-on', 'functions', 'cycle', 'weekday', 'time', 'zone', 'days', 'rests', 'choosing', 'announcing', 'rotating', 'links'],
  ...['function', 'other-function', 'level', 'from', 'to', 'manager', 'welcomes', 'avoids', 'work-on', 'help-with', 'rhythm', 'until'],
  ...['file', 'pasted', 'wish', 'whom', 'people', 'person', 'what', 'why', 'telling', 'note', 'bring'],
];

function element(on: Scene, dice: Dice): Record<string, unknown> {
  const text =
    dice() < 0.5
      ? hostile(dice, 3)
      : pick(dice, [...values(on), 'Europe/London', '2027-03-01', '09:30', '2', 'apart:0:0', 'apart:0:9', 'swap:0', 'enrol']);
  return pick<Record<string, unknown>>(dice, [
    ...[
      { value: text },
      { selected_option: { value: text } },
      { selected_option: null },
      { selected_options: [{ value: text }, { value: '2' }] },
    ],
    ...[{ selected_user: text }, { selected_users: [text, cast.amina.id, 'U1'] }, { selected_date: text }, { selected_time: text }],
    ...[{ files: [{ id: 'F0000000001' }] }, { files: 'x' }, { value: 7 }, { value: { toString: 'x' } }, { selected_options: 'x' }, {}],
  ]);
}

/** What is wrong with the answer to a form, as Slack would see it. */
function misfit(ack: unknown, fields: readonly string[]): string[] {
  const {
    response_action: action,
    errors = {},
    view,
  } = (ack ?? {}) as { response_action?: string; errors?: Record<string, unknown>; view?: unknown };
  if (action === undefined) return [];
  if (action === 'errors')
    return Object.entries(errors).flatMap(([field, error]) =>
      fields.includes(field) && typeof error === 'string' && error !== '' ? [] : [field],
    );
  return checkView(view, 'modal').map((fault) => JSON.stringify(fault));
}

describe('Whatever form comes back', () => {
  test('emptied, changed or made up, is answered as Slack can show it, and touches nothing of Amina', async () => {
    const on = await scene();
    const dice = seededDice(2222);
    const before = await aminas(on);
    const found: string[] = [];
    for (const callback of [...rooms.flatMap((room) => Object.keys(room.submits ?? {})), 'nobody.knows', '__proto__']) {
      for (let time = 0; time < 30; time++) {
        const user = pick(dice, EVERYONE);
        const state = Object.fromEntries(FIELDS.filter(() => dice() < 0.8).map((field) => [field, { x: element(on, dice) }]));
        const got = await submits(on.house, user, { callback, about: pick(dice, abouts(on, dice)), state, fields: FIELDS });
        const wrong = [...flaws({ ...got, seen: got.seen, ack: got.ack ?? 'closed' }), ...misfit(got.ack, FIELDS)];
        found.push(...wrong.map((flaw) => `${user} ${callback}: ${flaw}`));
      }
    }
    expect([...found, ...faultsOf(on.house)]).toEqual([]);
    expect(await aminas(on)).toEqual(before);
  });
});

describe('Whatever people call themselves and their work', () => {
  test('is text and nothing else to all who read it, and no formula to those who open it', async () => {
    const odd = ['<!channel> \u202eeve', '*Bo* <https://evil.example|x>', '=cmd()|x', '@here\u0000\n> quoted', '&lt;!here&gt; `x`'];
    const people = Object.values(cast).map((person, at) => ({
      ...person,
      name: person.admin ? person.name : (odd[at % odd.length] ?? ''),
    }));
    const house = await openHouse({ people, channels: [{ name: 'leaders', id: 'C0LEADERS' }] });
    const functions = ['<!channel>', '*People* <@U000AMINA>', '=1+1', '\u202eecnaniF'];
    await founded(house, {
      Name: '<!everyone> _P_ {name}',
      Functions: functions.join('\n'),
      'Other kinds of help': '<https://evil.example|help>',
    });
    for (const [at, { id }] of Object.values(cast).entries()) {
      const person = house.as(id);
      await person.types('/coachingpairs join', '#leaders');
      await person.fillsIn({ 'If it is not in the list': functions[at % 4] ?? '', Function: '-other', Level: odd[at % odd.length] ?? '' });
      expect(await person.submits()).toEqual({});
      await person.closes();
    }
    const hana = house.as('hana');
    await hana.types('/rotate', '#leaders');
    await hana.presses('Change…');
    await hana.fillsIn({ 'What to change': 'Never pair these two' });
    await hana.submits();
    await hana.fillsIn({ Reason: '<!channel> \u202e' });
    await hana.submits();
    await hana.submits();
    await hana.fillsIn({ 'How to tell it': 'Tell and announce now' });
    await hana.submits();
    await hana.closes();
    await hana.types('/coachingpairs roster', '#leaders');
    await hana.presses('Get it as a file');
    await hana.types('/coachingpairs audit', '#leaders');
    await hana.opensHome();
    await house.forward({ days: 20 });
    const said = house.slack.transcript.filter(({ by }) => by === house.tools.botUser);
    expect(said.filter(({ what }) => what === 'posted').length).toBeGreaterThan(20);
    expect(said.flatMap(({ text, blocks }) => active([text, blocks]))).toEqual([]);
    expect(house.slack.complaints).toEqual([]);
    const file = [...house.slack.world.files.values()].find(({ name }) => name === 'roster.csv');
    const cells = Buffer.from(file?.bytes ?? [])
      .toString()
      .split(/[\n,]/);
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  });
});
