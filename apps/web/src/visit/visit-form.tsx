import { type Chart, encounters, type ToldEncounter, type WhatStands } from "@osteon/api";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { ApiProblem } from "../api/request.ts";
import { useGet } from "../api/use-get.ts";
import { tableNamed, useRegistryBook } from "../book/registry-book.ts";
import { cellsOf } from "../entry/typed-cells.ts";
import { UnlessKept } from "../frame/unless-kept.tsx";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ClinicalSection } from "./clinical-section.tsx";
import { isDay } from "./day-before.ts";
import { DrugsSection } from "./drugs-section.tsx";
import { EffectsSection } from "./effects-section.tsx";
import { changesComplete, encounterOf, typedOf } from "./encounter-of.ts";
import { FieldOfRow } from "./field-of-row.tsx";
import { goToPlace } from "./go-through.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import { LaboratorySection } from "./laboratory-section.tsx";
import { MriSection } from "./mri-section.tsx";
import { NextSection } from "./next-section.tsx";
import { ProblemList } from "./problem-list.tsx";
import { QuestionsSection } from "./questions-section.tsx";
import { REASON_WORDS } from "./reason-words.ts";
import { useVisitEditor } from "./use-visit-editor.ts";
import { useVisitKeys } from "./use-visit-keys.ts";
import { VisitBar } from "./visit-bar.tsx";
import { VisitBeside } from "./visit-beside.tsx";
import { checkVisit, type PlacedProblem } from "./visit-checks.ts";
import { VisitConflicts } from "./visit-conflicts.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { NO_VISIT, withDay } from "./visit-state.ts";
import { readRowsOf, rowsThatStand, visitStateOf } from "./visit-state-of.ts";
import { VISIT_WORDS } from "./visit-words.ts";

interface Parts {
  readonly chart: Chart;
  /** What stands before the visit; of one that is changed with its rows. */
  readonly told: WhatStands | ToldEncounter;
  readonly readOnly: boolean;
  readonly keys: boolean;
  readonly onKeys: (open: boolean) => void;
  readonly onSaved: (visit: string) => void;
  readonly onDiscarded: () => void;
}

