import type { Pair } from "../language.ts";
import { oneOf } from "./kinds.ts";
import { type ProblemWords, problem } from "./problem.ts";

/** What is said and how it is mended, in both languages. */
export type Saying = Pair<readonly [says: string, fix: string]>;

/** A code that always says the same. */
export const saying = ({ en, de }: Saying): ProblemWords<Record<never, never>> =>
  problem({}, { en: () => ({ says: en[0], fix: en[1] }), de: () => ({ says: de[0], fix: de[1] }) });

/** A code that says one of several things, by the word `what`. */
export const sayings = <const What extends string>(by: Readonly<Record<What, Saying>>) =>
  problem(
    { what: oneOf(...(Object.keys(by) as What[])) },
    {
      en: ({ what }) => ({ says: by[what].en[0], fix: by[what].en[1] }),
      de: ({ what }) => ({ says: by[what].de[0], fix: by[what].de[1] }),
    },
  );
