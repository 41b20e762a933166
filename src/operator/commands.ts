// What may stand after `coachingpairs`. Help is made from this table; each command is loaded when it is asked for, so that none waits for the
// others.
import type { Real } from './command-line.ts';
import { keepHeapSmall } from './small-heap.ts';
import { upkeep } from './upkeep.ts';

/** Runs with what follows its name; the number is the exit code. */
export type Run = (args: string[], real: Real) => Promise<number>;

export interface Command {
  /** What follows the name in the usage line. */
  args: string;
  summary: string;
  /** What `--help` adds, a line each. */
  help: readonly string[];
  load: () => Promise<Run>;
}

const json = '--json            the outcome as JSON on standard output';

export const commands: Readonly<Record<string, Command>> = {
  start: {
    args: '',
    summary: 'Run the bot',
    help: ['Needs the settings of .env.example. Stop it with Ctrl-C or SIGTERM: it finishes what it is sending first.'],
    load: async () => {
      keepHeapSmall();
      return (await import('./start.ts')).start;
    },
  },
  demo: {
    args: '[--roster <file.csv>] [--port <port>] [--from <moment>]',
    summary: 'Try the bot in a small Slack in the browser; needs nothing else',
    help: [
      '--roster <file>   another leadership team than the one that comes with it',
      '--port <port>     the page, 3000 unless PORT says otherwise',
      '--from <moment>   when it begins, such as 2027-01-11T09:00:00Z; now when missing',
    ],
    load: async () => (await import('../sandbox/demo.ts')).demo,
  },
  sandbox: {
    args: '[--port <port>] [--roster <file.csv> | --people <number>]',
    summary: 'Run the small Slack alone, for a bot started with SLACK_API_URL',
    help: [
      '--port <port>     where it answers; 4000 when missing, 0 for any free one',
      '--host <address>  where it listens; only on this machine when missing',
      '--url <address>   how the bot reaches it, where that is another address',
      '--roster <file>   the team as a CSV file; its first person is the workspace admin',
      '--people <number> a team of so many; 12 when missing',
      '--request-url <address>  sends events there, signed, instead of over sockets (SLACK_MODE=http)',
    ],
    load: async () => (await import('../sandbox/serve.ts')).serve,
  },
  pair: {
    args: '--roster <file.csv> [--history <file.csv>] [--rules <file.csv>] [--seed <text>] [--rounds <number>] [--json]',
    summary: 'Work out the best pairs for a roster, prove it, and say why',
    help: [
      '--roster <file>   columns: email,name,function,level,manager_email,time_zone',
      '--history <file>  columns: round_began_on,leaders and, if known, met (yes or no); leaders are addresses with spaces between them',
      '--rules <file>    columns: rule,leaders; a rule is fix, forbid or leave-out, or welcome or avoid, where the first names the others',
      '--seed <text>     how ties fall; 1 when missing. The same files and seed give the same pairs',
      '--rounds <number> plays so many rounds, each remembering those before it, and shows how they go',
      json,
      'Somebody who has no possible partner is left unpaired, with the cause, and the exit code is 1.',
    ],
    load: async () => (await import('./pair.ts')).pair,
  },
  repair: {
    args: '--roster <file.csv> --standing <file.csv> [--without <address>] [--refused <two>] [--limit <number>] [--best] [--json]',
    summary: 'Find new places in a round whose partners have left, were refused or came late, and say who else changes',
    help: [
      '--roster <file>   columns: email,name,function,level,manager_email,time_zone; whoever is in no pair needs a place',
      '--standing <file> columns: round_began_on,leaders; the latest round in it is the one that stands, those before it are history',
      '--rules <file>    as for pair; pairs that are fixed do not change',
      '--without <address>  has left; may be given several times, or with commas',
      '--refused <two>   two addresses with a space between them: they are not together again; may be given several times',
      '--limit <number>  how many other pairs may change; any number when missing',
      '--best            the best way within the limit, and not the one that changes fewest pairs',
      '--seed <text>     how ties fall; 1 when missing',
      json,
    ],
    load: async () => (await import('./repair.ts')).repair,
  },
  match: {
    args: '<file> [--json] [--cert <file> | --check <file>]',
    summary: 'Find a perfect matching of the largest weight in any graph, and prove it',
    help: [
      '<file>            first line "n m", then m lines "u v w": vertices from 0, whole weights up to 2^53; # begins a comment; - is standard input',
      '--cert <file>     writes the mates with the prices and blossoms that prove them, as JSON',
      '--check <file>    solves nothing: says whether the certificate holds for the graph, or where it does not',
      json,
      'docs/matching-format.md describes the files. Where there is no perfect matching the exit code is 1.',
    ],
    load: async () => (await import('./match.ts')).match,
  },
  rehearse: {
    args: '--roster <file.csv> [--months <number>] [--seed <number>] [--transcript <file>] [--json] [--no-groups]',
    summary: 'Play months of a programme with people who behave like people, and report what everyone would have received',
    help: [
      '--roster <file>   columns: email,name,function,level,manager_email,time_zone',
      '--months <number> how long; 7 when missing. --seed <number>: another play; the same gives the same, 1 when missing',
      '--transcript <file>  writes one line of JSON for each message a person received',
      '--no-groups       nobody offers a forum, starts with a team or plans a gathering',
      json,
      'The exit code is 1 where somebody would have heard too much, at the wrong time, or twice.',
    ],
    load: async () => (await import('../sandbox/rehearse/rehearse.ts')).rehearse,
  },
  roster: {
    args: 'import|export [--programme <name>] --file <file.csv> [--then invite|enrol|keep] [--organiser <id>] [--dry-run] [--json]',
    summary: 'Bring a list of people into a programme, or take its roster out',
    help: [
      'import            reads the list whole or refuses it whole: everything that is wrong is told with line, column and what would be right',
      '                  Whoever is on the roster already is brought up to date by address; nobody is taken off',
      'export            writes the roster, also while the bot runs; imported again, it changes nothing',
      '--programme <name>  its name, its channel or its id; may be missing where there is only one',
      '--file <file>     columns: email,name,function,level,manager_email,time_zone; an export goes to standard output when missing',
      '--then <what>     what becomes of those who are not in: invite, enrol or keep (ask nobody yet); keep when missing',
      '--organiser <id>  in whose name, and who hears in Slack how it went; the longest-serving organiser when missing',
      '--dry-run         says what would change, and changes nothing; also while the bot runs',
      json,
      'With SQLite the bot must not be running for an import: one process alone writes to the file. Import in Slack instead, or stop it for a moment.',
      'People are looked up in Slack, and asked, once the bot runs.',
    ],
    load: async () => (await import('./roster.ts')).roster,
  },
  doctor: {
    args: '[--json]',
    summary: 'Check settings, tokens, scopes, clock, database and keys, and say what to do',
    help: [json],
    load: async () => (await import('./doctor.ts')).doctor,
  },
  ...upkeep,
};
