const MOST = 10;

/** The ten files of tests that took longest, a line each, with the seconds of cores of their own processes where these are known. */
export function slowestFiles(took: ReadonlyMap<string, number>, spent: ReadonlyMap<string, number>): string {
  const slowest = [...took].sort(([, one], [, other]) => other - one).slice(0, MOST);
  const lines = slowest.map(([file, ms]) => {
    const cpu = spent.get(file)?.toFixed(1) ?? "?";
    return `${(ms / 1000).toFixed(1).padStart(7)} s ${cpu.padStart(6)} CPU s  ${file}`;
  });
  return `The slowest files of ${took.size}; CPU without the browser and the PostgreSQL that all share:\n${lines.join("\n")}\n`;
}
