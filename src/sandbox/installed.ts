// How the app is installed in the sandbox: what manifest.yml asks for, and the development tokens everybody may know. A test holds it against the
// manifest.
import type { AppSettings } from './world.ts';

export const botToken = 'xoxb-sandbox';
export const appToken = 'xapp-sandbox';
/** Stands in every payload, and means nothing any more. */
export const verificationToken = 'sandbox-verification-token';
export const signingSecret = 'sandbox-secret';

const scopes = [
  'commands',
  'chat:write',
  'im:write',
  'im:history',
  'mpim:write',
  'users:read',
  'users:read.email',
  'users.profile:read',
  'channels:read',
  'groups:read',
  'groups:write',
  'files:write',
  'files:read',
  'dnd:read',
];

const events = [
  'app_home_opened',
  'message.im',
  'user_change',
  'team_join',
  'member_left_channel',
  'channel_archive',
  'channel_unarchive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'group_archive',
  'group_unarchive',
  'group_deleted',
  'group_left',
  'group_rename',
  'app_uninstalled',
  'tokens_revoked',
];

/** The app's settings as its manifest describes them, every scope granted. */
export function appSettings(): AppSettings {
  return {
    id: 'A0SANDBOX',
    name: 'Coaching Pairs',
    botUser: 'U0COACHING',
    botId: 'B0COACHING',
    scopes: [...scopes],
    events: [...events],
    commands: [
      { command: '/coachingpairs', shouldEscape: true },
      { command: '/rotate', shouldEscape: true },
    ],
    homeTab: true,
    messagesTab: true,
    messagesTabReadOnly: false,
    signingSecret,
  };
}
