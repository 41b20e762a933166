import { describe, expect, test } from '@jest/globals';
import { faultFields, openLog } from '../../src/platform/log.ts';
import { sdkLog } from '../../src/platform/slack/sdk-log.ts';

const SECRET = 'I told Bo that I am thinking of leaving';

function listen(level: 'debug' | 'info' = 'debug') {
  const lines: string[] = [];
  return {
    log: openLog(level, (line) => lines.push(line)),
    lines,
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

describe('the log', () => {
  test('writes ids, codes and numbers, one object a line', () => {
    const { log, last } = listen();
    log.info('A message was sent', { key: 'opener:p1:3:U0AMINA', attempt: 1, scope: 'im:history,chat:write' });
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-/),
      event: 'A message was sent',
      key: 'opener:p1:3:U0AMINA',
      attempt: 1,
      scope: 'im:history,chat:write',
    });
  });

  test.each([
    ['a sentence in an allowed field', { code: SECRET }],
    ['a field nobody allowed', { text: SECRET }],
    ['an object where an id belongs', { key: { text: SECRET } }],
    ['an array where a number belongs', { count: [SECRET] }],
    ['a token', { code: 'xoxb-1-leaving' }],
    ['a multi-line message in front of a stack', { stack: `Error: ${SECRET}\n${SECRET}\n    at ${SECRET}\n    at f (file:///a.js:1:2)` }],
  ])('keeps out %s', (_, fields) => {
    const { log, lines } = listen();
    log.error('Something failed', fields as never);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/leaving/);
  });

  test('tells of an error its code and place, not its message', () => {
    const { log, lines, last } = listen();
    log.error('Something failed', faultFields(Object.assign(new Error(SECRET), { code: 'SQLITE_FULL' })));
    expect(last()).toMatchObject({ code: 'SQLITE_FULL', stack: expect.stringContaining('log.test') });
    expect(lines[0]).not.toContain('leaving');
  });

  test.each([undefined, null, 'text', 7, { code: { text: SECRET } }])('copes with %p being thrown', (thrown) => {
    const { log, lines } = listen();
    log.error('Something failed', faultFields(thrown));
    expect(lines[0]).toMatch(/"code":"(unknown|Error)"/);
  });

  test('is silent below its level', () => {
    const { log, lines } = listen('info');
    log.debug('Details');
    expect(lines).toEqual([]);
  });
});

describe("the logger for Slack's packages", () => {
  test('never passes on what they say at DEBUG, whatever level they set', () => {
    const { log, lines } = listen();
    const logger = sdkLog(log);
    logger.setLevel('debug' as never);
    logger.debug('http request body', { text: SECRET });
    expect(lines).toEqual([]);
    expect(logger.getLevel()).toBe('info');
  });

  test('passes on of a warning or an error only a short code', () => {
    const { log, lines, last } = listen();
    const logger = sdkLog(log);
    logger.error(new Error(`An API error occurred: missing_scope ${SECRET}`));
    expect(last()).toMatchObject({ level: 'error', code: 'missing_scope' });
    logger.warn(`An unhandled error occurred while Bolt processed (error: ${SECRET})`, { text: SECRET });
    logger.error({ text: SECRET });
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('leaving');
  });

  test('passes on once what a server remarks about each of its answers', () => {
    const { log, lines } = listen();
    const logger = sdkLog(log);
    for (let answer = 0; answer < 3; answer += 1) logger.warn('superfluous_charset');
    logger.warn('missing_charset');
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['superfluous_charset', 'missing_charset']);
  });
});
