// Decides who works with whom. Pure: facts and a seed in, a plan with its reasons and its proof out; it can be read aloud to a leader who
// asks "why Bo?".

export interface Candidate {
  /** The leader's id. */
  id: string;
  name: string;
  function: string;
  level: string;
  /** Ids of those on the reporting line within two steps, up or down: never paired. */
  line: readonly string[];
  welcomes: readonly string[];
  /** Private: never named, never hinted at. */
  avoids: readonly string[];
  /** Minutes of the week in UTC that lie in the leader's working hours, as half-open ranges [from, to) from Monday 00:00. */
  hours: readonly (readonly [number, number])[];
  /** Free words of "what I would like to work on" and "what I can help with". */
  workOn: string;
  helpWith: string;
  rhythm: 'steady' | 'full';
}

/** A pair (or trio) of an earlier round. */
export interface PastPair {
  /** 1 for the round before this one. */
  roundsAgo: number;
  leaders: readonly string[];
  /** Whether they ever met; `undefined` where it is not known (counts as met). */
  met?: boolean;
}

export interface PairingFacts {
  leaders: readonly Candidate[];
  history: readonly PastPair[];
  /** Pairs that an organiser has forbidden, by leader ids. */
  forbidden: readonly (readonly [string, string])[];
  /** Pairs (or one trio) that stay as they are. */
  fixed: readonly (readonly string[])[];
  /** How often each leader has been in a trio, and how often in a compromise, in earlier rounds. */
  duty: Readonly<Record<string, { trios: number; compromises: number }>>;
  seed: string;
}

/** A reason or a compromise: an id of `content/` with its blanks, so that the words stay with the editors. */
export interface Because {
  id: string;
  blanks: Record<string, string | number>;
}

export interface PlannedPair {
  leaders: readonly string[];
  reasons: readonly Because[];
  compromises: readonly Because[];
}

export interface PairingTotals {
  leaders: number;
  pairs: number;
  trios: number;
  sameFunction: number;
  repeats: number;
  mutualWelcomes: number;
  oneSidedWelcomes: number;
  shortHours: number;
  newBridges: number;
}

export type PairingPlan =
  | { possible: true; pairs: readonly PlannedPair[]; totals: PairingTotals; seed: string }
  | {
      possible: false;
      /** The smallest useful set of causes: who cannot be paired, and the rule that is in the way. */
      causes: readonly { leaders: readonly string[]; because: Because }[];
    };

export declare function planRound(facts: PairingFacts): PairingPlan;
