// Faults ordered by hand, as the page orders them, and what the record then says the bot did. Whatever goes wrong, each reader has each message once.
import { describe, expect, test } from '@jest/globals';
import { type ControlAnswer, control } from '../../src/sandbox/control.ts';
import { openDemoStage } from '../../src/sandbox/demo/stage.ts';
import { type House, openHouse } from '../open-house.ts';
import { founded, joined } from '../stories/starting.ts';

interface Letter {
  kind: string;
  to: string;
  steps: { at: string; said: string; truth?: string }[];
  next: { at?: string; said: string } | null;
  received: { who: string; times: number }[];
}

interface Scene {
  house: House;
  ask: (method: string, path: string, body?: Record<string, unknown>) => Promise<ControlAnswer['body']>;
  letters: () => Promise<Letter[]>;
}

async function scene(): Promise<Scene> {
  const house = await openHouse();
  const stage = openDemoStage(house, 'Amina');
  if (stage.clock) stage.clock.living.others = false;
  const ask: Scene['ask'] = async (method, path, body = {}) => {
    const [pathname = '', query = ''] = path.split('?');
    const answer = await control(stage, { method, path: `/sandbox/${pathname}`, query: new URLSearchParams(query), body });
    if (answer.status !== 200) throw new Error(String(answer.body.error));
    return answer.body;
  };
  return { house, ask, letters: async () => (await ask('GET', 'calls')).letters as Letter[] };
}

const said = ({ steps }: Letter) => steps.map((step) => step.said);
const post = (fault: Record<string, unknown>, times: number | 'always' = 1) => ({ calls: [{ method: 'chat.postMessage', fault, times }] });
const hello = { text: 'Hello' };

describe('Amina writes to the bot, and what it sends back goes wrong', () => {
  test('the answer is lost after posting: the bot looks, finds it, and sends nothing twice', async () => {
    const { house, ask, letters } = await scene();
    await ask('POST', 'faults', post({ kind: 'lost', posted: true }));
    await ask('POST', 'people/amina/say', hello);
    const [before] = await letters();
    expect(before).toMatchObject({ kind: 'menu', to: 'Amina Adeyemi' });
    expect(before?.steps).toMatchObject([{ said: 'Sent it: no answer came.', truth: 'In truth Slack had done it. The bot cannot know.' }]);
    expect(before?.next).toEqual({ at: '2027-01-04T09:02:00.000Z', said: 'Looks in the conversation whether it has arrived.' });
    await house.forward({ minutes: 3 });
    const [after] = await letters();
    expect(said(after as Letter).slice(1)).toEqual(['Looked in the conversation whether it had arrived: found, so it is not sent again.']);
    expect(after).toMatchObject({ next: null, received: [{ who: 'Amina Adeyemi', times: 1 }] });
  });

  test('the line breaks before Slack read it: the bot looks twice, and sends it again', async () => {
    const { house, ask, letters } = await scene();
    await ask('POST', 'faults', post({ kind: 'lost', posted: false }));
    await ask('POST', 'people/amina/say', hello);
    expect((await letters())[0]?.received).toEqual([{ who: 'Amina Adeyemi', times: 0 }]);
    await house.forward({ minutes: 5 });
    const [letter] = await letters();
    const look = 'Looked in the conversation whether it had arrived: it is not there.';
    expect(said(letter as Letter)).toEqual(['Sent it: no answer came.', look, look, 'Sent it again: it arrived.']);
    expect(letter?.received).toEqual([{ who: 'Amina Adeyemi', times: 1 }]);
  });

  test('Slack says that it is too fast: the bot waits as long as it was asked to', async () => {
    const { house, ask, letters } = await scene();
    await ask('POST', 'faults', post({ kind: 'ratelimited', retryAfter: 30 }));
    await ask('POST', 'people/amina/say', hello);
    const [before] = await letters();
    expect(said(before as Letter)).toEqual(['Sent it: Slack said that it was too fast, and to wait 30 seconds.']);
    expect(before?.next).toEqual({ at: '2027-01-04T09:00:30.000Z', said: 'Sends it, having waited as long as Slack asked.' });
    await house.forward({ minutes: 1 });
    const [after] = await letters();
    expect(said(after as Letter)).toHaveLength(2);
    expect(after?.steps[1]).toEqual({ at: '2027-01-04T09:00:30.000Z', said: 'Sent it again: it arrived.' });
    expect(after?.received).toEqual([{ who: 'Amina Adeyemi', times: 1 }]);
  });

  test('Slack refuses everything until told otherwise: nothing is lost', async () => {
    const { house, ask, letters } = await scene();
    const ordered = await ask('POST', 'faults', post({ kind: 'error', code: 'invalid_auth', posted: false }, 'always'));
    expect(ordered.calls).toMatchObject([{ method: 'chat.postMessage', times: 'always' }]);
    await ask('POST', 'people/amina/say', hello);
    await house.forward({ hours: 1 });
    expect((await letters())[0]).toMatchObject({
      next: { said: 'Tries again; until then every message waits.' },
      received: [{ times: 0 }],
    });
    await ask('DELETE', 'faults');
    await house.forward({ hours: 1 });
    expect((await letters())[0]).toMatchObject({ next: null, received: [{ times: 1 }] });
  });

  test('Slack will not have it: the bot gives it up and says why', async () => {
    const { ask, letters } = await scene();
    await ask('POST', 'faults', post({ kind: 'error', code: 'is_archived', posted: false }));
    await ask('POST', 'people/amina/say', hello);
    const [letter] = await letters();
    expect(said(letter as Letter)).toEqual(['Sent it: Slack refused it (is_archived).', 'Gave it up: is archived. It is not sent again.']);
  });

  test('the message reaches the bot three times, and it answers once', async () => {
    const { house, ask } = await scene();
    await ask('POST', 'faults', { events: [{ event: 'message', fault: { kind: 'duplicate', copies: 2, newId: true } }] });
    await ask('POST', 'people/amina/say', hello);
    await house.forward({ minutes: 5 });
    expect(house.as('amina').reads('dm')).toHaveLength(1);
    const lines = (await ask('GET', 'calls')).calls as { what: string; name: string; said: string }[];
    const events = lines.filter(({ what, name }) => what === 'event' && name === 'message').map((line) => line.said);
    expect(events.slice(0, 3)).toEqual([
      'the bot heard it.',
      'came once more, and the bot heard it.',
      'came once more, and the bot heard it.',
    ]);
  });
});

