// Rows of the outbox that are not what was written.
import { expect, test } from '@jest/globals';
import { readAddress, readBody } from '../../../src/platform/outbox/kept.ts';

test('an address and a message are read as they were written', () => {
  const body = { text: 'Hello, Bo.', blocks: [{ type: 'divider' as const }], alone: { text: 'Hello.', blocks: [] } };
  expect(readBody(JSON.stringify(body))).toEqual(body);
  expect(readAddress('{"to":"group","users":["U0BO","U0AMINA"]}')).toEqual({ to: 'group', users: ['U0BO', 'U0AMINA'] });
});

test.each(['{}', '[]', 'null', '{"to":"person"}', '{"to":"everyone","user":"U0BO"}', 'nonsense'])('%s is no address', (text) => {
  expect(() => readAddress(text)).toThrow();
});

test.each(['{}', '{"text":1,"blocks":[]}', '{"text":"x","blocks":["y"]}', '{"text":"x","blocks":{}}'])('%s is no message', (text) => {
  expect(() => readBody(text)).toThrow();
});
