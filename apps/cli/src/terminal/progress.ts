import type { Progress } from "@osteon/run";
import { Presets, SingleBar } from "cli-progress";

/** A bar on standard error while it is a terminal; nothing elsewhere, so that logs and pipes stay clean. */
export function progressBar(title: string): Progress {
  if (process.stderr.isTTY !== true) return { step: () => {}, end: () => {} };
  const bar = new SingleBar(
    {
      format: `${title.padEnd(10)} {bar} {percentage}% · {name}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  bar.start(1, 0, { name: "" });
  return {
    step: (done, of, name) => {
      bar.setTotal(of);
      bar.update(done, { name });
    },
    end: () => bar.stop(),
  };
}
