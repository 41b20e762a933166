import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { describeFindings } from '../../src/operator/findings.ts';
import { scopes } from '../../src/operator/scopes.ts';
import { checkSlack } from '../../src/operator/slack-checks.ts';
import { refusedApp, refusedBot } from '../../src/operator/slack-says-no.ts';
import { nearest } from '../../src/platform/nearest.ts';
import { now } from '../platform/a-folder.ts';
import { readText } from '../source.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

interface Told {
  body?: object;
  headers?: Record<string, string>;
  status?: number;
}

/** Asks the doctor about a server that answers as told. */
async function examined(told: Record<string, Told>, mode: 'socket' | 'http' = 'socket') {
  const answer: RequestListener = (request, response) => {
    const { body = { ok: true }, headers = {}, status = 200 } = told[request.url?.slice(1) ?? ''] ?? {};
    response.writeHead(status, { date: new Date(now().epochMilliseconds).toUTCString(), ...headers });
    response.end(JSON.stringify(body));
  };
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(opened.address() as AddressInfo).port}/`;
  return checkSlack({ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl, mode }, { now });
}

const all = { 'x-oauth-scopes': Object.keys(scopes).join(',') };

describe('the doctor', () => {
  test('finds nothing where all is well', async () => {
    const findings = await examined({ 'auth.test': { body: { ok: true, user: 'coachingpairs', team: 'Example' }, headers: all } });
    expect(describeFindings(findings)).toEqual([
      '✓ SLACK_BOT_TOKEN is the bot coachingpairs in the workspace Example.',
      '✓ Scopes are all there.',
      "✓ Clock agrees with Slack's.",
      '✓ SLACK_APP_TOKEN opens Socket Mode.',
      '',
      'All is well.',
    ]);
  });

  test('names each scope that is missing, what is lost without it, and what to do', async () => {
    const rest = Object.keys(scopes).filter((scope) => scope !== 'im:history');
    const findings = await examined({ 'auth.test': { headers: { 'x-oauth-scopes': rest.join(', ') } } }, 'http');
    const told = describeFindings(findings).join('\n');
    expect(told).toContain('✗ Scopes im:history is missing: replies are not heard, and an unclear message cannot be looked up.');
    expect(told).toContain('→ Add them under Bot Token Scopes and reinstall the app');
    expect(told).toContain('One thing needs attention.');
  });

  test('says what is lost without a scope that may be left out, and finds nothing wrong', async () => {
    const rest = Object.keys(scopes).filter((scope) => scope !== 'users.profile:read');
    const findings = await examined({ 'auth.test': { headers: { 'x-oauth-scopes': rest.join(', ') } } }, 'http');
    const told = describeFindings(findings).join('\n');
    expect(told).toContain('✓ Scopes are all there that are needed; users.profile:read is missing: what a roster leaves out');
    expect(told).toContain('All is well.');
  });

  test.each([
    [400, 'ahead of'],
    [-90, 'behind'],
  ])('notices a clock that is %p seconds off', async (seconds, told) => {
    const date = new Date(now().epochMilliseconds - seconds * 1000).toUTCString();
    const findings = await examined({ 'auth.test': { headers: { ...all, date } } });
    expect(findings.find(({ what }) => what === 'Clock')).toMatchObject({
      good: false,
      told: `is ${Math.abs(seconds)} seconds ${told} Slack's`,
    });
  });

  test.each<[string, Record<string, Told>, string, string]>([
    [
      'a refused bot token',
      { 'auth.test': { body: { ok: false, error: 'account_inactive' } } },
      'SLACK_BOT_TOKEN',
      'is refused by Slack (account_inactive)',
    ],
    [
      'a refused app token',
      { 'apps.connections.open': { body: { ok: false, error: 'missing_scope' } } },
      'SLACK_APP_TOKEN',
      'is refused by Slack (missing_scope)',
    ],
    ['a server that is not Slack', { 'auth.test': { status: 503, body: [] } }, 'SLACK_BOT_TOKEN', 'is refused by Slack (http_503)'],
  ])('says what to do about %s', async (_, told, what, sentence) => {
    const finding = (await examined(told)).find((each) => each.what === what);
    expect(finding).toMatchObject({ good: false, told: sentence, todo: expect.stringContaining('api.slack.com/apps') });
  });

  test('says that Slack does not answer', async () => {
    const [finding] = await checkSlack({ botToken: 'x', appToken: 'x', apiUrl: 'http://127.0.0.1:9/', mode: 'http' }, { now });
    expect(finding).toMatchObject({ what: 'Slack', good: false, told: 'does not answer' });
  });

  test('knows the scopes that the manifest asks for, no more and no fewer', () => {
    const manifest = parse(readText('manifest.yml')) as { oauth_config: { scopes: { bot: string[] } } };
    expect(Object.keys(scopes).sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
  });
});

describe('a start that Slack does not allow', () => {
  test.each([
    [refusedBot('token_revoked'), /SLACK_BOT_TOKEN \(token_revoked\)/],
    [refusedBot('ratelimited'), /cannot be reached \(ratelimited\)/],
    [refusedApp('not_allowed_token_type', { mode: 'socket', port: undefined }), /SLACK_APP_TOKEN \(not_allowed_token_type\)/],
    [refusedApp('timeout', { mode: 'socket', port: undefined }), /cannot be reached \(timeout\)/],
    [refusedApp('EADDRINUSE', { mode: 'http', port: 3000 }), /Port 3000 cannot be listened on \(EADDRINUSE\)/],
  ])('is explained: %s', (said, told) => {
    expect(said).toMatch(told);
  });
});

test.each([
  ['strat', 'start'],
  ['Doctor', 'doctor'],
  ['restor', 'restore'],
  ['rotatekey', 'rotate-key'],
  ['bakcup', 'backup'],
])('who types %p means %p', (typed, meant) => {
  expect(nearest(typed, ['start', 'doctor', 'restore', 'rotate-key', 'backup', 'verify'])).toBe(meant);
});
