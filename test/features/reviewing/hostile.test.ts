// Presses and forms of the pulses that come from elsewhere than from whoever they were made for, late, or bent: nothing of anybody else's is shown,
// and nothing is kept.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pulseEars } from '../../../src/features/reviewing/pulse-ears.ts';
import type { Pressed, Submitted } from '../../../src/platform/slack/spoken.ts';
import { HALF_CLOSES, type HalfWay, halfWay } from './half-way.ts';

let ground: HalfWay;

beforeEach(async () => {
  ground = await halfWay(8);
});
afterEach(() => ground.close());

const press = (control: string, user: string, value: string) => {
  const pressed: Pressed = { user, action: control, value, values: [], triggerId: 'T', message: { channel: 'D1', ts: '1.1' } };
  return pulseEars.presses?.[control]?.(ground.tools, pressed);
};
const submit = (user: string, about: object, state: Submitted['state']) =>
  pulseEars.submits?.['reviewing.pulse']?.(ground.tools, {
    ...{ user, viewId: 'V1', hash: 'h', callbackId: 'reviewing.pulse', privateMetadata: JSON.stringify(about), state, triggerId: 'T' },
  });
const chosen = (value: string) => ({ choice: { type: 'radio_buttons', selected_option: { value } } });
const opened = () => ground.calls.filter(({ method }) => method === 'openModal');

describe('a button', () => {
  test.each(['', 'half', 'half:', 'half:no-such-pair', 'now:%pair', 'then:%pair', '%pair', 'half:%pair:half', '{"pulse":"half"}'])(
    'with the value "%s" opens nothing unless it is whole',
    async (value) => {
      const [pair = ''] = ground.round.pairs;
      const user = ground.round.leaders[0]?.user ?? '';
      const answer = await press('reviewing.answer', user, value.replace('%pair', pair));
      expect([answer?.text ?? '', opened().length]).toEqual([expect.stringContaining('no place in'), 0]);
    },
  );

  test('of somebody who is in no round opens nothing, and neither does one of a pulse that has closed', async () => {
    const [pair = ''] = ground.round.pairs;
    expect((await press('reviewing.answer', 'U0STRANGER', `half:${pair}`))?.text).toContain('no place in');
    expect((await press('reviewing.skip', 'U0STRANGER', `half:${pair}`))?.text).toContain('no place in');
    expect((await press('reviewing.answer', ground.round.leaders[0]?.user ?? '', `opening:${pair}`))?.text).toContain('closed');
    await ground.closes(HALF_CLOSES);
    expect((await press('reviewing.answer', ground.round.leaders[0]?.user ?? '', `half:${pair}`))?.text).toContain('closed');
    expect(opened()).toEqual([]);
    expect(ground.calls.filter(({ method }) => method === 'updateMessage')).toEqual([]);
  });

  test('with another pair’s id shows whoever presses their own answers, and no others', async () => {
    await ground.answers(2, 'half', { answers: { 're.1': [0] }, text: 'The canary sings' });
    const [, other = ''] = ground.round.pairs;
    await press('reviewing.answer', ground.round.leaders[0]?.user ?? '', `half:${other}`);
    expect(opened()).toHaveLength(1);
    expect(JSON.stringify(opened())).not.toMatch(/canary|initial_option/);
    await press('reviewing.answer', ground.round.leaders[2]?.user ?? '', `half:${other}`);
    expect(JSON.stringify(opened().at(-1))).toContain('canary');
  });

  test.each(['reviewing.read', 'reviewing.write-change', 'reviewing.remarks'])(
    '%s with an id that is not there says so',
    async (control) => {
      const answer = await press(control, ground.round.leaders[0]?.user ?? '', 'no-such:1');
      expect(answer?.text).toContain('not there for you');
      expect(opened()).toEqual([]);
    },
  );
});

describe('a form', () => {
  const about = () => ({ pulse: 'half', round: ground.round.id });

  test('counts for whoever sent it, whatever it says', async () => {
    await submit(ground.round.leaders[3]?.user ?? '', { ...about(), leader: ground.round.leaders[0]?.id }, { 'half.re.1': chosen('3') });
    const rows = await ground.tools.db.selectFrom('pulse_answer').select('leader').execute();
    expect(rows).toEqual([{ leader: ground.round.leaders[3]?.id }]);
  });

  test('with choices that are not on the scale, items that are not asked and boxes that are none keeps nothing', async () => {
    const reply = await submit(ground.round.leaders[0]?.user ?? '', about(), {
      'half.re.1': chosen('99'),
      'half.re.2': chosen('-1'),
      'half.bu.1': chosen('x'),
      'half.tr.1': chosen('5'),
      'half.ch.1': chosen('1'),
      'closing.re.1': chosen('1'),
      'half.ro.1': { choice: { type: 'radio_buttons', selected_option: null } },
      nonsense: {},
    });
    expect(reply).toMatchObject({ then: 'update' });
    expect(await ground.single()).toEqual([]);
  });

  test('of a stranger, or of another round, keeps nothing and says so', async () => {
    for (const [user, round] of [
      ['U0STRANGER', ground.round.id],
      [ground.round.leaders[0]?.user ?? '', 'no-such-round'],
    ] as const) {
      const reply = await submit(user, { pulse: 'half', round }, { 'half.re.1': chosen('3') });
      expect(JSON.stringify(reply)).toContain('no place in');
    }
    expect(await ground.single()).toEqual([]);
  });

  test('sent twice at once is one answer', async () => {
    const { user = '' } = ground.round.leaders[0] ?? {};
    await Promise.all([1, 2, 3].map((choice) => submit(user, about(), { 'half.re.1': chosen(String(choice)) })));
    expect(await ground.single()).toEqual(['half']);
  });
});
