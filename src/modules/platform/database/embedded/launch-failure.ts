/** Why a server that was just started ended at once, as far as trying again can help. */
export type LaunchFailure = 'already-running' | 'orphans' | 'port-taken' | 'other';

const signs: [LaunchFailure, RegExp][] = [
  ['already-running', /lock file "postmaster\.pid" (already exists|is empty)|could not (create|open|read) lock file "postmaster\.pid"/],
  ['orphans', /pre-existing shared memory block/],
  ['port-taken', /could not bind IPv4|could not create any TCP\/IP sockets/],
];

/** Reads the reason from what the server wrote to its log; its messages are always English (LC_MESSAGES=C). */
export function classifyLaunchFailure(log: string): LaunchFailure {
  return signs.find(([, sign]) => sign.test(log))?.[0] ?? 'other';
}
