// One deed in words: what was done, by whom, when. Each room has its own lines, under `<room>.audit.<action>`. Pure.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf, sayDay } from '../../platform/clock.ts';
import type { Blanks, Content, Markup } from '../../platform/content/load.ts';
import type { AuditTable } from '../../platform/db/tables.ts';
import { sayList, sayMoment } from './words.ts';

const detail = z.record(z.string(), z.union([z.string(), z.number()]));

export function auditLine(content: Content, deed: AuditTable, zone: string): string {
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
