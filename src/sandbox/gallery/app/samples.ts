// The samples of what every part of the bot may answer: help, words that are not known, buttons of yesterday, faults.

import { commands, rotateCommands } from '../../../commands.ts';
import { helpList } from '../../../features/home/menu-view.ts';
import type { Content } from '../../../platform/content/load.ts';
import { answerModal } from '../../../platform/slack/answers.ts';
import { written } from '../made-up.ts';
import { inModal, onlyForYou, type Sample, type Size, samplesOf } from '../sample.ts';

const TABLES = [
  { name: '/coachingpairs', words: commands },
  { name: '/rotate', words: rotateCommands },
];
const REFERENCE = { reference: 'K7M2QX' };

/** A sentence that answers. */
function said(title: string, id: string, blanks: (size: Size) => Record<string, string> = () => ({})) {
  return [title, (content: Content, size: Size) => onlyForYou({ text: content.say(id, blanks(size)) })] as const;
}

const help: Sample[] = samplesOf('src/features/home/menu-view.ts', {
  'app.help': ['Everything one may type', (content) => onlyForYou(helpList(content, TABLES))],
});

const answers: Sample[] = samplesOf('src/platform/slack/on-command.ts', {
  'app.unknown': said('A word that is not known', 'app.unknown', (size) => ({ word: size === 'shortest' ? 'x' : written(size, 60) })),
  'app.unknown-near': said('A word that is nearly known', 'app.unknown-near', () => ({ word: 'pasue', meant: '/coachingpairs pause' })),
  'app.fault': said('Something went wrong', 'app.fault', () => REFERENCE),
});

const refusals: Sample[] = samplesOf('src/platform/slack/guard.ts', {
  'app.stranger': said('Somebody of another organisation', 'app.stranger'),
  'app.too-fast': said('Too much at once', 'app.too-fast'),
});

const presses: Sample[] = samplesOf('src/platform/slack/on-press.ts', {
  'app.stale': said('A button of an earlier message', 'app.stale'),
});

const forms: Sample[] = samplesOf('src/platform/slack/on-submit.ts', {
  'app.working': ['A form that takes longer', (content) => inModal(answerModal({ text: content.say('app.working') }))],
  'app.done': ['A form that is done', (content) => inModal(answerModal({ text: content.say('app.done') }))],
  'app.corrections': [
    'A form that could not be saved, when it had closed',
    (content, size) => inModal(answerModal({ text: content.say('app.corrections', { problems: problems(content, size) }) })),
  ],
  'app.not-saved': [
    'The line at a field when saving has failed',
    (content) => onlyForYou({ text: content.plain('app.not-saved', REFERENCE) }),
  ],
});

function problems(content: Content, size: Size): string {
  const all = ['founding.wrong.date', 'founding.wrong.zone', 'founding.wrong.days'].map((id) => content.plain(id, { typed: 'Lodon' }));
  return all.slice(0, size === 'shortest' ? 1 : 3).join(' ');
}

export const appSamples: readonly Sample[] = [...help, ...answers, ...refusals, ...presses, ...forms];
