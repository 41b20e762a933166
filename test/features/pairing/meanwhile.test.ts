// Pairs are worked out beside everything else, so that everything else can happen meanwhile: people leave, join, change, and two organisers are
// quick. What is put on record is what still holds, or says that it does not.
import { describe, expect, test } from '@jest/globals';
import { approve } from '../../../src/features/pairing/approve.ts';
import { edit } from '../../../src/features/pairing/preview/edit.ts';
import { propose } from '../../../src/features/pairing/propose.ts';
import { transact } from '../../../src/platform/db/transact.ts';
import { erasePerson } from '../../../src/platform/erase-person.ts';
import type { Think } from '../../../src/platform/thinking/think.ts';
import type { Tools } from '../../../src/platform/tools.ts';
import { change, enrol, HANA, letterKinds, preview, type Stage, stage, standing, together } from './rotating.ts';

const AT = '2027-01-12T12:00:00.000Z';

/** Tools with which `event` happens while the head thinks, the first time it is asked. */
function meanwhile(on: Stage, event: () => Promise<unknown>): Tools {
  let happened = false;
  const think: Think = async (head, facts) => {
    const outcome = head.think(facts);
    if (!happened) {
      happened = true;
      await event();
    }
    return outcome;
  };
  return { ...on.tools, think };
}

const proposing = async (on: Stage, event: () => Promise<unknown>) => {
  const proposed = await propose(meanwhile(on, event), await standing(on), HANA);
  if (!proposed.ok) throw new Error(proposed.because);
  return proposed.preview;
};

const erase = (on: Stage, user: string) =>
  transact(on.tools.db, (tx) => erasePerson(tx, on.tools.vault, { workspace: on.tools.workspace, user, at: AT }));

describe('while a round is worked out for the first time', () => {
  test('Bo asks to be forgotten: nothing of him is put on record with the round', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores', 'edo']);
    const shown = await proposing(on, () => erase(on, on.cast.bo.user));
    expect(JSON.stringify(shown.proposal)).not.toContain(on.cast.bo.id);
    expect(shown.proposal.drawn.plan).toMatchObject({ possible: true, totals: { leaders: 4, pairs: 2, trios: 0 } });
    expect(await on.tools.db.selectFrom('proposal').select('id').execute()).toHaveLength(1);
  });

  test('Edo joins: the round is shown as it was worked out, and approving it shows it anew', async () => {
    const on = await stage();
    const shown = await proposing(on, () => enrol(on, 'edo'));
    expect(together(shown).join()).not.toContain('Edo');
    const done = await approve(on.tools, { proposal: shown.proposal.id, revision: 1, telling: 'partners-first', by: HANA });
    expect(done).toMatchObject({ ok: false, because: 'changed' });
    expect(together('preview' in done ? done.preview : shown).join()).toContain('Edo');
    expect(await letterKinds(on)).toEqual({});
  });

  test('another organiser proposes it too: there is one, and both look at it', async () => {
    const on = await stage();
    let other: Awaited<ReturnType<typeof preview>> | undefined;
    const shown = await proposing(on, async () => {
      other = await preview(on);
    });
    expect(shown.proposal.id).toBe(other?.proposal.id);
  });
});

describe('while a change is worked out', () => {
  test('another organiser changes the round: theirs stands, and is shown', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
    const { proposal } = await preview(on);
    const redraw = { proposal: proposal.id, revision: 1, by: HANA, wish: { what: 'redraw' } } as const;
    const out = { ...redraw, wish: { what: 'leave-out', user: on.cast.bo.user } } as const;
    const done = await edit(
      meanwhile(on, () => edit(on.tools, out)),
      redraw,
    );
    expect(done).toMatchObject({ ok: false, because: 'other', preview: { proposal: { revision: 2, edits: [{ what: 'leave-out' }] } } });
  });

  test('Bo leaves: the change is made to a round without him', async () => {
    const on = await stage(['amina', 'bo', 'chidi', 'dolores', 'edo', 'freya']);
    const { proposal } = await preview(on);
    const gone = { leftAt: AT, leftBecause: 'left' };
    const redraw = { proposal: proposal.id, revision: 1, by: HANA, wish: { what: 'redraw' } } as const;
    const done = await edit(
      meanwhile(on, () => change(on, 'bo', gone)),
      redraw,
    );
    if (!done.ok) throw new Error(done.because);
    expect(done.preview.proposal.drawn.plan).toMatchObject({ totals: { leaders: 5, pairs: 1, trios: 1 } });
    expect(JSON.stringify(done.preview.proposal.drawn)).not.toContain(on.cast.bo.id);
  });
});

test('where the head cannot be asked, nothing is put on record, and the next attempt is as good as the first', async () => {
  const on = await stage();
  const think: Think = async () => {
    throw new Error('the thread ended with 1 before it had answered');
  };
  await expect(propose({ ...on.tools, think }, await standing(on), HANA)).rejects.toThrow('the thread ended');
  expect(await on.tools.db.selectFrom('proposal').select('id').execute()).toEqual([]);
  expect(together(await preview(on))).toHaveLength(2);
});
