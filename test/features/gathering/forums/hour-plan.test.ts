// The hour on paper: every version lasts sixty minutes, no line is passed over whatever is pressed, a pause of any length moves the rest, and everyone
// begins as often as the others.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type Act,
  advance,
  begin,
  dueOf,
  type Going,
  isTimeToWarn,
  MORE,
  present,
} from '../../../../src/features/gathering/forums/hour/plan.ts';
import { orderOf, type ScriptStep, scriptOf, versionFor } from '../../../../src/features/gathering/forums/plan.ts';

const start = Temporal.Instant.from('2027-03-04T14:00:00Z');
const scripts = { six: scriptOf('six'), four: scriptOf('four'), three: scriptOf('few', 3), two: scriptOf('few', 2) };
const everyScript = fc.constantFrom(...Object.values(scripts));

/** Minute and line, as the tables of the programme have them. */
const told = (script: readonly ScriptStep[]) => script.map(({ minute, line }) => `${minute} ${line}`).join(', ');
const second = (instant: Temporal.Instant) => start.until(instant).total('seconds');

describe('the script', () => {
  test('six to eight have one question, and four or five have two', () => {
    expect(told(scripts.six)).toBe(
      '0 f.open, 2 f.word, 6 f.choose, 10 f.tell, 16 f.facts, 21 f.ask, 27.5 f.ask2, 34 f.notice, 42 f.holder, 47 f.take, 56 f.close',
    );
    expect(told(scripts.four)).toBe(
      '0 f.open, 2 f.word, 5 f.tell, 9 f.facts, 12 f.ask, 16 f.ask2, 20 f.notice, 24 f.holder, ' +
        '27 f.tell, 31 f.facts, 34 f.ask, 38 f.ask2, 42 f.notice, 46 f.holder, 49 f.take, 56 f.close',
    );
    expect([2, 3, 4, 5, 6, 7, 8].map(versionFor)).toEqual(['few', 'few', 'four', 'four', 'six', 'six', 'six']);
    expect([0, 1].map(versionFor)).toEqual([undefined, undefined]);
  });

  test('every version lasts sixty minutes, and each line follows the one before it', () => {
    for (const script of Object.values(scripts)) {
      const ends = script.map(({ minute, minutes }) => minute + minutes);
      expect(script.slice(1).map(({ minute }) => minute)).toEqual(ends.slice(0, -1));
      expect(ends.at(-1)).toBe(60);
    }
  });

  test('turns of a small group are equal', () => {
    for (const script of [scripts.two, scripts.three]) {
      const turns = [1, 2, 3].map((holder) =>
        script.filter((step) => step.holder === holder).reduce((sum, { minutes }) => sum + minutes, 0),
      );
      expect(new Set(turns.filter((minutes) => minutes > 0)).size).toBe(1);
    }
  });

  test('a minute is left: said at the end of long rounds, once in each', () => {
    const warned = scripts.six.filter(({ warns }) => warns).map(({ line }) => line);
    expect(warned).toEqual(['f.word', 'f.tell', 'f.facts', 'f.ask2', 'f.notice', 'f.holder', 'f.take']);
    expect(scripts.four.filter(({ warns }) => warns).map(({ minute }) => minute)).toEqual([2, 16, 38, 49]);
  });
});

const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act | 'wait'>('next', 'more', 'pause', 'go-on', 'wait', 'wait'),
    after: fc.integer({ min: 0, max: 600 }),
  }),
  { maxLength: 60 },
);

/** Lets time pass from one due thing to the next, as the clock does; returns every line that was said on the way. */
function pass(
  script: readonly ScriptStep[],
  going: Going,
  from: Temporal.Instant,
  seconds: number,
): { going: Going; lines: number[]; over: boolean } {
  const target = from.add({ seconds });
  const lines: number[] = [];
  let [found, now] = [going, from];
  for (;;) {
    const next = present(script, found, now);
    if (next === 'over') return { going: found, lines, over: true };
    if (next.step !== found.step) lines.push(next.step);
    found = next;
    const due = dueOf(script, found, now);
    if (Temporal.Instant.compare(due, target) > 0 || Temporal.Instant.compare(due, now) <= 0) return { going: found, lines, over: false };
    now = due;
  }
}

