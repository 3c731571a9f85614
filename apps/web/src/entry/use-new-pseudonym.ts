import { accounts } from "@osteon/api";
import { type Problem, patternExample, pseudonymFaults } from "@osteon/codebook";
import { useEffect, useMemo, useState } from "react";
import { useGet } from "../api/use-get.ts";
import { useWords } from "../words/words.ts";
import { ENTRY_WORDS } from "./entry-words.ts";
import type { Typed } from "./typed-cells.ts";

interface NewPseudonym {
  /** What speaks against it. */
  readonly problems: readonly Problem[];
  /** The form began without a row: what stands below the field stays, so that nothing moves under the hands. */
  readonly begunNew: boolean;
  /** How the centre writes pseudonyms; none where it has said nothing. */
  readonly hint: string | undefined;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * The pseudonym of a child that is not saved yet. It is final but for a renaming, so the child is held back until the
 * pseudonym fits, is left, and another field is begun.
 */
export function useNewPseudonym(
  isNew: boolean,
  cells: Readonly<Record<string, string>>,
  begins: Typed,
  holdBack: (held: boolean) => void,
): NewPseudonym {
  const says = useWords(ENTRY_WORDS);
  const [focused, setFocused] = useState(false);
  const [begunNew] = useState(isNew);
  const centres = useGet(accounts.listCentres, begunNew ? {} : undefined);
  const pattern = centres.data?.centres.find(({ centre }) => centre === cells.centre)?.pattern ?? undefined;
  const pseudonym = cells.patient ?? "";
  const problems = useMemo(
    () =>
      isNew
        ? pseudonymFaults(pseudonym, pattern).map((fault) => ({
            ...fault,
            where: { column: "patient", value: pseudonym },
          }))
        : NO_PROBLEMS,
    [isNew, pseudonym, pattern],
  );
  const goesOn = Object.entries(cells).some(
    ([name, cell]) => name !== "patient" && cell.trim() !== "" && cell !== (begins[name] ?? ""),
  );
  const held = isNew && (focused || problems.length > 0 || !goesOn || centres.data === undefined);
  useEffect(() => holdBack(held), [held, holdBack]);
  return {
    problems,
    begunNew,
    hint: hintFor(pattern, pseudonym === "" || problems.length === 0 ? says.patternHint : undefined),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
}

/** Where the pattern is broken, the problem tells it already. */
const hintFor = (pattern: string | undefined, says: ((pattern: string, example: string) => string) | undefined) =>
  pattern === undefined ? undefined : (says?.(pattern, patternExample(pattern)) ?? "");

const NO_PROBLEMS: readonly Problem[] = [];
