import { readFileSync, writeFileSync } from "node:fs";

/** Forgets the peak so far, so that each stage has its own. Linux only; elsewhere the peak stays that of the process. */
export function forgetPeak(): void {
  if (process.platform === "linux") writeFileSync("/proc/self/clear_refs", "5");
}

/** The largest resident memory since `forgetPeak`, in bytes. */
export function peakMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
  return Number(line?.[1]) * 1024;
}
