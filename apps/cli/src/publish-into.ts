import type { Results } from "@osteon/estimate";
import type { Study } from "./study.ts";
export async function publishInto(
  _study: Study,
  _results: Results,
  _directory: string,
  _queries: number,
): Promise<void> {}
