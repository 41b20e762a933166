// The commands that look after the database: a part of the table in `commands.ts`.
import type { Command } from './commands.ts';

const json = '--json            the outcome as JSON on standard output';

export const upkeep: Readonly<Record<string, Command>> = {
  migrate: {
    args: '[--json]',
    summary: 'Bring the database to this version (start does it too)',
    help: ['A verified backup is made before anything is changed. The bot must not be running.', json],
    load: async () => (await import('./migrate.ts')).migrate,
  },
  backup: {
    args: '[<file>] [--json]',
    summary: 'Write a verified copy of the database, also while the bot runs',
    help: ['<file>            a new file; data/backups/<date and time>.db when missing', json],
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    args: '<file> [--json]',
    summary: 'Put a backup in the place of the database',
    help: [
      'The backup is verified first. Whoever asked to be forgotten since then is forgotten again, and messages that may have been sent since',
      'then are looked up in Slack before anything is sent. The present database is kept beside it. The bot must not be running.',
      json,
    ],
    load: async () => (await import('./restore.ts')).restore,
  },
  verify: {
    args: '[<file>] [--plans] [--json]',
    summary: 'Read a backup, or the database, through and say whether it is sound',
    help: [
      '<file>            a backup; the database of the settings when missing',
      '--plans           also checks that the plan of each round was the best one; needs ENCRYPTION_KEYS',
      json,
    ],
    load: async () => (await import('./verify.ts')).verify,
  },
  'rotate-key': {
    args: '[--json]',
    summary: 'Move everything that is sealed to the first key of ENCRYPTION_KEYS',
    help: ['Put the new key in front of the old one first. May be stopped and run again at any point. The bot must not be running.', json],
    load: async () => (await import('./rotate-key.ts')).rotateKey,
  },
};
