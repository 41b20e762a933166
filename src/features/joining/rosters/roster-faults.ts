// What is wrong with a roster, and where. Pure.
import type { Saying } from '../../founding/words.ts';

/** The words say what is wrong and give an example of what is right. */
export interface RosterFault extends Saying {
  /** As a text editor counts, from 1. */
  line: number;
  /** The column's name; empty where the whole line is meant. */
  column: string;
}
