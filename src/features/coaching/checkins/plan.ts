// Decides about commitments and check-ins: what an answer makes of a commitment, and what a leader is asked next after "Did you meet?". What
// they have answered is on record, so the next question can be worked out at any time, from any message. Pure.

/** How many commitments a leader may have open at once, and how often one may be carried on as it is. */
export const MOST_OPEN = 2;
const MOST_CARRIES = 2;
/** The round's last fortnight looks back: nothing new is begun in it. */
const CLOSING = 13;
/** Who has met so often finds it easiest to start a small version with their own team; it is offered half way, and once more near the end. */
export const MET_OFTEN = 4;
export const OFFERS_TEAM: readonly number[] = [7, 12];

export const LENGTHS = { when: 80, will: 140, noticed: 300 } as const;

/** `not-yet`: asked about, and its author has not decided what to do with it. */
export type State = 'open' | 'not-yet' | 'done' | 'partly' | 'let-go';
export type Answer = 'done' | 'partly' | 'not-yet' | 'let-go';
export type Carry = 'keep' | 'smaller' | 'let-go';
export type Met = 'met' | 'not-yet' | 'skip';

/** A commitment as far as it matters here; instants as `stamp` writes them. */
export interface Standing {
  id: string;
  state: State;
  carries: number;
  /** The fortnight in which it was made, and that of the last answer about it. */
  fortnight: number;
  asked: number | null;
  madeAt: string;
  settledAt: string | null;
  /** When its author wrote what they noticed, or skipped that. */
  noticedAt: string | null;
}

export type Change = Pick<Standing, 'state' | 'carries' | 'asked'>;
export type Changed = { ok: true; change: Change } | { ok: false; because: 'too-many' | 'carried-twice' | 'settled' };

export function isOpen({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'open' || state === 'not-yet';
}

/**
 * What an answer at the check-in of `fortnight` makes of it. Another answer may be given later; `open` is how many others stand open. A second
 * "not yet" in the same fortnight finds it carried on already, and does not carry it twice.
 */
export function answer(standing: Change, given: Answer, fortnight: number, open: number): Changed {
  if (given === 'not-yet' && standing.state === 'open' && standing.asked === fortnight) return unchanged(standing);
  if (given === 'not-yet' && !isOpen(standing) && open >= MOST_OPEN) return { ok: false, because: 'too-many' };
  return { ok: true, change: { state: given, carries: standing.carries, asked: fortnight } };
}

/** What becomes of one to which the answer was "not yet". A second press finds it decided and changes nothing. */
export function carry(standing: Change, wish: Carry): Changed {
  const { state, carries, asked } = standing;
  if (!isOpen(standing)) return wish === 'let-go' ? unchanged(standing) : { ok: false, because: 'settled' };
  if (wish === 'let-go') return { ok: true, change: { state: 'let-go', carries, asked } };
  if (state === 'open' && wish === 'keep') return unchanged(standing);
  if (wish === 'keep' && carries >= MOST_CARRIES) return { ok: false, because: 'carried-twice' };
  return { ok: true, change: { state: 'open', carries: state === 'not-yet' ? carries + 1 : carries, asked } };
}

/** Opens one again that was settled, where there is room for it. */
export function reopen(standing: Change, open: number): Changed {
  if (isOpen(standing)) return unchanged(standing);
  if (open >= MOST_OPEN) return { ok: false, because: 'too-many' };
  return { ok: true, change: { state: 'open', carries: standing.carries, asked: standing.asked } };
}

function unchanged({ state, carries, asked }: Change): Changed {
  return { ok: true, change: { state, carries, asked } };
}

/** A leader's check-in of one fortnight. `answeredAt` is when they first said anything, `finished` whether there is nothing left to ask. */
export interface CheckinFacts {
  fortnight: number;
  answer?: { met: Met; answeredAt: string; finished: boolean };
  /** The leader's own commitments of the round, oldest first. */
  commitments: readonly Standing[];
}

/** What stands before the leader now. `saved`: they made a commitment on the way, or carried one on. */
export type Step =
  | { is: 'ask' | 'not-yet' | 'left' | 'skipped' | 'commit' | 'full' }
  | { is: 'how' | 'noticed'; about: string }
  | { is: 'carry'; about: string; last: boolean }
  | { is: 'done'; saved: boolean };

/** The next question of a check-in, or how it ended. */
export function nextStep(facts: CheckinFacts): Step {
  const { answer: given } = facts;
  if (!given) return { is: 'ask' };
  if (given.met === 'skip') return { is: 'skipped' };
  if (given.met === 'not-yet') return { is: given.finished ? 'left' : 'not-yet' };
  return followUp(facts, given.answeredAt) ?? lookAhead(facts, given);
}

/** Whether `standing` is to be asked about at the check-in of `fortnight`, which was first answered at `answeredAt`. */
function isDue(standing: Standing, fortnight: number, answeredAt: string): boolean {
  const madeBefore = standing.fortnight < fortnight || (standing.fortnight === fortnight && standing.madeAt < answeredAt);
  return isOpen(standing) && madeBefore && (standing.asked ?? 0) < fortnight;
}

function followUp({ fortnight, commitments }: CheckinFacts, answeredAt: string): Step | undefined {
  const asked = commitments.filter((each) => each.asked === fortnight);
  const undecided = asked.find(({ state }) => state === 'not-yet');
  if (undecided) return { is: 'carry', about: undecided.id, last: undecided.carries >= MOST_CARRIES };
  const told = asked.find(
    (each) => ['done', 'partly'].includes(each.state) && each.noticedAt === null && (each.settledAt ?? '') >= answeredAt,
  );
  if (told) return { is: 'noticed', about: told.id };
  const due = commitments.find((each) => isDue(each, fortnight, answeredAt));
  return due && { is: 'how', about: due.id };
}

function lookAhead({ fortnight, commitments }: CheckinFacts, given: { answeredAt: string; finished: boolean }): Step {
  const made = commitments.some((each) => each.fortnight === fortnight && each.madeAt >= given.answeredAt);
  const saved = made || commitments.some((each) => each.state === 'open' && each.asked === fortnight);
  if (made || given.finished || fortnight >= CLOSING) return { is: 'done', saved };
  return { is: commitments.filter(isOpen).length >= MOST_OPEN ? 'full' : 'commit' };
}

/** Whether one shared with a partner is shown to them in `fortnight`: while it is open, and once more with its outcome. Let go is gone. */
export function isShownIn({ state, asked }: Pick<Standing, 'state' | 'asked'>, fortnight: number): boolean {
  if (state === 'let-go') return false;
  return state === 'open' || state === 'not-yet' || (asked ?? 0) >= fortnight - 1;
}
