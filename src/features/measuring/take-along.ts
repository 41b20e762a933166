// Hands a report to an organiser: as a file, as a picture, or with the bridge map. Where Slack takes no file, it is told in words. That it was taken
// along is on record.
import { record } from '../../platform/audit.ts';
import { transact } from '../../platform/db/transact.ts';
import { drawPng } from '../../platform/pictures/png.ts';
import { sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Tools } from '../../platform/tools.ts';
import { fileText } from '../joining/text-file-view.ts';
import { drawBridgeMap } from '../pairing/bridge-map.ts';
import { type BridgeMap, tellBridgeMap } from '../pairing/planning/bridges.ts';
import { reportFile } from './report-file.ts';
import { drawReport, tellReport } from './report-picture.ts';
import { titleOf } from './report-view.ts';
import type { Readers } from './row.ts';
import type { Readable } from './show-report.ts';

/** A description in Slack has a thousand characters. */
const ALT_MOST = 1000;

interface Taking extends Readable {
  user: string;
  to: Readers;
}

export async function asFile(tools: Tools, taking: Taking): Promise<Answer> {
  const { user, to, shown } = taking;
  const text = reportFile(tools.content, shown, to);
  const file = { name: `${nameOf(taking)}.csv`, title: titleOf(tools.content, shown), bytes: new TextEncoder().encode(text) };
  const sent = await tools.slack.sendFile(user, file);
  await note(tools, taking, 'file');
  return sent.ok ? { text: tools.content.say('measuring.file.sent') } : fileText(tools.content.say('measuring.file.shown'), text);
}

export async function asPicture(tools: Tools, taking: Taking): Promise<Answer> {
  const { content } = tools;
  const { user, to, shown } = taking;
  const alt = tellReport(content, shown, to, ALT_MOST);
  const picture = { name: `${nameOf(taking)}.png`, title: titleOf(content, shown), bytes: drawPng(drawReport(content, shown, to)), alt };
  const sent = await tools.slack.sendFile(user, picture);
  await note(tools, taking, 'picture');
  return sent.ok ? { text: content.say('measuring.picture.sent') } : inWords(tools, tellReport(content, shown, to, 9000));
}

/** Who works with whom may be read off a map of small functions: so it is for organisers, who know that. */
export async function asMap(tools: Tools, taking: Taking): Promise<Answer> {
  const { content } = tools;
  const { user, shown } = taking;
  const map: BridgeMap = { programme: shown.programme, round: shown.number, ...shown.figures.map };
  const alt = tellBridgeMap(content, map, ALT_MOST);
  const picture = { name: `bridge-map-round-${shown.number}.png`, title: content.plain('pairing.map.title', { number: shown.number }) };
  const sent = await tools.slack.sendFile(user, { ...picture, bytes: drawPng(drawBridgeMap(content, map)), alt });
  await note(tools, taking, 'map');
  return sent.ok ? { text: content.say('measuring.map.sent') } : inWords(tools, tellBridgeMap(content, map, 9000));
}

function inWords({ content }: Tools, told: string): Answer {
  const text = content.say('measuring.picture.shown');
  return { text, blocks: [...sections(text), ...sections(content.say('measuring.note', { note: told }))] };
}

function nameOf({ report, to }: Taking): string {
  return `report-round-${report.number}-${report.moment}${to === 'sponsors' ? '-sponsors' : ''}`;
}

async function note(tools: Tools, { programme, report, user, to }: Taking, form: 'file' | 'picture' | 'map'): Promise<void> {
  const detail = { number: report.number, form, readers: to };
  const deed = { programme: programme.id, actor: user, action: 'report-taken', subject: report.id, detail };
  await transact(tools.db, (tx) => record(tools, tx, deed, tools.now()));
}
