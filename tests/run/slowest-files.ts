const MOST = 10;

/** The ten files of tests that took longest, a line each. */
export function slowestFiles(took: ReadonlyMap<string, number>): string {
  const slowest = [...took].sort(([, one], [, other]) => other - one).slice(0, MOST);
  const lines = slowest.map(([file, ms]) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
  return `The slowest files of ${took.size}:\n${lines.join("\n")}\n`;
}