describe('the clock', () => {
  test('left alone it says every line on its minute, and is over after sixty', () => {
    for (const script of Object.values(scripts)) {
      let going = begin(script, start);
      const said = [second(going.begins)];
      for (let at = 0; at < 3600; at += 1) {
        const next = present(script, going, start.add({ seconds: at }));
        if (next !== 'over' && next.step !== going.step) said.push(at);
        if (next !== 'over') going = next;
      }
      expect(said).toEqual(script.map(({ minute }) => minute * 60));
      expect(present(script, going, start.add({ seconds: 3599 }))).not.toBe('over');
      expect(present(script, going, start.add({ seconds: 3600 }))).toBe('over');
    }
  });

  test('whatever is pressed, no line is passed over and none comes twice', () => {
    fc.assert(
      fc.property(everyScript, acts, (script, list) => {
        let going = begin(script, start);
        let now = start;
        const lines = [1];
        for (const { act, after } of list) {
          const passed = pass(script, going, now, after);
          now = now.add({ seconds: after });
          lines.push(...passed.lines);
          going = passed.going;
          if (passed.over) break;
          const next = act === 'wait' ? undefined : advance(script, going, act, now);
          if (next && next.step !== going.step) lines.push(next.step);
          going = next ?? going;
        }
        expect(lines).toEqual(lines.map((_, at) => at + 1));
      }),
    );
  });

  test('a pause of any length moves everything that comes later by exactly that', () => {
    fc.assert(
      fc.property(everyScript, fc.integer({ min: 0, max: 3300 }), fc.integer({ min: 0, max: 7199 }), (script, at, length) => {
        const { going } = pass(script, begin(script, start), start, at);
        const [from, to] = [start.add({ seconds: at }), start.add({ seconds: at + length })];
        const paused = advance(script, going, 'pause', from) as Going;
        expect(present(script, paused, to)).toEqual(paused);
        const on = advance(script, paused, 'go-on', to) as Going;
        expect({ ...on, ends: on.ends.toString() }).toEqual({ ...going, ends: going.ends.add({ seconds: length }).toString() });
        expect(on.pausedAt).toBeUndefined();
      }),
    );
  });

  test('more time moves what comes later by two minutes; the last line has no next, no more time and no pause', () => {
    const going = begin(scripts.six, start);
    expect(second((advance(scripts.six, going, 'more', start) as Going).ends)).toBe(120 + MORE.minutes * 60);
    const last = { step: scripts.six.length, begins: start, ends: start.add({ minutes: 4 }) };
    for (const act of ['next', 'more', 'pause', 'go-on'] as const) expect(advance(scripts.six, last, act, start)).toBeUndefined();
    expect(advance(scripts.six, going, 'go-on', start)).toBeUndefined();
    const paused = advance(scripts.six, going, 'pause', start) as Going;
    expect(advance(scripts.six, paused, 'pause', start.add({ minutes: 1 }))).toBeUndefined();
  });

  test('after any downtime the line stands that belongs to the moment, and the last is never passed over', () => {
    fc.assert(
      fc.property(everyScript, fc.integer({ min: 0, max: 20_000 }), (script, at) => {
        const found = present(script, begin(script, start), start.add({ seconds: at })) as Going;
        const wanted = script.findLastIndex(({ minute }) => minute * 60 <= at) + 1;
        expect(found.step).toBe(wanted);
        expect(second(found.begins)).toBe((script[wanted - 1] as ScriptStep).minute * 60);
      }),
    );
  });

  test('a pause that nobody ends comes to the last line after two hours', () => {
    const paused = advance(scripts.four, begin(scripts.four, start), 'pause', start) as Going;
    expect(dueOf(scripts.four, paused, start).equals(start.add({ hours: 2 }))).toBe(true);
    expect((present(scripts.four, paused, start.add({ hours: 2 })) as Going).step).toBe(scripts.four.length);
  });

  test('that a minute is left is said at its moment and not late', () => {
    const going = pass(scripts.six, begin(scripts.six, start), start, 120).going;
    expect(second(dueOf(scripts.six, going, start.add({ minutes: 2 })))).toBe(300);
    const at = (seconds: number) => isTimeToWarn(scripts.six, going, start.add({ seconds }));
    expect([299, 300, 314, 315].map(at)).toEqual([false, true, true, false]);
    expect(second(dueOf(scripts.six, going, start.add({ seconds: 300 })))).toBe(360);
  });
});

describe('the speaking order', () => {
  const people = fc.integer({ min: 2, max: 8 }).map((count) => Array.from({ length: count }, (_, n) => `leader${n}`));
  const scriptFor = (count: number) => scriptOf(versionFor(count) ?? 'few', count === 2 ? 2 : 3);

  test('everyone who is to speak stands in it once, the holder not in their own', () => {
    fc.assert(
      fc.property(people, fc.string(), (leaders, seed) => {
        const script = scriptFor(leaders.length);
        const holders = leaders.slice(0, 3);
        script.forEach(({ speaks, holder = 0 }, at) => {
          const asked = speaks === 'all' ? leaders : speaks === 'circle' ? leaders.filter((leader) => leader !== holders[holder - 1]) : [];
          expect([...orderOf({ seed, script, leaders, holders }, at + 1)].sort()).toEqual([...asked].sort());
        });
      }),
    );
  });

  test('over a forum each of the circle begins as often as the others', () => {
    fc.assert(
      fc.property(people, fc.string(), (leaders, seed) => {
        const script = scriptFor(leaders.length);
        const holders = leaders.slice(0, versionFor(leaders.length) === 'six' ? 1 : 2);
        const firsts = new Map(leaders.map((leader) => [leader, 0]));
        script.forEach((_, at) => {
          const [first] = orderOf({ seed, script, leaders, holders }, at + 1);
          if (first) firsts.set(first, (firsts.get(first) ?? 0) + 1);
        });
        const circle = leaders.filter((leader) => !holders.includes(leader)).map((leader) => firsts.get(leader) ?? 0);
        if (circle.length > 0) expect(Math.max(...circle) - Math.min(...circle)).toBeLessThanOrEqual(1);
        expect(Math.max(...firsts.values()) - Math.min(...firsts.values())).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('the same seed draws the same order, whatever order people came in; over many forums nobody is favoured', () => {
    const leaders = ['a', 'b', 'c', 'd', 'e', 'f'];
    const about = { script: scripts.six, holders: ['a'] };
    expect(orderOf({ ...about, seed: 's', leaders: [...leaders].reverse() }, 5)).toEqual(orderOf({ ...about, seed: 's', leaders }, 5));
    const firsts = Array.from({ length: 1200 }, (_, n) => orderOf({ ...about, seed: `seed ${n}`, leaders }, 2)[0]);
    for (const leader of leaders) expect(Math.abs(firsts.filter((first) => first === leader).length - 200)).toBeLessThan(60);
  });
});
