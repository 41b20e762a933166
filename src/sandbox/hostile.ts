// The hostile mix: how often what goes wrong in simulations. The shares are those of the test plan, drawn from seeded dice.
import type { CallFault, EventFault, Faults } from './faults.ts';

type Share<Fault> = readonly [number, (dice: () => number) => Fault];

const minute = 60_000;

const ofCalls: readonly Share<CallFault>[] = [
  [0.08, (dice) => ({ kind: 'ratelimited', retryAfter: 1 + Math.floor(dice() * 60) })],
  [0.05, () => ({ kind: 'status', status: 503, posted: false })],
  [0.05, () => ({ kind: 'status', status: 500, posted: true })],
  [0.05, () => ({ kind: 'lost', posted: true })],
  [0.05, () => ({ kind: 'lost', posted: false })],
  [0.03, (dice) => ({ kind: 'late', ms: 10_000 + Math.floor(dice() * 50_000) })],
  [0.02, () => ({ kind: 'garbage', posted: true })],
  [0.01, () => ({ kind: 'error', code: 'internal_error', posted: true })],
  [0.005, () => ({ kind: 'error', code: 'token_revoked', posted: false })],
];

const ofReads: readonly Share<CallFault>[] = [[0.1, () => ({ kind: 'status', status: 503, posted: false })]];

const ofEvents: readonly Share<EventFault>[] = [
  [0.25, () => ({ kind: 'duplicate', copies: 1, newId: false })],
  [0.05, (dice) => ({ kind: 'duplicate', copies: 1 + Math.floor(dice() * 10), newId: true })],
  [0.2, (dice) => ({ kind: 'late', ms: Math.floor(dice() * 10 * minute) })],
];

/** Turns the mix on: from now on calls and events go wrong as the dice say, and history is two seconds behind. */
export function turnHostile(faults: Faults, dice: () => number): void {
  faults.readLag = 2_000;
  faults.mix = {
    call: (method) => draw(method === 'conversations.history' || method === 'conversations.replies' ? ofReads : ofCalls, dice),
    event: () => draw(ofEvents, dice),
  };
}

/** Turns every standing fault off; what is already late still arrives. */
export function turnKind(faults: Faults): void {
  delete faults.mix;
  faults.readLag = 0;
  faults.calls = [];
  faults.events = [];
  faults.presses = 0;
}

function draw<Fault>(shares: readonly Share<Fault>[], dice: () => number): Fault | undefined {
  let left = dice();
  for (const [share, fault] of shares) {
    if (left < share) return fault(dice);
    left -= share;
  }
  return undefined;
}
