// An organiser says which of Slack's own profile fields tell function and manager. Only fields that the workspace has are taken.
import { record } from '../../../platform/audit.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/tools.ts';
import { mayOrganise } from '../../founding/rights.ts';
import * as profileFields from '../profile-fields.ts';

export interface FieldsWish {
  programme: string;
  by: string;
  /** Ids of fields; what is no field of the workspace means none. */
  wish: Partial<Record<profileFields.Purpose, string | undefined>>;
}

export type FieldsSet =
  | { ok: true; fields: number }
  | { ok: false; because: 'not-organiser' }
  | { ok: false; because: 'refused'; blocked: string };

export async function setFields(tools: Tools, { programme: id, by, wish }: FieldsWish): Promise<FieldsSet> {
  if (!(await mayOrganise(tools, { id }, by))) return { ok: false, because: 'not-organiser' };
  const known = await tools.slack.profileFields();
  if (!known.ok) return { ok: false, because: 'refused', blocked: known.needed ?? known.error };
  const now = tools.now();
  const mapping = Object.fromEntries(
    profileFields.PURPOSES.flatMap((purpose) => {
      const field = known.value.find((each) => each.id === wish[purpose]);
      return field ? [[purpose, { field: field.id, label: field.label }] as const] : [];
    }),
  );
  const fields = Object.keys(mapping).length;
  await transact(tools.db, async (tx) => {
    await profileFields.replace(tools, tx, id, mapping);
    await record(tools, tx, { programme: id, actor: by, action: 'profile-fields-set', detail: { count: fields } }, now);
  });
  return { ok: true, fields };
}
