import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { appSettings } from '../../src/sandbox/installed.ts';

interface Manifest {
  display_information: { name: string };
  features: {
    app_home: { home_tab_enabled: boolean; messages_tab_enabled: boolean; messages_tab_read_only_enabled: boolean };
    slash_commands: { command: string; should_escape?: boolean }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

test('the app is installed in the sandbox as its manifest asks for', () => {
  const manifest = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')) as Manifest;
  const { features, oauth_config, settings } = manifest;
  const installed = appSettings();
  expect([...installed.scopes].sort()).toEqual([...oauth_config.scopes.bot].sort());
  expect([...installed.events].sort()).toEqual([...settings.event_subscriptions.bot_events].sort());
  expect(installed.commands).toEqual(
    features.slash_commands.map(({ command, should_escape }) => ({ command, shouldEscape: should_escape ?? false })),
  );
  expect(installed).toMatchObject({
    name: manifest.display_information.name,
    homeTab: features.app_home.home_tab_enabled,
    messagesTab: features.app_home.messages_tab_enabled,
    messagesTabReadOnly: features.app_home.messages_tab_read_only_enabled,
  });
});
