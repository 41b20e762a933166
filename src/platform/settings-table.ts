// Every setting: what it is for, where its value comes from. `config.ts` speaks from this table, and the tests hold `.env.example` and
// `docs/operating.md` against it, so that no setting is undocumented and none is documented that does nothing.
import { makeKeyCommand } from './keyring.ts';

export type SettingName =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'SLACK_API_URL'
  | 'SLACK_MODE'
  | 'DATABASE_URL'
  | 'ENCRYPTION_KEYS'
  | 'ENCRYPTION_KEYS_FILE'
  | 'ORGANISERS'
  | 'CONTENT_DIR'
  | 'PORT'
  | 'LOG_LEVEL';

export interface Setting {
  /** What it is for. */
  purpose: string;
  /** Where the value comes from. */
  where: string;
  /** What happens without it; `required` where nothing does. */
  default: string;
  example: string;
}

export interface Problem {
  setting: SettingName;
  /** What is the matter, without the value. */
  wrong: string;
}

export const settingsTable: Readonly<Record<SettingName, Setting>> = {
  SLACK_BOT_TOKEN: {
    purpose: 'Lets the bot read and write in your workspace.',
    where: 'api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token (there after "Install to Workspace").',
    default: 'required',
    example: 'xoxb-…',
  },
  SLACK_APP_TOKEN: {
    purpose: 'Lets the bot receive what happens in Slack over Socket Mode, without a public address.',
    where:
      'api.slack.com/apps → your app → Basic Information → App-Level Tokens → Generate Token and Scopes, with the scope connections:write.',
    default: 'required when SLACK_MODE is socket',
    example: 'xapp-…',
  },
  SLACK_SIGNING_SECRET: {
    purpose: 'Proves that what arrives over HTTP comes from Slack.',
    where: 'api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret.',
    default: 'required when SLACK_MODE is http',
    example: '8f742231b10e8888abcd99yyyzzz85a5',
  },
  SLACK_API_URL: {
    purpose: "Another address for Slack's Web API, for trying the bot on the sandbox or another Slack-like server.",
    where: 'The sandbox prints it when it starts. Leave it out for the real Slack.',
    default: 'https://slack.com/api/',
    example: 'http://127.0.0.1:4000/api/',
  },
  SLACK_MODE: {
    purpose: 'How Slack reaches the bot: socket needs no public address; http needs one.',
    where: 'Your choice; socket unless you know why not.',
    default: 'socket',
    example: 'socket',
  },
  DATABASE_URL: {
    purpose: 'Where the bot keeps everything: a SQLite file on a local disk, or a PostgreSQL database.',
    where: 'A path of your choice, or the address your PostgreSQL provider gives.',
    default: 'data/coaching-pairs.db',
    example: 'postgres://coaching:secret@db.example.com:5432/coaching',
  },
  ENCRYPTION_KEYS: {
    purpose: 'Seals private text in the database. Several keys are separated by commas: the first seals, all of them open.',
    where: `Make one with: ${makeKeyCommand} — and keep a copy apart from the database and its backups: without it, notes cannot be read again.`,
    default: 'required, or ENCRYPTION_KEYS_FILE',
    example: 'key1:…',
  },
  ENCRYPTION_KEYS_FILE: {
    purpose: 'A file with the keys instead of ENCRYPTION_KEYS, one a line, for systems that hand out secrets as files.',
    where: `Make a key with: ${makeKeyCommand} — and give only the account that runs the bot the right to read the file.`,
    default: 'none',
    example: '/run/secrets/coaching-pairs-keys',
  },
  ORGANISERS: {
    purpose: 'Who may found and run programmes: Slack member ids, separated by commas.',
    where: 'In Slack: the person’s profile → ⋮ → Copy member ID.',
    default: 'nobody; then a workspace owner or admin may found the first programme',
    example: 'U012AB3CD,U045EF6GH',
  },
  CONTENT_DIR: {
    purpose: 'A folder with your own copy of what the bot says.',
    where: 'Copy the folder content/ of this program and edit it; docs/editing-content.md tells how.',
    default: 'the words that come with the program',
    example: '/srv/coaching-pairs/content',
  },
  PORT: {
    purpose: 'Where health is answered (/livez, /readyz), and Slack too when SLACK_MODE is http. The demo shows its page there.',
    where: 'Your choice of a free port. Keep it inside your network unless SLACK_MODE is http.',
    default: 'none for start in Socket Mode; 3000 in HTTP mode and for the demo',
    example: '3000',
  },
  LOG_LEVEL: {
    purpose: 'How much the log tells: debug, info, warn or error. No level shows what anyone wrote.',
    where: 'Your choice.',
    default: 'info',
    example: 'info',
  },
};

/** The problems as the operator reads them. */
export function describeProblems(problems: readonly Problem[]): string {
  const many = problems.length === 1 ? 'One setting is' : `${problems.length} settings are`;
  const lines = problems.flatMap(({ setting, wrong }) => {
    const { purpose, where } = settingsTable[setting];
    return ['', `  ${setting} ${wrong}.`, `    ${purpose}`, `    Where to get it: ${where}`];
  });
  return [
    `${many} missing or wrong:`,
    ...lines,
    '',
    'Set them in the environment or in a file named .env in this folder; .env.example describes all of them.',
  ].join('\n');
}
