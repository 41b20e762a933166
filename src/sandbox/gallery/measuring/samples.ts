// The samples of the measuring room: the report as a form, as a file and as a picture, for organisers and for sponsors, and the bridge map.
import type { Moment } from '../../../features/measuring/figures.ts';
import { readyMessage } from '../../../features/measuring/letters.ts';
import { reportFile } from '../../../features/measuring/report-file.ts';
import { drawReport, tellReport } from '../../../features/measuring/report-picture.ts';
import { type Choice, reportModal } from '../../../features/measuring/report-view.ts';
import type { Readers } from '../../../features/measuring/row.ts';
import { drawBridgeMap } from '../../../features/pairing/bridge-map.ts';
import { tellBridgeMap } from '../../../features/pairing/planning/bridges.ts';
import { bySize, recordId, times } from '../made-up.ts';
import { type Drawn, inModal, message, type Sample, type Size, samplesOf } from '../sample.ts';
import { report } from './round.ts';

const REPORTS: Readonly<Record<Moment, string>> = { end: recordId(80), half: recordId(81) };
/** A description in Slack has a thousand characters. */
const ALT_MOST = 1000;

/** At the longest more than a list of Slack's takes. */
const CHOICES: Readonly<Record<Size, readonly Choice[]>> = {
  usual: times(2, (n) => choice(n, 1)),
  longest: times(140, (n) => choice(n, 70 - (n >> 1))),
  shortest: times(2, (n) => choice(n, 1)),
};

/** The latest first: the `n`th of all, of round `number`. */
function choice(n: number, number: number): Choice {
  const moment = n % 2 ? 'half' : 'end';
  return { id: n < 2 ? REPORTS[moment] : recordId(100 + n), number, moment };
}

const asForm =
  (moment: Moment, to: Readers): Sample['draw'] =>
  (content, size) =>
    inModal(reportModal(content, { ...report(size, moment), id: REPORTS[moment], to, choices: bySize(size, CHOICES) }));

const ready =
  (moment: Moment): Sample['draw'] =>
  (content, size) => {
    const { programme, number } = report(size, moment);
    return message(readyMessage(content, { report: REPORTS[moment], programme, number, moment }));
  };

const asText =
  (to: Readers): Sample['draw'] =>
  (content, size) => ({ surface: 'file', text: reportFile(content, report(size, 'end'), to), file: { name: 'report-round-1-end.csv' } });

function picture(name: string, svg: string, alt: string): Drawn {
  return { surface: 'file', text: alt, file: { name, alt, svg } };
}

const asPicture =
  (to: Readers): Sample['draw'] =>
  (content, size) => {
    const shown = report(size, 'end');
    return picture('report-round-1-end.png', drawReport(content, shown, to), tellReport(content, shown, to, ALT_MOST));
  };

const asMap: Sample['draw'] = (content, size) => {
  const { programme, number, figures } = report(size, 'end');
  const map = { programme, round: number, ...figures.map };
  return picture('bridge-map-round-1.png', drawBridgeMap(content, map), tellBridgeMap(content, map, ALT_MOST));
};

export const measuringSamples: readonly Sample[] = [
  ...samplesOf('src/features/measuring/letters.ts', {
    'measuring.ready.half': ['The report half way is ready', ready('half')],
    'measuring.ready.end': ['The report at the end is ready', ready('end')],
  }),
  ...samplesOf('src/features/measuring/report-view.ts', {
    'measuring.report.half': ['The report half way, for organisers', asForm('half', 'organisers')],
    'measuring.report.half.sponsors': ['The report half way, for sponsors', asForm('half', 'sponsors')],
    'measuring.report.end': ['The report at the end, for organisers', asForm('end', 'organisers')],
    'measuring.report.end.sponsors': ['The report at the end, for sponsors', asForm('end', 'sponsors')],
  }),
  ...samplesOf('src/features/measuring/report-file.ts', {
    'measuring.file': ['The report as a file, for organisers', asText('organisers')],
    'measuring.file.sponsors': ['The report as a file, for sponsors', asText('sponsors')],
  }),
  ...samplesOf('src/features/measuring/report-picture.ts', {
    'measuring.picture': ['The report as a picture, for organisers', asPicture('organisers')],
    'measuring.picture.sponsors': ['The report as a picture, for sponsors', asPicture('sponsors')],
  }),
  ...samplesOf('src/features/pairing/bridge-map.ts', { 'measuring.map': ['The bridge map', asMap] }),
];
