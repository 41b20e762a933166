// What groups came to, as its organiser reads it. Pure.
import type { GroupFigures } from './group-figures.ts';

const VERSIONS: Readonly<Record<string, string>> = { six: 'with six to eight', four: 'with four or five', few: 'with two or three' };

export function groupLines({ forums, seats, teams, taps, gatherings }: GroupFigures): string[] {
  const held = Object.entries(forums.held).map(([version, count]) => `${count} ${VERSIONS[version] ?? version}`);
  return [
    `  forums      ${forums.offered} offered${listed(held)}${endings(forums.ended)}`,
    `  seats       ${seats.taken} taken, ${seats.givenBack} given back, ${seats.mayBring} may bring a question, ${seats.absent} not there`,
    `  their taps  ${seats.replied} of ${seats.asked} replied`,
    `  teams       ${teams.started} started, ${teams.begun} begun${endings(teams.ended)}`,
    `  members     ${teams.asked} asked, ${teams.joined} joined, in ${teams.pairs} pairs`,
    `  their taps  ${taps.replied} of ${taps.asked} replied`,
    `  gatherings  ${gatherings.planned} planned, ${gatherings.calledOff} called off; ${gatherings.coming} coming, ${gatherings.notThisTime} not this time`,
    `  next pairs  named at ${gatherings.reveals}, told after ${gatherings.revealed}`,
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function endings(ended: Readonly<Record<string, number>>): string {
  const parts = Object.entries(ended).map(([because, count]) => `${because} ${count}`);
  return parts.length > 0 ? `; ended: ${parts.join(', ')}` : '';
}
