import { describe, expect, test } from '@jest/globals';
import { seededDice } from '../../src/sandbox/dice.ts';
import type { CallFault, EventFault } from '../../src/sandbox/faults.ts';
import { turnHostile, turnKind } from '../../src/sandbox/hostile.ts';
import { type Office, openOffice } from './small-office.ts';

/** Posts one message through the SDK; returns the code of its error, or `posted`. */
async function post(office: Office): Promise<string> {
  return office.web.chat.postMessage({ channel: 'C0LEADERS', text: 'Hello' }).then(
    () => 'posted',
    (fault: { code?: string; data?: { error?: string } }) => fault.data?.error ?? fault.code ?? 'no code',
  );
}

const shown = (office: Office) => office.as('bo').reads('leaders').length;

describe('faults of calls, once each', () => {
  const cases: [name: string, fault: CallFault, told: string, visible: number][] = [
    ['too many calls', { kind: 'ratelimited', retryAfter: 30 }, 'slack_webapi_rate_limited_error', 0],
    ['a server error before posting', { kind: 'status', status: 503, posted: false }, 'slack_webapi_http_error', 0],
    ['a server error after posting', { kind: 'status', status: 500, posted: true }, 'slack_webapi_http_error', 1],
    ['a line lost before', { kind: 'lost', posted: false }, 'slack_webapi_request_error', 0],
    ['a line lost after', { kind: 'lost', posted: true }, 'slack_webapi_request_error', 1],
    ['an answer nobody can read', { kind: 'garbage', posted: true }, '{"ok":tr', 1],
    ['a code', { kind: 'error', code: 'internal_error', posted: true }, 'internal_error', 1],
  ];

  test.each(cases)('%s', async (_, fault, told, visible) => {
    const office = await openOffice();
    office.slack.faults.calls.push({ method: 'chat.postMessage', fault, times: 1 });
    expect(await post(office)).toContain(told);
    expect(shown(office)).toBe(visible);
    expect(await post(office)).toBe('posted');
  });

  test('a late call takes effect when the app has long given up', async () => {
    const office = await openOffice();
    office.slack.faults.calls.push({ method: '*', fault: { kind: 'late', ms: 30_000 }, times: 1 });
    expect(await post(office)).toBe('slack_webapi_request_error');
    await office.pass(29_000);
    expect(shown(office)).toBe(0);
    await office.pass(1_000);
    expect(shown(office)).toBe(1);
  });
});

describe('events', () => {
  async function hearing(): Promise<Office & { heard: { id: string; retry: string | number }[] }> {
    const office = await openOffice();
    const heard: { id: string; retry: string | number }[] = [];
    office.app.message(async ({ body, context }) => {
      heard.push({ id: body.event_id, retry: context.retryNum ?? 'first' });
    });
    return { ...office, heard };
  }

  test.each<[string, EventFault, number]>([
    ['one more copy with the same id', { kind: 'duplicate', copies: 1, newId: false }, 1],
    ['ten copies with ids of their own', { kind: 'duplicate', copies: 10, newId: true }, 11],
  ])('%s', async (_, fault, ids) => {
    const office = await hearing();
    office.slack.faults.events.push({ event: 'message', fault, times: 1 });
    await office.as('bo').says('Hello');
    expect(new Set(office.heard.map(({ id }) => id)).size).toBe(ids);
    expect(office.heard).toHaveLength(fault.kind === 'duplicate' ? fault.copies + 1 : 0);
  });

  test('a late event is overtaken by the next', async () => {
    const office = await hearing();
    office.slack.faults.events.push({ event: 'message', fault: { kind: 'late', ms: 60_000 }, times: 1 });
    await office.as('bo').says('first');
    await office.as('bo').says('second');
    expect(office.heard).toHaveLength(1);
    await office.pass(60_000);
    expect(office.heard).toHaveLength(2);
  });

  test('what nobody hears is told again at once, after a minute and after five, then never', async () => {
    const office = await hearing();
    const { transport } = office.slack;
    office.slack.transport = undefined;
    await office.as('bo').says('Anyone?');
    await office.pass(59_000);
    office.slack.transport = transport;
    expect(office.heard).toEqual([]);
    await office.pass(1_000);
    expect(office.heard).toMatchObject([{ retry: 2 }]);
    office.slack.transport = undefined;
    await office.as('bo').says('Again?');
    await office.pass(10 * 60_000);
    office.slack.transport = transport;
    await office.pass(60 * 60_000);
    expect(office.heard).toHaveLength(1);
  });

  test('an app that fails before it acknowledges is told again; Bolt acknowledges first', async () => {
    const office = await hearing();
    let failures = 1;
    const process = office.app.processEvent.bind(office.app);
    office.app.processEvent = async (event) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the disk is full');
      await process(event);
    };
    await office.as('bo').says('Hello', undefined);
    expect(office.slack.complaints).toEqual(['The app failed: the disk is full']);
    expect(office.heard).toEqual([{ id: expect.any(String), retry: 'first' }]);
  });

  test('nobody is told what they have not subscribed to, or may not hear', async () => {
    const office = await openOffice({ scopes: ['chat:write'] });
    const heard: string[] = [];
    office.app.message(async ({ message }) => void heard.push(message.ts));
    await office.as('bo').says('Hello');
    await office.as('bo').says('Hello', 'leaders');
    expect(heard).toEqual([]);
  });
});

describe('the hostile mix', () => {
  /** What becomes of 400 posts and how often an event is heard. */
  async function weather(seed: number) {
    const office = await openOffice();
    let heard = 0;
    office.app.message(async () => {
      heard += 1;
    });
    turnHostile(office.slack.faults, seededDice(seed));
    const outcomes: Record<string, number> = {};
    for (let count = 0; count < 400; count += 1) {
      const outcome = await post(office);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      await office.pass(2_000);
    }
    for (let count = 0; count < 100; count += 1) await office.as('bo').says(`Message ${count}`);
    turnKind(office.slack.faults);
    await office.pass(10 * 60_000);
    return { outcomes, heard, visible: shown(office) };
  }

  test('is the same for the same seed, and about as bad as it says', async () => {
    const first = await weather(7);
    expect(await weather(7)).toEqual(first);
    expect(await weather(8)).not.toEqual(first);
    const { outcomes, heard, visible } = first;
    expect(outcomes.slack_webapi_rate_limited_error).toBeGreaterThan(15);
    expect(outcomes.slack_webapi_http_error).toBeGreaterThan(20);
    expect(outcomes.slack_webapi_request_error).toBeGreaterThan(25);
    expect(outcomes.posted).toBeGreaterThan(220);
    expect(visible).toBeGreaterThan(outcomes.posted ?? 400);
    expect(heard).toBeGreaterThan(125);
  });
});
