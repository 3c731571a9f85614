import { cpus } from "node:os";

/** Seconds of a stretch of the run. */
const STRETCH = 10;
/** Below this share a stretch is told: somebody waits there. */
const IDLE = 0.75;

/** Watches how busy the cores of the machine are, whoever keeps them busy: tests that leave a core idle could end sooner. */
export function watchCores(): { told(): string } {
  const begin = spent();
  const idle: string[] = [];
  let last = begin;
  const look = setInterval(() => {
    const now = spent();
    const share = shareOf(last, now);
    const [from, to] = [last, now].map(({ at }) => Math.round((at - begin.at) / 1000));
    if (share < IDLE) idle.push(`${from} to ${to} s: ${percent(share)}`);
    last = now;
  }, STRETCH * 1000).unref();
  return {
    told: () => {
      clearInterval(look);
      const end = spent();
      const seconds = (end.busy - begin.busy) / 1000;
      const all = `The ${cpus().length} cores of this machine were busy for ${percent(shareOf(begin, end))} of the time, ${seconds.toFixed(0)} s in all`;
      return `${all}${idle.length === 0 ? "" : `, least from ${idle.join(", ")}`}.\n`;
    },
  };
}

interface Spent {
  /** Milliseconds of all cores together. */
  readonly busy: number;
  readonly idle: number;
  readonly at: number;
}

function spent(): Spent {
  const times = cpus().map(({ times }) => times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const busy = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, 0);
  return { busy, idle, at: performance.now() };
}

const shareOf = (from: Spent, to: Spent): number =>
  (to.busy - from.busy) / Math.max(1, to.busy - from.busy + to.idle - from.idle);

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