/** The page of one visit: its parts, what is wrong, where it is kept, and one save for all of it. */
export function VisitForm({ chart, told, readOnly, keys, onKeys, onSaved, onDiscarded }: Parts) {
  const says = useWords(VISIT_WORDS);
  const reasons = useWords(REASON_WORDS);
  const language = useLanguage();
  const format = useFormat();
  const words = useBook();
  const book = useRegistryBook();
  const { centre, patient } = chart;
  const encounter = "visit" in told ? told : undefined;
  const [begins] = useState(() => ({
    state: encounter === undefined ? NO_VISIT : visitStateOf(encounter, language),
    read: readRowsOf(encounter === undefined ? [] : rowsThatStand(told, encounter)),
  }));
  const editor = useVisitEditor({ centre, patient, visit: encounter?.visit.key, begins, onSaved });
  const { state, read, save, change } = editor;
  const [tried, setTried] = useState(false);
  const [ownReason, setOwnReason] = useState<string>();
  const form = useRef<HTMLDivElement>(null);

  const day = cellsOf(tableNamed("visit"), state.visit.words, language).visited_on ?? "";
  const asked = encounter === undefined && isDay(day) ? { params: { centre, patient }, query: { on: day } } : undefined;
  const standing = useGet(encounters.readStanding, asked, { keep: true }).data ?? told;
  const given = { state, read, analytes: standing.analytes, language, book };
  const outgoing = useMemo(
    () => encounterOf({ state, read, analytes: standing.analytes, language, book, status: "complete" }),
    [state, read, standing.analytes, language, book],
  );
  const checked = useDeferredValue(outgoing);
  const own = useMemo(
    () => checkVisit(checked, chart.rows, { patient, language, book }),
    [checked, chart.rows, patient, language, book],
  );
  const refusal = useMemo(() => refusedOf(save), [save]);
  const problems = [...own, ...refusal.filter((one) => !own.some((other) => isSame(one, other)))];
  const isTyped = ({ place, problem }: PlacedProblem): boolean =>
    place !== "visit" || (state.visit.words[problem.where.column ?? ""] ?? "").trim() !== "";
  const shown = problems.filter((one) => tried || isTyped(one));
  const refused = tried ? problems.filter(({ problem }) => problem.severity === "refused") : [];
  const problemsAt = (place: string) => shown.filter((one) => one.place === place).map(({ problem }) => problem);

  const needsReason = changesComplete(outgoing, read);
  const onlyDrugs =
    encounter?.visit.status !== "complete" &&
    [...outgoing.rows].every(({ key, place }) => key === undefined || place.startsWith("drugs/"));
  const drugName = (key: string) => words.cell("treatment", "drug", read[`treatment/${key}`]?.cells.drug ?? "");
  const proposed = onlyDrugs
    ? reasons.atVisit(
        format.date(day),
        Object.entries(state.drugs)
          .map(([key, { kind }]) => reasons[kind](drugName(key)))
          .join(", "),
      )
    : "";
  const reason = ownReason ?? proposed;
  const complete = () => {
    setTried(true);
    const wrong = problems.filter(
      ({ problem }) => problem.severity === "refused" && !refusal.some((one) => one.problem === problem),
    );
    const [first] = wrong;
    if (first !== undefined) {
      goToPlace(first.place, first.problem.where.column);
      return;
    }
    if (needsReason && reason.trim() === "") {
      form.current?.querySelector<HTMLElement>(".reason input")?.focus();
      return;
    }
    editor.send(outgoing, "complete", needsReason ? reason.trim() : "");
  };
  const draft = () => editor.send(encounterOf({ ...given, status: "draft" }), "draft", "");
  useVisitKeys(form, { complete, help: () => onKeys(true) });
  useEffect(() => {
    if (encounter === undefined && !readOnly)
      form.current?.querySelector<HTMLElement>("[data-field=visited_on] input")?.focus();
  }, [encounter, readOnly]);
  useEffect(() => {
    if (refusal.length === 0) return;
    setTried(true);
    const [first] = refusal;
    if (first !== undefined) goToPlace(first.place, first.problem.where.column);
  }, [refusal]);

  const parts: VisitParts = { state, read, chart, standing, day, readOnly, change, problemsAt };
  return (
    <div ref={form} className="visit-form" data-visit-form>
      <VisitConflicts editor={editor} chart={chart} />
      {save.kind === "elsewhere" ? (
        <div className="notice warn row between" role="alert">
          <p>{says.elsewhere}</p>
          <span className="row">
            <button type="button" className="primary" onClick={onDiscarded}>
              {says.seeSaved}
            </button>
            <button type="button" onClick={() => change((before) => before)}>
              {says.keepHere}
            </button>
          </span>
        </div>
      ) : null}
      <ProblemList problems={refused} chart={chart} state={state} />
      <div className="visit-page">
        <div className="stack visit-main">
          <section className="panel visit-day" data-section="day" aria-label={says.day}>
            <FieldOfRow
              table="visit"
              place="visit"
              name="visited_on"
              words={state.visit.words}
              chart={chart}
              problems={problemsAt("visit")}
              readOnly={readOnly}
              onType={(typed) => change((before) => withDay(before, typed))}
            />
          </section>
          <ClinicalSection {...parts} />
          <UnlessKept centre={centre} of={["laboratory"]} title={says.laboratory}>
            <LaboratorySection {...parts} />
          </UnlessKept>
          <UnlessKept centre={centre} of={["treatment"]} title={says.drugs}>
            <DrugsSection {...parts} />
          </UnlessKept>
          <UnlessKept centre={centre} of={["adverse_effect"]} title={says.effects}>
            <EffectsSection {...parts} />
          </UnlessKept>
          <UnlessKept centre={centre} of={["imaging", "lesion", "lesion_observation"]} title={says.mri}>
            <MriSection {...parts} />
          </UnlessKept>
          <QuestionsSection {...parts} />
          <NextSection {...parts} />
        </div>
        <VisitBeside
          chart={chart}
          visit={encounter?.visit}
          present={isDay(day) ? typedOf(checked, encounter?.visit.key) : undefined}
        />
      </div>
      {readOnly ? null : (
        <VisitBar
          editor={editor}
          chart={chart}
          isComplete={encounter?.visit.status === "complete"}
          needsReason={needsReason}
          reason={reason}
          onReason={setOwnReason}
          onComplete={complete}
          onDraft={draft}
          onDiscard={() => {
            editor.discard();
            onDiscarded();
          }}
        />
      )}
      <KeysDialog open={keys} onClose={() => onKeys(false)} />
    </div>
  );
}

/** What the registry refused, at the places of the page. */
function refusedOf(save: ReturnType<typeof useVisitEditor>["save"]): readonly PlacedProblem[] {
  if (save.kind !== "refused" || !(save.error instanceof ApiProblem) || save.error.status !== 422) return [];
  const { places } = save;
  return encounters.refusalsIn(save.error.body).map(({ at, ...problem }) => ({
    place: at === undefined || at === "visit" ? "visit" : (places[at] ?? "visit"),
    problem,
  }));
}

const isSame = (one: PlacedProblem, other: PlacedProblem): boolean =>
  one.place === other.place &&
  one.problem.code === other.problem.code &&
  one.problem.where.column === other.problem.where.column;
