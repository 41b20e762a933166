// What the leader who hosts a team reads: before the start, with each fortnight, and at the end.
import type { Result } from '../../../features/gathering/teams/weeks/conclude.ts';
import {
  beforeMessage,
  chosenMessage,
  peerForm,
  peerModal,
  resultMessage,
  tenMessage,
  type Way,
} from '../../../features/gathering/teams/weeks/host-views.ts';
import { bySize, name, recordId, written } from '../made-up.ts';
import { inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';

const TEAM = recordId(80);

const bands: Result['said'] = [
  { item: 'fo.1', side: 'yes', bands: ['half', 'most', 'all'] },
  { item: 'fo.2', side: 'yes', bands: ['most', 'all'] },
  { item: 'ts.1', side: 'agree' },
];

function result(size: Size): Result {
  return bySize<Result>(size, {
    usual: { replied: 6, asked: 8, said: bands },
    longest: { replied: 11, asked: 20, said: bands },
    shortest: { replied: 0, asked: 0, said: [] },
  });
}

/** The first day of another run. */
export function monday(size: Size): string {
  return bySize(size, { usual: 'Monday 31 May 2027', longest: 'Monday 27 September 2027', shortest: 'Monday 3 May 2027' });
}

const chosen = (way: Way): Sample['draw'] => {
  return (content, size) => message(chosenMessage(content, { result: result(size), way, date: way === 'stop' ? '' : monday(size) }));
};

export const teamHostSamples: readonly Sample[] = [
  ...samplesOf('src/features/gathering/teams/weeks/host-views.ts', {
    'gathering.team.host.before': [
      'To the leader before the start',
      (content, size) => message(beforeMessage(content, { team: TEAM, date: monday(size) })),
    ],
    'gathering.team.host.ten': ['To the leader with a fortnight', (content) => message(tenMessage(content, '2'))],
    'gathering.team.host.peer': ['The colleague who coaches the leader, to name', (content) => inModal(peerForm(content))],
    'gathering.team.host.words': [
      'The words to say, with a colleague',
      (content, size) =>
        inModal(peerModal(content, bySize(size, { usual: name(size), longest: written('longest', 80), shortest: name(size) }))),
    ],
    'gathering.team.host.result': [
      'To the leader at the end',
      (content, size) => message(resultMessage(content, { team: TEAM, result: result(size) })),
    ],
    'gathering.team.host.none': [
      'To the leader at the end, with too few replies',
      (content) => message(resultMessage(content, { team: TEAM, result: { replied: 4, asked: 6, said: [] } })),
    ],
    'gathering.team.host.stop': ['The leader has chosen to stop', chosen('stop')],
    'gathering.team.host.carry-on': ['The leader has chosen to carry on', chosen('carry-on')],
    'gathering.team.host.change': ['The leader has chosen to change pairs', chosen('change')],
  }),
];
