// What organisers did, in words: who, what, when. Each room has its own lines, under `<room>.audit.<action>`. Pure.
import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf, sayDay } from '../../platform/clock.ts';
import type { Blanks, Content, Markup } from '../../platform/content/load.ts';
import type { AuditTable } from '../../platform/db/tables.ts';
import { actions, button, context, modal, sections } from '../../platform/slack/blocks.ts';
import type { Answer } from '../../platform/slack/spoken.ts';
import type { Programme } from './programmes.ts';
import { sayList, sayMoment } from './words.ts';

const detail = z.record(z.string(), z.union([z.string(), z.number()]));

/** So many stand in the answer to the command, and on a page. */
export const AUDIT_LINES = 20;
export const AUDIT = { all: 'founding.audit-all', page: 'founding.audit-page', file: 'founding.audit-file' } as const;

/** The latest deeds; with more than those, the way to them. */
export function auditAnswer(content: Content, programme: Programme, deeds: readonly AuditTable[], count: number): Answer {
  if (deeds.length === 0) return { text: content.say('founding.audit.none', { programme: programme.name }) };
  const text = [content.say('founding.audit', { programme: programme.name }), linesOf(content, programme, deeds)].join('\n');
  const all = button({ label: 'See all of it', action: AUDIT.all, value: programme.id });
  const controls = [...(count > deeds.length ? [all] : []), fileButton(programme.id)];
  return { text, blocks: [...sections(text), actions(controls)] };
}

/** One page of everything, newest first; `page` counts from 0. */
export function auditModal(
  content: Content,
  programme: Programme,
  { deeds, count, page }: { deeds: readonly AuditTable[]; count: number; page: number },
): ModalView {
  const pages = Math.max(1, Math.ceil(count / AUDIT_LINES));
  const back = button({ label: 'Later', action: `${AUDIT.page}-later`, value: String(page - 1) });
  const next = button({ label: 'Earlier', action: `${AUDIT.page}-earlier`, value: String(page + 1) });
  const turning = [...(page > 0 ? [back] : []), ...(page < pages - 1 ? [next] : [])];
  return modal({
    callback: AUDIT.all,
    title: 'What was done',
    about: programme.id,
    blocks: [
      ...sections([content.say('founding.audit', { programme: programme.name }), linesOf(content, programme, deeds)].join('\n')),
      context(content.say('founding.audit.page', { x: page + 1, y: pages })),
      actions([...turning, fileButton(programme.id)]),
    ],
  });
}

function fileButton(programme: string) {
  return button({ label: 'Get it as a file', action: AUDIT.file, value: programme });
}

function linesOf(content: Content, { timeZone }: Programme, deeds: readonly AuditTable[]): string {
  return deeds.map((deed) => auditLine(content, deed, timeZone)).join('\n');
}

function auditLine(content: Content, deed: AuditTable, zone: string): string {
  const when = sayMoment(instantOf(deed.at), zone);
  return content.say('founding.audit.line', { when, what: { mrkdwn: whatOf(content, deed) } });
}

function whatOf(content: Content, deed: AuditTable): string {
  const who = nameOf(deed.actor) ?? content.say('founding.audit.programme');
  const other = () => content.say('founding.audit.other', { who, action: deed.action.replaceAll('-', ' ') });
  const id = linesFor(deed.action).find((each) => content.has(each));
  if (!id) return other();
  try {
    return content.say(id, { ...detailIn(content, deed), who, subject: nameOf(deed.subject) ?? '' });
  } catch {
    // A deed that an earlier version recorded may lack what the words now have a blank for.
    return other();
  }
}

/** Where the words may stand: in the file of the room that did it. */
function linesFor(action: string): string[] {
  return [
    `founding.audit.${action}`,
    `joining.audit.${action}`,
    `pairing.audit.${action}`,
    `coaching.audit.${action}`,
    `reviewing.audit.${action}`,
    `forums.audit.${action}`,
    `teams.audit.${action}`,
    `together.audit.${action}`,
    `measuring.audit.${action}`,
    `leaving.audit.${action}`,
    `home.audit.${action}`,
  ];
}

function detailIn(content: Content, deed: AuditTable): Blanks {
  const entries = Object.entries(detail.parse(JSON.parse(deed.detail)));
  return Object.fromEntries(entries.map(([name, value]) => [name, said(content, name, value)]));
}

function said(content: Content, name: string, value: string | number): string | number {
  if (name === 'fields')
    return sayList(
      String(value)
        .split(' ')
        .map((field) => content.plain(`founding.field.${field}`)),
    );
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? sayDay(Temporal.PlainDate.from(String(value))) : value;
}

/** A person or a channel as Slack shows them; other subjects are records, which mean nothing to a reader. */
function nameOf(id: string | null): Markup | undefined {
  if (id && /^[UW][A-Z0-9]+$/.test(id)) return { mrkdwn: `<@${id}>` };
  return id && /^[CG][A-Z0-9]+$/.test(id) ? { mrkdwn: `<#${id}>` } : undefined;
}
