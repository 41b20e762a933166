// Pressed buttons and submitted modals: whose they are, how they are answered where they were pressed, and what a second press does.
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Hall } from '../../../src/app.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { enqueue } from '../../../src/platform/outbox/enqueue.ts';
import { actions, button, home, input, modal, section } from '../../../src/platform/slack/blocks.ts';
import { radios, textBox } from '../../../src/platform/slack/controls.ts';
import { recall, textIn } from '../../../src/platform/slack/inputs.ts';
import type { Ears, Hear, Reply } from '../../../src/platform/slack/spoken.ts';
import { submissionPayload } from '../../../src/sandbox/payloads.ts';
import { type House, openHouse } from '../../open-house.ts';

const open = (ears: Ears, words: Record<string, Hear> = {}) => {
  const commands = Object.entries(words).map(([word, run]) => ({ word, run }));
  const hall: Hall = { tables: [{ name: '/coachingpairs', commands }], rooms: [ears], timetable: [] };
  return openHouse({ hall });
};

/** A message to Amina with these buttons, by label and action id. */
async function sendButtons(house: House, buttons: Record<string, string>): Promise<void> {
  const { tools } = house;
  const elements = Object.entries(buttons).map(([label, action]) => button({ label, action, value: `value of ${label}` }));
  const body = { text: 'Choose.', blocks: [section('Choose.'), actions(elements)] };
  const letter = {
    key: 'choose',
    kind: 'match',
    address: { to: 'person' as const, user: house.as('Amina').id },
    priority: 1 as const,
    body,
  };
  await transact(tools.db, (tx) => enqueue(tools, tx, letter, tools.now()));
  await house.forward({ seconds: 10 });
}

const form = modal({
  callback: 'test.form',
  title: 'A form',
  submit: 'Save',
  blocks: [
    input({ block: 'words', label: 'Words', element: textBox({ action: 'words' }), optional: true }),
    actions([
      radios({
        action: 'test.quiet',
        choices: [
          { value: 'a', label: 'Alone' },
          { value: 'b', label: 'Both' },
        ],
      }),
      button({ label: 'Tell', action: 'test.tell' }),
    ]),
  ],
});

const openForm: Hear = async ({ slack }, { triggerId }) => {
  await slack.openModal(triggerId, form);
  return undefined;
};

describe('a button in a message', () => {
  test('brings its value and where it stands, and the answer is for the one who pressed', async () => {
    const pressed: unknown[] = [];
    const house = await open({
      presses: {
        'test.yes': async (_, { user, value, message }) => {
          pressed.push({ user, value, message });
          return { text: 'Noted.' };
        },
      },
    });
    await sendButtons(house, { Yes: 'test.yes' });
    const amina = house.as('Amina');
    await amina.presses('Yes');
    expect(pressed).toEqual([
      { user: amina.id, value: 'value of Yes', message: { channel: expect.stringMatching(/^D/), ts: expect.any(String) } },
    ]);
    expect(amina.readsLast()).toContain('Noted.');
    expect(amina.reads().filter((text) => text.includes('Choose.'))).toHaveLength(1);
  });

  test('may carry a mark behind its id, so that several stand side by side', async () => {
    const values: string[] = [];
    const house = await open({
      presses: {
        'test.pick': async (_, { action, value }) => {
          values.push(`${action} ${value}`);
          return undefined;
        },
      },
    });
    await sendButtons(house, { One: 'test.pick#1', Two: 'test.pick#2' });
    await house.as('Amina').presses('Two');
    expect(values).toEqual(['test.pick value of Two']);
  });

  test('nobody listens to any more says that it is old', async () => {
    const house = await open({});
    await sendButtons(house, { Old: 'gone.button', Odd: 'constructor' });
    for (const label of ['Old', 'Odd']) {
      await house.as('Amina').presses(label);
      expect(house.as('Amina').readsLast()).toContain('earlier version');
    }
  });

  test('that only opens a page is left alone', async () => {
    const house = await open({});
    await sendButtons(house, { Page: 'test.link' });
    await house.as('Amina').presses('Page');
    expect(
      house
        .as('Amina')
        .reads()
        .filter((text) => text.includes('earlier version')),
    ).toEqual([]);
  });

  test('pressed twice at once is one press', async () => {
    let count = 0;
    let finish = () => {};
    const house = await open({
      presses: {
        'test.yes': () => {
          count += 1;
          return new Promise((resolve) => {
            finish = () => resolve(undefined);
          });
        },
      },
    });
    await sendButtons(house, { Yes: 'test.yes' });
    const presses = [house.as('Amina').presses('Yes'), house.as('Amina').presses('Yes')];
    while (count === 0) await new Promise((resolve) => setImmediate(resolve));
    finish();
    await Promise.all(presses);
    expect(count).toBe(1);
  });

  test('whose answer cannot be shown there is answered by a message', async () => {
    const house = await open({
      presses: {
        'test.yes': async () => {
          house.slack.world.responseUrls.clear();
          return { text: 'Noted.' };
        },
      },
    });
    await sendButtons(house, { Yes: 'test.yes' });
    await house.as('Amina').presses('Yes');
    await house.forward({ minutes: 1 });
    expect(house.as('Amina').readsLast()).toContain('Noted.');
  });

  test('that fails is answered with a reference, and the log has the same', async () => {
    const house = await open({
      presses: {
        'test.yes': async () => {
          throw new Error('Bo said something private');
        },
      },
    });
    await sendButtons(house, { Yes: 'test.yes' });
    await house.as('Amina').presses('Yes');
    const [line] = house.log.filter(({ level }) => level === 'error');
    expect(house.as('Amina').readsLast()).toContain(line?.fields.reference);
    expect(line?.fields.action).toBe('test.yes');
  });
});

