// What the bot runs on: `start` needs these settings, and `doctor` looks at the same ones, so that neither knows a setting the other misses.

export const everySetting = [
  'botToken',
  'appToken',
  'signingSecret',
  'apiUrl',
  'mode',
  'databaseUrl',
  'keyring',
  'organisers',
  'contentDir',
  'port',
  'logLevel',
] as const;
