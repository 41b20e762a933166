// How far people have read in the small Slack, and which messages a page may ask for.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type ControlAnswer, control } from '../../src/sandbox/control.ts';
import { settle } from '../../src/sandbox/deliver.ts';
import { monday, type Office, openOffice } from './small-office.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

async function ask(method: string, path: string, body: Record<string, unknown> = {}): Promise<ControlAnswer['body']> {
  const url = new URL(path, 'http://slack');
  const stage = { slack: office.slack, settle: () => settle(office.slack) };
  const answer = await control(stage, { method, path: url.pathname, query: url.searchParams, body });
  expect(answer.body).toMatchObject({ ok: true });
  return answer.body;
}

async function unreadOf(person: string): Promise<number> {
  const { conversations } = (await ask('GET', `/sandbox/people/${person}`)) as { conversations: { id: string; unread: number }[] };
  return conversations.find(({ id }) => id === 'C0LEADERS')?.unread ?? -1;
}

async function textsOf(person: string, query: string): Promise<{ texts: string[]; earlier: boolean }> {
  const path = `/sandbox/people/${person}/messages?where=C0LEADERS&${query}`;
  const { messages, earlier } = (await ask('GET', path)) as { messages: { text: string }[]; earlier: boolean };
  return { texts: messages.map(({ text }) => text), earlier };
}

describe('unread messages', () => {
  test('what Amina says is unread for Bo until he has read it, and never for herself', async () => {
    await office.as('amina').says('One', 'leaders');
    const ts = await office.as('amina').says('Two', 'leaders');
    expect([await unreadOf('amina'), await unreadOf('bo')]).toEqual([0, 2]);
    expect(await ask('POST', '/sandbox/people/bo/read', { where: 'C0LEADERS', ts })).toMatchObject({ unread: 0 });
    await office.as('amina').says('Three', 'leaders');
    expect(await unreadOf('bo')).toBe(1);
  });

  test('Bo, who speaks, has read what stands above', async () => {
    await office.as('amina').says('One', 'leaders');
    await office.as('bo').says('Two', 'leaders');
    expect([await unreadOf('amina'), await unreadOf('bo')]).toEqual([1, 0]);
  });

  test('a late mark takes nothing back', async () => {
    const first = await office.as('amina').says('One', 'leaders');
    const second = await office.as('amina').says('Two', 'leaders');
    await ask('POST', '/sandbox/people/bo/read', { where: 'C0LEADERS', ts: second });
    await ask('POST', '/sandbox/people/bo/read', { where: 'C0LEADERS', ts: first });
    expect(await unreadOf('bo')).toBe(0);
  });

  test('whoever comes into a channel has missed nothing of what was said before', async () => {
    await ask('POST', '/sandbox/happen', { what: 'leave', person: 'bo', channel: 'leaders' });
    await office.as('amina').says('One', 'leaders');
    expect(await unreadOf('bo')).toBe(0);
    await ask('POST', '/sandbox/happen', { what: 'join', person: 'bo', channel: 'leaders' });
    expect(await unreadOf('bo')).toBe(0);
    await office.as('amina').says('Two', 'leaders');
    expect(await unreadOf('bo')).toBe(1);
  });

  test('a reply waits in its thread, and a message for Amina alone for her alone', async () => {
    const ts = await office.as('amina').says('One', 'leaders');
    await ask('POST', '/sandbox/people/bo/read', { where: 'C0LEADERS', ts });
    await office.as('amina').repliesTo(ts, 'And more', 'leaders');
    await office.web.chat.postEphemeral({ channel: 'C0LEADERS', user: 'U000AMINA', text: 'Only for you' });
    expect([await unreadOf('amina'), await unreadOf('bo')]).toEqual([1, 0]);
  });
});

describe('the messages a page asks for', () => {
  test('the newest few without replies, and one thread by itself', async () => {
    const ts = await office.as('amina').says('One', 'leaders');
    await office.as('bo').repliesTo(ts, 'A reply', 'leaders');
    await office.as('amina').says('Two', 'leaders');
    await office.as('amina').says('Three', 'leaders');
    expect(await textsOf('bo', 'last=2&replies=0')).toEqual({ texts: ['Two', 'Three'], earlier: true });
    expect(await textsOf('bo', 'last=9&replies=0')).toEqual({ texts: ['One', 'Two', 'Three'], earlier: false });
    expect(await textsOf('bo', `thread=${ts}`)).toEqual({ texts: ['One', 'A reply'], earlier: false });
    expect(await textsOf('bo', `before=${ts}`)).toEqual({ texts: [], earlier: false });
    expect(await textsOf('bo', `after=${ts}&replies=0`)).toEqual({ texts: ['Two', 'Three'], earlier: false });
  });

  test('a screen tells what time it is there', async () => {
    expect(await ask('GET', '/sandbox/people/bo')).toMatchObject({ now: new Date(monday).toISOString(), modals: [] });
  });
});
