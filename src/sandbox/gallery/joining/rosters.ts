// Lists of leaders: imported, said back, kept, looked at, invited from.
import { FATES } from '../../../features/joining/rosters/import-plan.ts';
import { importReport, type Outcome } from '../../../features/joining/rosters/import-report.ts';
import { importedModal, importModal } from '../../../features/joining/rosters/import-views.ts';
import { fieldsModal, inviteModal } from '../../../features/joining/rosters/invite-views.ts';
import { readRoster } from '../../../features/joining/rosters/roster-csv.ts';
import { faultBlocks } from '../../../features/joining/rosters/roster-faults-view.ts';
import { rosterModal } from '../../../features/joining/rosters/roster-views.ts';
import { fileText } from '../../../features/joining/text-file-view.ts';
import { toldModal } from '../../../features/joining/views.ts';
import { bySize, programme, recordId, times } from '../made-up.ts';
import { inModal, message, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { asking, changes, entry, faulty, lines, list } from './lists.ts';

const views: Sample[] = samplesOf('src/features/joining/rosters/roster-views.ts', {
  'joining.roster': ['The roster', (content, size) => inModal(rosterModal(content, programme(size), lines(size)))],
  'joining.roster.empty': ['The roster with nobody on it', (content, size) => inModal(rosterModal(content, programme(size), []))],
  'joining.roster.found': [
    'The roster, searched',
    (content, size) =>
      inModal(
        rosterModal(content, programme(size), lines(size), { find: size === 'shortest' ? 'nobody at all' : 'a', standing: 'invited' }),
      ),
  ],
});

const imports: Sample[] = samplesOf('src/features/joining/rosters/import-views.ts', {
  'joining.import': ['The form to import a list', (content, size) => inModal(importModal(content, programme(size)))],
  'joining.import.question': [
    'What a list would change, said back',
    (content, size) => inModal(importModal(content, programme(size), asking(size))),
  ],
  'joining.import.question.file': [
    'What a file would change, said back',
    (content, size) => inModal(importModal(content, programme(size), { ...asking(size), file: 'F000000000', pasted: '' })),
  ],
  ...Object.fromEntries(
    (['invite', 'enrol', 'keep'] as const).map((wish) => [
      `joining.import.kept.${wish}`,
      [
        { invite: 'A list is kept, and its people are invited', enrol: 'A list is kept, and its people are in', keep: 'A list is kept' }[
          wish
        ],
        (content, size) => {
          const brought = {
            import: recordId(50),
            people: bySize(size, { usual: 24, longest: 5000, shortest: 1 }),
            newFunctions: programme(size).functions,
          };
          return inModal(importedModal(content, programme(size), { ...brought, changes: changes(size), wish }, []));
        },
      ] as const,
    ]),
  ),
});

const faults: Sample[] = samplesOf('src/features/joining/rosters/roster-faults-view.ts', {
  'joining.import.faults': [
    'A list with faults',
    (content, size) => {
      const read = readRoster(faulty(size));
      return inModal({ ...toldModal('Not imported', ''), blocks: faultBlocks(content, read.ok ? [] : read.faults, size === 'longest') });
    },
  ],
});

const report: Sample[] = samplesOf('src/features/joining/rosters/import-report.ts', {
  'joining.import.report': [
    'What became of everyone on a list',
    (content, size) => {
      const fates = (size === 'shortest' ? FATES.slice(0, 1) : FATES).flatMap((fate) =>
        times(bySize(size, { usual: 2, longest: 60, shortest: 1 }), (n) => ({ entry: entry(size, n), fate })),
      );
      const outcome: Outcome = { fates, ...(size === 'longest' && { blocked: 'users:read.email', unread: 'users.profile:read' }) };
      const kept = { id: recordId(50), programme: recordId(1), by: 'U0HANA', at: '', wish: 'invite' as const, people: fates.length };
      return message(importReport(content, kept, programme(size), outcome).body);
    },
  ],
});

const inviting: Sample[] = samplesOf('src/features/joining/rosters/invite-views.ts', {
  'joining.invite.form': ['Whom to invite', (content, size) => inModal(inviteModal(content, programme(size)))],
  'joining.fields': [
    'Which fields of Slack’s profiles tell the function and the manager',
    (content, size) =>
      inModal(
        fieldsModal(content, programme(size), fields(size), size === 'shortest' ? {} : { function: { field: 'Xf0', label: 'Department' } }),
      ),
  ],
});

function fields(size: Size) {
  return times(bySize(size, { usual: 4, longest: 120, shortest: 1 }), (n) => ({
    ...{ id: `Xf${n}`, label: ['Department', 'Reports to', 'Pronouns', 'Office'][n % 4] ?? '', namesPerson: n % 4 === 1 },
  }));
}

const shown: Sample[] = samplesOf('src/features/joining/text-file-view.ts', {
  'joining.export.shown': [
    'The roster as text, where no file can be sent',
    (content, size) => onlyForYou(fileText(content.say('joining.export.shown'), list(size).repeat(size === 'longest' ? 40 : 1))),
  ],
});

export const rosterSamples: readonly Sample[] = [...views, ...imports, ...faults, ...report, ...inviting, ...shown];
