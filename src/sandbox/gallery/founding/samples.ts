// The samples of the founding room: a programme begins, and what its organisers settle and look up.

import { auditFile } from '../../../features/founding/audit-file.ts';
import { AUDIT_LINES, auditAnswer, auditModal } from '../../../features/founding/audit-view.ts';
import { changesBetween } from '../../../features/founding/changes.ts';
import { settingsModal } from '../../../features/founding/settings-view.ts';
import { changedModal, changeLines, foundedModal, moveAnswer, toldModal, whichAnswer } from '../../../features/founding/views.ts';
import type { Content } from '../../../platform/content/load.ts';
import { bySize, programme, recordId, times } from '../made-up.ts';
import { asFile, inModal, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';
import { deeds } from './deeds.ts';
import { wish, wishBefore } from './wish.ts';

const views: Sample[] = samplesOf('src/features/founding/views.ts', {
  'founding.founded': ['A programme has been founded', (content, size) => inModal(foundedModal(content, programme(size)))],
  'founding.founded.automatic': [
    'A programme has been founded whose rounds come by themselves',
    (content, size) => inModal(foundedModal(content, programme(size, { rotating: 'automatic' }))),
  ],
  'founding.changed': [
    'Settings have been changed',
    (content, size) => inModal(changedModal(content, changesBetween(wishBefore(size), wish(size), CHOSEN[size]).sayings)),
  ],
  'founding.refused': [
    'A form that cannot be sent any more',
    (content) => inModal(toldModal('Coaching Pairs', content.say('founding.refused.not-organiser'))),
  ],
  'founding.which': [
    'Which programme is meant',
    (content, size) => onlyForYou(whichAnswer(content, 'joining.pause-in', some(size), '3 weeks')),
  ],
  'founding.move': [
    'A programme without a channel can move here',
    (content, size) => onlyForYou(moveAnswer(content, 'C0LEADERS', some(size))),
  ],
});

const CHOSEN: Record<Size, number> = { usual: 3, longest: 150, shortest: 1 };

function some(size: Size) {
  return times(bySize(size, { usual: 2, longest: 60, shortest: 1 }), (n) => programme(size, { id: recordId(n) }));
}

const settings: Sample[] = samplesOf('src/features/founding/settings-view.ts', {
  'founding.found': [
    'The form to found a programme',
    (content, size) => inModal(settingsModal(content, { to: 'found', wish: wish(size), about: 'C0LEADERS' })),
  ],
  'founding.settings': [
    'The settings of a programme',
    (content, size) => inModal(settingsModal(content, { to: 'settings', wish: wish(size), about: about(size) })),
  ],
  'founding.settings.chosen': [
    'The settings where leaders choose each other, and some have',
    (content, size) =>
      inModal(
        settingsModal(content, { to: 'settings', wish: { ...wish(size), choosing: 'leaders' }, about: about(size), chosen: CHOSEN[size] }),
      ),
  ],
  'founding.settings.confirm': [
    'The settings, said back before they take effect',
    (content, size) =>
      inModal(settingsModal(content, { to: 'settings', wish: wish(size), about: about(size), changes: changes(content, size) })),
  ],
});

function about(size: Size): string {
  return JSON.stringify({ programme: programme(size).id });
}

function changes(content: Content, size: Size): string[] {
  const { sayings } = changesBetween(wishBefore(size), wish(size), CHOSEN[size]);
  return [...changeLines(content, sayings), content.say('founding.told.joined', { x: CHOSEN[size] })];
}

const audit: Sample[] = samplesOf('src/features/founding/audit-view.ts', {
  'founding.audit': [
    'What was done, as an answer',
    (content, size) => onlyForYou(auditAnswer(content, programme(size), deeds(size).slice(0, AUDIT_LINES), deeds(size).length)),
  ],
  'founding.audit.page': [
    'What was done, page by page',
    (content, size) =>
      inModal(auditModal(content, programme(size), { ...page(size), count: bySize(size, { usual: 60, longest: 99_999, shortest: 1 }) })),
  ],
});

function page(size: Size) {
  const number = bySize(size, { usual: 0, longest: 1, shortest: 0 });
  return { deeds: deeds(size).slice(number * AUDIT_LINES, (number + 1) * AUDIT_LINES), page: number };
}

const files: Sample[] = samplesOf('src/features/founding/audit-file.ts', {
  'founding.audit.file': ['What was done, as a file', (_, size) => asFile('audit.csv', auditFile(deeds(size)))],
});

export const foundingSamples: readonly Sample[] = [...settings.slice(0, 1), ...views, ...settings.slice(1), ...audit, ...files];