describe('the bot is killed', () => {
  test.each(['before', 'after'] as const)(
    '%s Slack has posted its third message, and started again: everyone is told once',
    async (when) => {
      const { house, ask, letters } = await scene();
      await founded(house);
      for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']) await joined(house, name);
      await house.forward({ minutes: 1 });
      expect(await ask('POST', 'bot', { do: 'kill', at: { method: 'chat.postMessage', when, count: 3 } })).toMatchObject({ isUp: true });
      const hana = house.as('hana');
      await hana.types('/rotate', 'leaders');
      await hana.submits();
      await hana.submits();
      await house.forward({ minutes: 1 });
      expect(await ask('GET', 'bot')).toMatchObject({ isUp: false, dies: null });
      expect(await ask('POST', 'bot', { do: 'start' })).toMatchObject({ isUp: true });
      await house.forward({ minutes: 10 });
      const [letter] = await letters();
      expect(said(letter as Letter).slice(0, 3)).toEqual([
        'Sent it: the bot was killed before it heard an answer.',
        'The bot was killed.',
        'The bot was started again.',
      ]);
      expect(said(letter as Letter).at(-1)).toContain(when === 'after' ? 'found, so it is not sent again' : 'Sent it again: it arrived.');
      expect(letter).toMatchObject({ kind: 'match', next: null, received: [{ times: 1 }] });
      for (const name of ['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']) {
        const told = house.as(name).reads('dm');
        expect(told.filter((text) => text.includes('Your partner for this round is'))).toHaveLength(1);
      }
    },
  );

  test('now, and lives on the same database', async () => {
    const { house, ask } = await scene();
    expect(await ask('POST', 'bot', { do: 'kill' })).toMatchObject({ isUp: false });
    expect(await house.as('amina').types('/coachingpairs')).toContain('did not respond');
    await ask('POST', 'bot', { do: 'start' });
    expect(await house.as('amina').types('/coachingpairs help')).toContain('/coachingpairs');
  });

  test('is spared after all', async () => {
    const { ask } = await scene();
    await ask('POST', 'bot', { do: 'kill', at: { method: 'chat.postMessage', when: 'after' } });
    expect(await ask('POST', 'bot', { do: 'spare' })).toMatchObject({ isUp: true, dies: null });
    await ask('POST', 'people/amina/say', hello);
    expect(await ask('GET', 'bot')).toMatchObject({ isUp: true });
  });
});

describe('the record', () => {
  test('is bounded, and holds nothing that anybody wrote', async () => {
    const { house, ask } = await scene();
    await ask('POST', 'people/amina/say', { text: 'A secret of mine' });
    for (let count = 0; count < 200; count += 1) await house.as('bo').opensHome();
    expect(house.slack.calls.entries.length).toBeLessThanOrEqual(600);
    expect(JSON.stringify(house.slack.calls)).not.toContain('secret');
    const { last } = await ask('GET', 'calls');
    expect(((await ask('GET', `calls?after=${last}`)).calls as unknown[]).length).toBe(0);
  });

  test('a button that is pressed twice does its work once', async () => {
    const { house, ask } = await scene();
    await founded(house);
    for (const name of ['amina', 'bo', 'chidi', 'dolores']) await joined(house, name);
    await house.as('hana').types('/rotate', 'leaders');
    await house.as('hana').submits();
    await house.as('hana').submits();
    await house.forward({ minutes: 5 });
    await ask('POST', 'faults', { presses: 1 });
    const before = house.as('amina').reads().length;
    await ask('POST', 'people/amina/press', { label: 'This suits me' });
    await house.forward({ minutes: 5 });
    const presses = ((await ask('GET', 'calls')).calls as { name: string }[]).filter(({ name }) => name === 'block_actions');
    expect(presses).toHaveLength(2);
    expect(new Set(house.as('amina').reads().slice(before)).size).toBe(house.as('amina').reads().length - before);
  });
});
