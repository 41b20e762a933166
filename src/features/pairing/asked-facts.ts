// What organisers asked for, told as facts that the engine takes. Pure.
import type { Asked } from './edits.ts';
import type { Gathered } from './facts.ts';
import type { PairingFacts } from './plan.ts';

/** The facts with the seed, and with what organisers asked for as far as it concerns people who are here. */
export function withAsked({ facts, chosen }: Pick<Gathered, 'facts' | 'chosen'>, asked: Asked, seed: string): PairingFacts {
  const leftOut = new Set(asked.leftOut);
  const taking = facts.leaders.filter(({ id }) => !leftOut.has(id));
  const here = new Set(taking.map(({ id }) => id));
  const held = asked.fixed.filter((group) => group.every((leader) => here.has(leader)));
  const taken = new Set(held.flat());
  const free = (group: readonly string[]) => group.every((leader) => here.has(leader) && !taken.has(leader));
  const forbidden = [...facts.forbidden, ...asked.forbidden.map(({ pair }) => pair)];
  const apart = (group: readonly string[]) => forbidden.some((pair) => pair.every((leader) => group.includes(leader)));
  // A trio stays only where there has to be one, and where no other three are kept together.
  const needsTrio = taking.length % 2 === 1 && held.every((group) => group.length === 2);
  const around = asked.around && needsTrio && free(asked.around) && !apart(asked.around) ? asked.around : undefined;
  const fixed = chosen.filter((group) => free(group) && !apart(group) && !group.some((leader) => around?.includes(leader)));
  const out = facts.leaders.filter(({ id }) => leftOut.has(id));
  const beside = { ...(around && { around }), ...(out.length > 0 && { leftOut: out }) };
  return { ...facts, leaders: taking, forbidden, fixed, kept: held, ...beside, seed: asked.seed ?? seed };
}
