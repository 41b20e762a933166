// The app as Slack is told to create it, against what the program does: no command, event or scope too few, none too many.
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { commands, rotateCommands } from '../src/commands.ts';
import { readEvent } from '../src/platform/inbox/read.ts';
import { readText, sourceFiles, walk } from './source.ts';

interface Manifest {
  display_information: { name: string };
  features: { slash_commands: { command: string; should_escape: boolean; usage_hint: string }[]; app_home: Record<string, boolean> };
  oauth_config: { scopes: { bot: string[]; bot_optional?: string[]; user?: string[] } };
  settings: { event_subscriptions: { bot_events: string[] }; socket_mode_enabled: boolean };
}

const manifest = parse(readText('manifest.yml')) as Manifest;
const { scopes } = manifest.oauth_config;
const events = manifest.settings.event_subscriptions.bot_events;

/** Which scope lets the bot call a method. Two where it depends on the kind of conversation; none where every bot may. */
const methodScopes: Record<string, readonly string[]> = {
  'apps.connections.open': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Direct conversations only; a channel's history is read where somebody has granted it, see docs/operating.md.
  'conversations.history': ['im:history'],
  'conversations.archive': ['groups:write'],
  'conversations.create': ['groups:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.invite': ['groups:write'],
  'conversations.kick': ['groups:write'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write', 'mpim:write'],
  'dnd.teamInfo': ['dnd:read'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'team.profile.get': ['users.profile:read'],
  'users.conversations': ['groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'users.profile.get': ['users.profile:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** Which scopes let an event come; any one of them, by the kind of channel. */
const eventScopes: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_uninstalled: [],
  tokens_revoked: [],
  'message.im': ['im:history'],
  user_change: ['users:read'],
  team_join: ['users:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  channel_unarchive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_left: ['channels:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_rename: ['groups:read'],
  group_left: ['groups:read'],
};

const program = sourceFiles().filter(({ path }) => !path.startsWith('src/sandbox/'));
const literals = new Map(program.map((file) => [file.path, stringsIn(file.module)]));
const usedMethods = usedStrings(
  /^src\//,
  /^(?:apps|auth|bots|chat|conversations|dnd|files|pins|reactions|team|usergroups|users|views)\.[a-z]+(?:\.[a-z]+)?[A-Za-z]*$/,
).filter((name) => !isColumn(name));

test('Slack can read it', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
    JSON.parse(readText('test/data/manifest.schema.2.0.0.json')),
  );
  validate(manifest);
  expect(validate.errors ?? []).toEqual([]);
});

describe('commands', () => {
  test('are the two that the program hears, with mentions as ids', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/coachingpairs', '/rotate']);
    expect(usedStrings(/^src\/(?:app|commands)\.ts$|^src\/platform\/slack\//, /^\/[a-z]+$/)).toEqual(['/coachingpairs', '/rotate']);
    expect(manifest.features.slash_commands.every((command) => command.should_escape)).toBe(true);
  });

  test('hint at words that exist', () => {
    const [main = [], rotate = []] = manifest.features.slash_commands.map((command) =>
      command.usage_hint.split(' | ').map((hint) => hint.split(' ')[0]),
    );
    expect(main.filter((word) => !commands.some((command) => command.word === word))).toEqual([]);
    expect(rotate.filter((word) => !rotateCommands.some((command) => command.word === word))).toEqual([]);
  });
});

describe('events', () => {
  test('are the ones that the program keeps', () => {
    const others = [
      'member_joined_channel',
      'message.mpim',
      'message.channels',
      'channel_created',
      'reaction_added',
      'app_mention',
      'file_shared',
    ];
    const kept = [...Object.keys(eventScopes), ...others].filter(
      (name) => readEvent(sampleOf(name), { workspace: 'T1', botUser: 'UBOT' }) !== undefined,
    );
    expect(kept.sort()).toEqual([...events].sort());
  });

  test('come, because each has its scope', () => {
    expect(events.filter((event) => !(event in eventScopes))).toEqual([]);
    const deaf = events.filter((event) => eventScopes[event]?.length && !eventScopes[event].some((scope) => scopes.bot.includes(scope)));
    expect(deaf).toEqual([]);
  });

  test('the conversation with the bot and the Home tab are open', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});

describe('scopes', () => {
  test('every method that the program calls may be called', () => {
    expect(usedMethods).toContain('chat.postMessage');
    expect(usedMethods.filter((method) => !(method in methodScopes))).toEqual([]);
    const refused = usedMethods.flatMap((method) =>
      (methodScopes[method] ?? []).filter((scope) => !scopes.bot.includes(scope)).map((scope) => `${method} needs ${scope}`),
    );
    expect(refused).toEqual([]);
  });

  test('none is asked for that nothing needs', () => {
    const needed = new Set([
      'commands',
      ...usedMethods.flatMap((method) => methodScopes[method] ?? []),
      ...events.flatMap((event) => eventScopes[event] ?? []),
    ]);
    expect(scopes.bot.filter((scope) => !needed.has(scope))).toEqual([]);
  });

  test('the bot does not ask to read channels or group conversations, and acts for nobody', () => {
    const required = scopes.bot.filter((scope) => !scopes.bot_optional?.includes(scope));
    expect(required.filter((scope) => /^(?:channels|groups|mpim):history$/.test(scope))).toEqual([]);
    expect(scopes.bot).not.toContain('mpim:history');
    expect(scopes.user ?? []).toEqual([]);
  });

  test('the right to make and empty private channels is used for the forums alone', () => {
    const users = program.filter(({ path }) => /\bslack\.(?:createChannel|ownChannel|invite|remove|archive)\b/.test(readText(path)));
    expect(users.map(({ path }) => path).filter((path) => !path.startsWith('src/features/gathering/forums/'))).toEqual([]);
  });

  test('each is explained to the operator', () => {
    const operating = readText('docs/operating.md');
    expect(scopes.bot.filter((scope) => !operating.includes(`\`${scope}\``))).toEqual([]);
  });
});

/** An event of that name as it comes, with everything that any event needs. */
function sampleOf(name: string): object {
  const [type = '', place] = name.split('.');
  const people = type === 'user_change' || type === 'team_join' ? { user: { id: 'U1', updated: 1 } } : { user: 'U1' };
  const channel = { channel: type.endsWith('_rename') ? { id: 'C1', name: 'leaders' } : 'C1' };
  const message = { text: 'Hello', ts: '1.1', channel_type: place, tab: 'home', tokens: { bot: ['UBOT'] } };
  return { team_id: 'T1', event_id: 'Ev1', event_time: 1, event: { type, ...people, ...channel, ...message, event_ts: '1.1' } };
}

function usedStrings(paths: RegExp, pattern: RegExp): string[] {
  const found = [...literals]
    .filter(([path]) => paths.test(path))
    .flatMap(([, strings]) => strings.filter((string) => pattern.test(string)));
  return [...new Set(found)].sort();
}

/** Some tables are called as Slack calls families of methods. */
function isColumn(name: string): boolean {
  const [table, column] = name.split('.');
  return new RegExp(`create table ${table} \\([^;]*\\n  ${column} `).test(readText('migrations/0004_gathering.sql'));
}

function stringsIn(module: unknown): string[] {
  const found: string[] = [];
  walk(module, (node) => {
    if (node.type === 'StringLiteral') found.push(String(node.value));
  });
  return found;
}
