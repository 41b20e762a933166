import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { written } from '../../src/sandbox/act/write.ts';
import { checkBlocks } from '../../src/sandbox/check/blocks.ts';
import { eventKinds } from '../../src/sandbox/events.ts';
import { callApi, methods } from '../../src/sandbox/web-api.ts';
import { openOffice } from './small-office.ts';

const page = readFileSync(new URL('../../docs/sandbox-differences.md', import.meta.url), 'utf8');
const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

const namesIn = (title: string) =>
  [...section(title).matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) => {
    const family = /`([a-z]+)\./.exec(names)?.[1] ?? '';
    return [...names.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => (name.startsWith('.') ? `${family}${name}` : name));
  });

test('every method the sandbox knows stands on the page, and none that it does not know', () => {
  expect(namesIn('Methods').sort()).toEqual(Object.keys(methods).sort());
});

test('every event the sandbox sends stands on the page, and none that it does not send', () => {
  expect(namesIn('Events').sort()).toEqual([...Object.keys(eventKinds), 'app_rate_limited'].sort());
});

test('every kind of interaction the sandbox sends stands on the page', () => {
  expect(namesIn('Commands, buttons, modals').sort()).toEqual([
    'block_actions',
    'response_url',
    'slash_commands',
    'view_closed',
    'view_submission',
  ]);
});

test('what the page does not name is not there', async () => {
  const { slack } = await openOffice();
  const answer = callApi(slack, { method: 'reminders.add', token: 'xoxb-sandbox', args: {} });
  expect('body' in answer && JSON.parse(answer.body)).toEqual({ ok: false, error: 'unknown_method', req_method: 'reminders.add' });
});

test('blocks are known or unknown as the page says', () => {
  const [known = '', unknown = ''] = section('Blocks').split('Refused as unknown:');
  const unsupported = (type: string) => checkBlocks([{ type }], 'message').some((fault) => fault.startsWith('unsupported type'));
  const names = (text: string) => [...(text.split('.')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  expect(names(known)).toHaveLength(9);
  expect(names(known).filter(unsupported)).toEqual([]);
  expect(names(unknown)).toHaveLength(12);
  expect(names(unknown).filter((type) => !unsupported(type))).toEqual([]);
});

test('people, channels and addresses become links however they are typed, and what is none stays', async () => {
  const { world } = (await openOffice()).slack;
  expect(written(world, '@Bo Lindqvist and (@amina), not @nobody or bo@example.org')).toBe(
    '<@U000000BO> and (<@U000AMINA>), not @nobody or <mailto:bo@example.org|bo@example.org>',
  );
  expect(written(world, '@bo. #leaders! #nothing https://example.org/a?b=1&c', true)).toBe(
    '<@U000000BO|bo>. <#C0LEADERS|leaders>! #nothing <https://example.org/a?b=1&amp;c>',
  );
  expect(written(world, '@@bo @bob')).toBe('@@bo @bob');
});
