// Typed commands: which word is meant, who may speak, how fast, and what is said when something fails or takes long.
import { describe, expect, test } from '@jest/globals';
import type { Hall } from '../../../src/app.ts';
import type { Hear } from '../../../src/platform/slack/spoken.ts';
import { type House, openHouse } from '../../open-house.ts';

const hallWith = (words: Record<string, Hear>): Hall => ({
  tables: [{ name: '/coachingpairs', commands: Object.entries(words).map(([word, run]) => ({ word, run })) }],
  rooms: [],
  timetable: [],
});

const open = (words: Record<string, Hear>) => openHouse({ hall: hallWith(words) });

/** A command as Slack sends it; returns what was acknowledged, or nothing when it was not. */
async function brings(house: House, more: Record<string, unknown>): Promise<unknown> {
  const payload = {
    team_id: house.slack.world.team.id,
    user_id: 'U0AMINA',
    channel_id: 'C0LEADERS',
    command: '/coachingpairs',
    text: '',
    trigger_id: 't',
    ...more,
  };
  const ack = await house.slack.transport?.deliver({ type: 'slash_commands', payload: payload as never });
  return ack?.body;
}

describe('a word', () => {
  test('is found whatever its case and the spaces around it, and gets the rest of the line', async () => {
    const heard: string[] = [];
    const house = await open({
      pause: async (_, { rest, user, channel }) => {
        heard.push(`${user} ${channel} ${rest}`);
        return { text: 'Paused.' };
      },
    });
    const amina = house.as('Amina');
    expect(await amina.types('/coachingpairs   Pause   3 weeks ', '#leaders')).toContain('Paused.');
    expect(heard).toEqual([`${amina.id} C0LEADERS 3 weeks`]);
  });

  test('comes with mentions as ids and signs as they were typed', async () => {
    const heard: string[] = [];
    const house = await open({
      add: async (_, { rest }) => {
        heard.push(rest);
        return undefined;
      },
    });
    await brings(house, { text: 'add <@U0BO|bo> R&amp;D &lt;all&gt;' });
    expect(heard).toEqual(['<@U0BO> R&D <all>']);
  });

  test('is heard from a Slack-like server that names no workspace', async () => {
    const house = await open({ join: async () => ({ text: 'The form.' }) });
    expect(await brings(house, { text: 'join', team_id: undefined })).toMatchObject({ text: 'The form.' });
  });

  test.each([
    ['jion', '/coachingpairs join'],
    ['joi', '/coachingpairs join'],
    ['pauze', '/coachingpairs pause'],
  ])('%s is not known, but near to one that is', async (said, meant) => {
    const house = await open({ '': async () => undefined, join: async () => undefined, pause: async () => undefined });
    expect(await house.as('Amina').types(`/coachingpairs ${said}`)).toContain(meant);
  });

  test('that is near to nothing is answered with where help is', async () => {
    const house = await open({ join: async () => undefined });
    const answer = await house.as('Amina').types('/coachingpairs <!channel> *x*');
    expect(answer).toContain('/coachingpairs help');
    expect(answer).not.toContain('did you mean');
  });

  test('is repeated in whole characters where it is too long to be repeated', async () => {
    const house = await open({ join: async () => undefined });
    const answer = await house.as('Amina').types(`/coachingpairs x${'😀'.repeat(30)}`);
    expect(answer).toContain('😀');
    expect(answer).not.toMatch(/\p{Cs}/u);
  });

  test('may be missing: the command alone is a word of its own', async () => {
    const house = await open({ '': async () => ({ text: 'The menu.' }) });
    expect(await house.as('Amina').types('/coachingpairs')).toContain('The menu.');
  });
});

describe('an answer', () => {
  test('is for the person alone, and its signs are text', async () => {
    const house = await open({ who: async ({ content }) => ({ text: content.say('app.unknown', { word: '<!channel>' }) }) });
    expect(await brings(house, { text: 'who' })).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('&lt;!channel&gt;'),
      blocks: [{ type: 'section', text: { type: 'mrkdwn', verbatim: true } }],
    });
  });

  test('comes later too where the word acknowledges before its work begins', async () => {
    const order: string[] = [];
    const house = await open({
      rotate: async (_, { acknowledge }) => {
        await acknowledge?.();
        order.push('acknowledged');
        return { text: 'Worked out.' };
      },
    });
    expect(await house.as('Amina').types('/coachingpairs rotate')).toContain('Worked out.');
    expect(order).toEqual(['acknowledged']);
    expect(house.slack.complaints).toEqual([]);
  });

  test('that takes long comes after the acknowledgement, through the address Slack gave', async () => {
    const house = await open({ slow: () => new Promise((resolve) => setTimeout(() => resolve({ text: 'Late, but here.' }), 2_100)) });
    expect(await house.as('Amina').types('/coachingpairs slow')).toContain('Late, but here.');
    expect(house.slack.complaints).toEqual([]);
  });

  test('that takes long and whose address is gone comes as a message', async () => {
    const house = await open({
      slow: () =>
        new Promise((resolve) => {
          setTimeout(() => {
            house.slack.world.responseUrls.clear();
            resolve({ text: 'By another way.' });
          }, 2_100);
        }),
    });
    await house.as('Amina').types('/coachingpairs slow');
    await house.forward({ minutes: 1 });
    expect(house.as('Amina').readsLast()).toContain('By another way.');
  });
});

describe('a fault', () => {
  test('gets a reference that stands in the log, and nothing of what was said stands there', async () => {
    const house = await open({
      boom: async () => {
        throw new Error('no room for "my secret wish"');
      },
    });
    const answer = await house.as('Amina').types('/coachingpairs boom');
    const [line] = house.log.filter(({ level }) => level === 'error');
    expect(line?.fields.reference).toMatch(/^[2-9A-Z]{6}$/);
    expect(answer).toContain(line?.fields.reference);
    expect(line?.fields.action).toBe('coachingpairs.boom');
    expect(answer).not.toContain('secret');
  });
});

describe('who is heard', () => {
  test('people of another organisation are told why they are not', async () => {
    let heard = 0;
    const house = await open({
      join: async () => {
        heard += 1;
        return undefined;
      },
    });
    expect(await brings(house, { team_id: 'T0ELSEWHERE', text: 'join' })).toMatchObject({
      text: expect.stringContaining('belong to this workspace'),
    });
    expect(heard).toBe(0);
  });

  test('sixty commands at once are heard, the next only after a while; others are not held up', async () => {
    let heard = 0;
    const house = await open({
      status: async () => {
        heard += 1;
        return undefined;
      },
    });
    for (let each = 0; each < 60; each += 1) await brings(house, { text: 'status' });
    expect(heard).toBe(60);
    expect(await brings(house, { text: 'status' })).toMatchObject({ text: expect.stringContaining('wait a minute') });
    await brings(house, { text: 'status', user_id: 'U0BO' });
    expect(heard).toBe(61);
    house.clock.moveTo(house.now().add({ seconds: 10 }));
    for (let each = 0; each < 20; each += 1) await brings(house, { text: 'status' });
    expect(heard).toBe(71);
  });

  test.each([[{}], [{ user_id: 5 }], [{ team_id: null }]])(
    'what does not have the form of a command (%j) is acknowledged and left',
    async (more) => {
      const house = await open({ '': async () => ({ text: 'heard' }) });
      const payload = { command: '/coachingpairs', ...more };
      expect(await house.slack.transport?.deliver({ type: 'slash_commands', payload: payload as never })).toEqual({ body: undefined });
    },
  );
});
