// The fields that a workspace has added to everybody's profile, such as a department or a manager: which there are, and what they say of someone. Pure.
import { z } from 'zod';
import { clean } from './inputs.ts';

export interface ProfileField {
  /** `Xf…`. */
  id: string;
  label: string;
  /** Whether it names somebody of the workspace. */
  namesPerson: boolean;
}

const text = z.string().nullish().catch(null);

export const fieldsShape = z.object({
  profile: z.object({
    fields: z.array(z.object({ id: z.string(), label: text, type: text, is_hidden: z.boolean().nullish().catch(null) })),
  }),
});

export const profileShape = z.object({
  profile: z.object({
    fields: z
      .record(z.string(), z.object({ value: text }))
      .nullish()
      .catch(null),
  }),
});

/** Those that people see, in the workspace's order. */
export function fieldsFrom({ profile }: z.infer<typeof fieldsShape>): ProfileField[] {
  return profile.fields
    .filter(({ is_hidden }) => !is_hidden)
    .map(({ id, label, type }) => ({ id, label: clean(label ?? '') || id, namesPerson: type === 'user' }));
}

/** What is filled in, by field id. Somebody who is named is so by their Slack id. */
export function profileFrom({ profile }: z.infer<typeof profileShape>): ReadonlyMap<string, string> {
  const said = Object.entries(profile.fields ?? {}).map(([id, { value }]): [string, string] => [
    id,
    clean(value ?? '').replace(/\s+/g, ' '),
  ]);
  return new Map(said.filter(([, value]) => value !== ''));
}