describe('a control in a modal', () => {
  test('that the form reads when it is submitted says nothing by itself', async () => {
    const house = await open({}, { form: openForm });
    const amina = house.as('Amina');
    await amina.types('/coachingpairs form');
    await amina.chooses('test.quiet', 'Both');
    expect(amina.sees()).toContain('A form');
    expect(house.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('is answered with a small modal on top', async () => {
    const house = await open({ presses: { 'test.tell': async () => ({ text: 'Told.' }) } }, { form: openForm });
    const amina = house.as('Amina');
    await amina.types('/coachingpairs form');
    await amina.presses('Tell');
    expect(amina.sees()).toContain('Told.');
    await amina.closes();
    expect(amina.sees()).toContain('A form');
  });
});

describe('a button on the Home tab', () => {
  test('is answered with a modal', async () => {
    const house = await open({
      events: {
        home_opened: async ({ slack }, { fields }) => {
          await slack.publishHome(fields.user ?? '', home([section('Home.'), actions([button({ label: 'Ask', action: 'test.ask' })])]));
        },
      },
      presses: { 'test.ask': async () => ({ text: 'Answered.' }) },
    });
    const amina = house.as('Amina');
    expect(await amina.opensHome()).toContain('Home.');
    await amina.presses('Ask');
    expect(amina.sees()).toContain('Answered.');
  });
});

describe('a submitted modal', () => {
  const submitted = async (submit: NonNullable<Ears['submits']>[string]) => {
    const house = await open({ submits: { 'test.form': submit } }, { form: openForm });
    const amina = house.as('Amina');
    await amina.types('/coachingpairs form');
    await amina.fillsIn({ Words: 'Some words' });
    return { house, amina, errors: await amina.submits() };
  };

  test('is closed when it is saved', async () => {
    const kept: string[] = [];
    const { amina, errors } = await submitted(async (_, { state }) => {
      kept.push(textIn(state, 'words'));
      return { then: 'close' };
    });
    expect([kept, errors, amina.sees()]).toEqual([['Some words'], {}, undefined]);
  });

  test('is corrected at its fields', async () => {
    const { amina, errors } = await submitted(async () => ({ then: 'errors', errors: { words: 'Too short.' } }));
    expect(errors).toEqual({ Words: 'Too short.' });
    expect(amina.sees()).toContain('Some words');
  });

  test.each(['update', 'push'] as const)('is answered with another (%s)', async (then) => {
    const view = modal({ callback: 'test.next', title: 'The next', blocks: [section('What follows.')] });
    const { amina } = await submitted(async () => ({ then, view }) as Reply);
    expect(amina.sees()).toContain('What follows.');
  });

  test('that cannot be saved stays open, with a reference at its first field', async () => {
    const { house, amina, errors } = await submitted(async () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    const [line] = house.log.filter(({ level }) => level === 'error');
    expect(errors.Words).toContain(line?.fields.reference);
    expect(errors.Words).toContain('did not save');
    expect(amina.sees()).toContain('Some words');
  });

  test('that takes long waits, and is told the end', async () => {
    const submit = () => new Promise<Reply>((resolve) => setTimeout(() => resolve({ then: 'close' }), 2_600));
    const house = await open({ submits: { 'test.form': submit } }, { form: openForm });
    await house.as('Amina').types('/coachingpairs form');
    const [view] = house.slack.world.views.values();
    if (!view) throw new Error('no form is open');
    const ack = await house.slack.transport?.deliver({ type: 'interactive', payload: submissionPayload(house.slack, view) });
    expect(ack?.body).toMatchObject({ response_action: 'update', view: { title: { text: 'Coaching Pairs' } } });
    expect(JSON.stringify(ack?.body)).toContain('leave this window open');
    expect(house.as('Amina').sees()).toContain('Done');
  });

  test('that arrives twice at once is saved once, and both get the same reply', async () => {
    let count = 0;
    const house = await open({
      submits: {
        'test.form': async () => {
          count += 1;
          await new Promise((resolve) => setImmediate(resolve));
          return { then: 'errors', errors: { words: 'Once.' } };
        },
      },
    });
    const view = { id: 'V1', hash: 'h', callback_id: 'test.form', private_metadata: '', state: { values: {} }, blocks: [] };
    const payload = { type: 'view_submission', team: { id: house.slack.world.team.id }, user: { id: 'U0AMINA' }, trigger_id: 't', view };
    const bring = () => house.slack.transport?.deliver({ type: 'interactive', payload });
    const [one, two] = await Promise.all([bring(), bring()]);
    expect(count).toBe(1);
    expect(one).toEqual(two);
    expect(one?.body).toEqual({ response_action: 'errors', errors: { words: 'Once.' } });
  });

  test('of an earlier version is told so', async () => {
    const house = await open({}, { form: openForm });
    const amina = house.as('Amina');
    await amina.types('/coachingpairs form');
    await amina.submits();
    expect(amina.sees()).toContain('earlier version');
  });

  test('that remembers something else than forms of its kind do is told the same, and is no fault of ours', async () => {
    const { house, amina } = await submitted(async () => recall(z.never(), '{"pair":"of another time"}'));
    expect(amina.sees()).toContain('earlier version');
    expect(house.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('of someone from another organisation is refused at its first field', async () => {
    let count = 0;
    const house = await open({
      submits: {
        'test.form': async () => {
          count += 1;
          return { then: 'close' };
        },
      },
    });
    const view = { id: 'V1', hash: 'h', callback_id: 'test.form', state: { values: {} }, blocks: [{ type: 'input', block_id: 'words' }] };
    const payload = {
      type: 'view_submission',
      team: { id: house.slack.world.team.id },
      user: { id: 'U0X', team_id: 'T0ELSEWHERE' },
      trigger_id: 't',
      view,
    };
    const ack = await house.slack.transport?.deliver({ type: 'interactive', payload });
    expect(ack?.body).toMatchObject({ response_action: 'errors', errors: { words: expect.stringContaining('belong to this workspace') } });
    expect(count).toBe(0);
  });
});

test('two rooms that claim one control are a bug that shows at once', async () => {
  const ears: Ears = { presses: { 'test.yes': async () => undefined } };
  const hall: Hall = { tables: [], rooms: [ears, ears], timetable: [] };
  await expect(openHouse({ hall })).rejects.toThrow('two rooms listen to test.yes');
});
