import type { Problem } from "@osteon/codebook";
import type { Sentences } from "@osteon/words";
import type { ReactNode } from "react";
import { ApiProblem, BrokenAnswer, Unreachable } from "../api/request.ts";
import { toldProblem } from "../words/told-problem.ts";
import { bilingual, useLanguage, useWords } from "../words/words.ts";

const WORDS = bilingual({
  waiting: ["Reading …", "Wird gelesen …"],
  unreachable: [
    "Not reachable now: the registry does not answer. What you typed is safe on this device; it is tried again by itself.",
    "Jetzt nicht erreichbar: Das Register antwortet nicht. Ihre Eingaben sind auf diesem Gerät sicher; es wird von selbst weiter versucht.",
  ],
  broken: [
    "The answer of the registry broke off on its way. What you typed is safe on this device; it is tried again by itself, and nothing is written twice.",
    "Die Antwort des Registers ist unterwegs abgebrochen. Ihre Eingaben sind auf diesem Gerät sicher; es wird von selbst weiter versucht, und nichts wird doppelt geschrieben.",
  ],
  failed: ["That did not work.", "Das hat nicht geklappt."],
});

/** While something is read; it keeps its height, so that nothing jumps. */
export function Waiting() {
  const says = useWords(WORDS);
  return (
    <div className="waiting" role="status">
      {says.waiting}
    </div>
  );
}

/** There is nothing, and what could be done about it. */
export function Empty({ says, children }: { readonly says: string; readonly children?: ReactNode }) {
  return (
    <div className="waiting">
      <div className="stack">
        <p>{says}</p>
        {children}
      </div>
    </div>
  );
}

/** Problems in the language of the page. */
export function useProblemWords(): (problem: Problem) => Sentences {
  const language = useLanguage();
  return (problem) => toldProblem(problem, language);
}

/** What went wrong, where, and how to mend it. Draws nothing where nothing did. */
export function Problems({ error }: { readonly error: unknown }) {
  const says = useWords(WORDS);
  const inWords = useProblemWords();
  if (error === null || error === undefined) return null;
  if (error instanceof Unreachable)
    return (
      <p className="notice warn" role="alert">
        {error instanceof BrokenAnswer ? says.broken : says.unreachable}
      </p>
    );
  const problems = error instanceof ApiProblem ? error.problems : [];
  return (
    <div className="notice bad" role="alert">
      {problems.length === 0 ? says.failed : null}
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.where.column ?? ""} ${problem.where.row ?? ""}`}>
          {inWords(problem).says} <span className="quiet-text">{inWords(problem).fix}</span>
        </p>
      ))}
    </div>
  );
}
