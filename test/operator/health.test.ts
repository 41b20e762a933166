import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerHealth, examine } from '../../src/operator/health.ts';
import { housekeeper } from '../../src/operator/housekeeping.ts';
import { stamp } from '../../src/platform/clock.ts';
import { noteTick } from '../../src/platform/db/boot.ts';
import { type Database, openMemory } from '../../src/platform/db/open.ts';
import { readErasures } from '../../src/platform/erasures.ts';
import { aFolder, type Folder, newId, now } from '../platform/a-folder.ts';

describe('health', () => {
  let database: Database;
  beforeEach(async () => {
    database = await openMemory();
    await noteTick(database.db, now());
  });
  afterEach(() => database.close());
  const later = (minutes: number) => () => now().add({ minutes });
  const patient = (more: object = {}) => ({ db: database.db, now, isConnected: () => true, ...more });

  test('is good while the clock knocks, Slack is there and nothing is unclear', async () => {
    expect(await examine(patient())).toEqual({ ready: true, database: 'ok', slack: 'ok', clock: 'ok', messages: 'ok' });
    expect(await answerHealth(patient(), '/readyz')).toMatchObject({ status: 200 });
  });

  test('fails without Slack, but the process is alive', async () => {
    const away = patient({ isConnected: () => false });
    expect(await answerHealth(away, '/readyz')).toMatchObject({ status: 503, body: { ready: false, slack: 'disconnected' } });
    expect(await answerHealth(away, '/livez')).toEqual({ status: 200, body: { alive: true } });
  });

  test('fails when the clock has not knocked for more than three minutes', async () => {
    expect(await examine(patient({ now: later(3) }))).toMatchObject({ ready: true });
    expect(await examine(patient({ now: later(4) }))).toMatchObject({ ready: false, clock: 'silent' });
  });

  test('fails when the fate of a message has not been known for a quarter of an hour', async () => {
    const row = {
      id: newId(),
      workspace: 'T1',
      key: 'k',
      kind: 'opener',
      lane: 'l',
      priority: 3,
      address: '{}',
      body_sealed: null,
      attempt: 1,
    };
    const empty = { expires_at: null, boot: 1, looked_at: null, channel: null, ts: null, reason: null, settled_at: null };
    const at = stamp(now().subtract({ minutes: 16 }));
    await database.db
      .insertInto('outbox')
      .values({ ...row, ...empty, state: 'unclear', not_before: at, created_at: at, started_at: at, looks: 0 })
      .execute();
    expect(await examine(patient())).toMatchObject({ ready: false, messages: 'unclear' });
  });

  test('fails when the database cannot be read', async () => {
    const other = await openMemory();
    await other.close();
    expect(await examine(patient({ db: other.db }))).toMatchObject({ ready: false, database: 'failing' });
  });

  test('answers nothing else', async () => {
    expect(await answerHealth(patient(), '/')).toBeUndefined();
    expect(await answerHealth(patient(), '/livez/..')).toBeUndefined();
  });
});

describe('housekeeping', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = aFolder();
  });
  afterEach(() => folder.remove());

  test('remembers beside the database whoever was forgotten, as soon as somebody was', async () => {
    const database = await folder.open();
    const minute = housekeeper(database);
    const file = database.erasures ?? '';
    await minute();
    expect(existsSync(file)).toBe(false);
    const amina = { workspace: 'T1', person_hash: 'a', erased_at: stamp(now()) };
    await database.db.insertInto('tombstone').values(amina).execute();
    await minute();
    expect(readErasures(file)).toEqual([amina]);
    const again = { ...amina, erased_at: stamp(now().add({ hours: 1 })) };
    await database.db.updateTable('tombstone').set(again).execute();
    await minute();
    expect(readErasures(file)).toEqual([again]);
    await database.close();
  });
});
