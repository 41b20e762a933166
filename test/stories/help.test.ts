// Asking for help: the organisers hear privately, one of them sees to it, and nobody else ever learns of it.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { appoint } from '../../src/features/founding/organisers.ts';
import type { Programme } from '../../src/features/founding/programmes.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { cast, type Name } from '../cast.ts';
import { beginRound, foundProgramme } from '../features/coaching/ground.ts';
import { type House, openHouse } from '../open-house.ts';
import { enrolled } from './starting.ts';

let house: House;
let programme: Programme;

const takesPart = (name: Name) => enrolled(house, programme, name);
const organises = (name: Name) =>
  transact(house.tools.db, (tx) =>
    appoint(house.tools, tx, { programme: programme.id, user: cast[name].id, by: cast.hana.id }, house.tools.now()),
  );
const LINKS = ['Someone to talk to: 020 7946 0000', 'https://help.example.org/care?a=1&b=2', 'Speak up <safely>'];

beforeEach(async () => {
  house = await openHouse({ now: '2027-01-18T10:00:00Z' });
  programme = await foundProgramme(house.tools, { rotating: 'approve', helpLinks: LINKS });
  const people = [await takesPart('amina'), await takesPart('bo')];
  await beginRound(house.tools, programme, { pairs: [people], beginsOn: '2027-01-18', number: 1 });
  await organises('hana');
});

const asks = async (name: Name, text = '') => {
  await house.as(name).types('/coachingpairs help-me', '#leaders');
  const form = house.as(name).sees() ?? '';
  if (text !== '') await house.as(name).fillsIn({ 'What would help': text });
  await house.as(name).submits();
  const answer = house.as(name).sees() ?? '';
  await house.as(name).closes();
  return { form, answer };
};
const everything = (name: Name) => house.as(name).reads().join('\n');

describe('asking for help', () => {
  test('names who will see it and who will not, and needs no reason', async () => {
    const { form, answer } = await asks('amina');
    expect(form).toContain('Ask Hana Novak for help.');
    expect(form).toContain('Bo Lindqvist will not be told.');
    expect(answer).toContain('Hana Novak will see it and write to you.');
    expect(everything('hana')).toContain('Amina Adeyemi has asked for help. Please reply to them directly and keep it to yourself.');
  });

  test('reaches organisers at once with what was written, and nobody else', async () => {
    await organises('freya');
    await asks('amina', 'canary-plea: my partner & I <cannot> agree.');
    for (const name of ['hana', 'freya'] as const) expect(everything(name)).toContain('"canary-plea: my partner & I <cannot> agree."');
    for (const name of ['bo', 'chidi', 'amina'] as const) expect(everything(name)).not.toContain('canary-plea');
    expect(JSON.stringify(await house.tools.db.selectFrom('help_request').selectAll().execute())).not.toContain('canary');
  });

  test('waits on the organiser’s Home until one has seen to it', async () => {
    await organises('freya');
    await asks('amina', 'canary-plea');
    const home = await house.as('hana').opensHome();
    expect(home).toContain('Amina Adeyemi has asked for help, on Monday 18 January 2027.');
    expect(home).not.toContain('canary-plea');
    await house.as('hana').presses('Read it');
    expect(house.as('hana').sees()).toContain('canary-plea');
    await house.as('hana').closes();
    await house.as('hana').presses('It is seen to');
    expect(everything('hana')).toContain('The request of Amina Adeyemi is seen to.');
    expect(await house.as('hana').opensHome()).not.toContain('asked for help');
    await house.as('freya').presses('It is seen to');
    expect(await house.as('freya').opensHome()).not.toContain('asked for help');
    expect(everything('bo')).not.toContain('help.');
  });

  test('leaves out an organiser who is the partner, unless there is no other', async () => {
    await organises('bo');
    await asks('amina', 'canary-plea');
    expect(everything('bo')).not.toContain('canary-plea');
    expect(await house.as('bo').opensHome()).not.toContain('asked for help');
    const { form } = await asks('bo');
    expect(form).toContain('Ask Hana Novak for help.');
    await house.tools.db.updateTable('organiser').set({ removed_at: 'x' }).where('slack_user', '=', cast.hana.id).execute();
    const alone = await asks('amina', 'canary-again');
    expect(alone.form).toContain('your partner will see your name');
    expect(everything('bo')).toContain('canary-again');
    await house.as('bo').types('/coachingpairs help-me', '#leaders');
    expect(house.as('bo').sees()).toContain('Nobody but you organises this programme');
  });

  test('other kinds of help are one press away: on Home, in the form, and on the card about edges', async () => {
    await house.as('amina').opensHome();
    await house.as('amina').presses('Other kinds of help');
    const seen = house.as('amina').sees() ?? '';
    expect(seen).toContain('these people are there for you:');
    for (const line of ['Someone to talk to: 020 7946 0000', 'Speak up <safely>']) expect(seen).toContain(line);
    expect(seen).toContain('help.example.org/care?a=1&b=2');
    expect(seen).toContain('You can pause at any time.');
    await house.as('amina').closes();
    await house.as('amina').presses('Knowing the edges');
    await house.as('amina').presses('Other kinds of help');
    expect(house.as('amina').sees()).toContain('Someone to talk to');
  });
});
