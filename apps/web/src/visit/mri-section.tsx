import { keyOf } from "@osteon/codebook";
import { tableNamed } from "../book/registry-book.ts";
import { useBook } from "../words/codebook-words.ts";
import { useFormat } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { useDayWords } from "./drugs-section.tsx";
import { FieldOfRow } from "./field-of-row.tsx";
import { More } from "./more.tsx";
import { MRI_WORDS } from "./more-words.ts";
import { MriLesions } from "./mri-lesions.tsx";
import { allAsBefore, beginMri, dropMri } from "./mri-state.ts";
import { Section } from "./section.tsx";
import type { VisitParts } from "./visit-parts.ts";
import { VISIT_WORDS } from "./visit-words.ts";

const FIRST = ["imaged_on", "modality"] as const;

/** An examination since the last visit: all as before, or what changed, on the skeleton. */
export function MriSection(parts: VisitParts) {
  const { state, standing, chart, day, readOnly, change, problemsAt } = parts;
  const says = useWords(MRI_WORDS);
  const visit = useWords(VISIT_WORDS);
  const book = useBook();
  const format = useFormat();
  const dayWords = useDayWords(day);
  const { mri } = state;
  const last = standing.imaging;
  const told =
    last === null
      ? undefined
      : says.last(book.cell("imaging", "modality", last.cells.modality ?? ""), format.date(last.cells.imaged_on));
  const type = (typed: Readonly<Record<string, string>>) =>
    change((before) =>
      before.mri === undefined
        ? before
        : { ...before, mri: { ...before.mri, words: { ...before.mri.words, ...typed } } },
    );
  const open = standing.lesions.filter(
    ({ row, asBefore }) => asBefore !== null && (mri?.seen[row.key]?.words.state ?? "") === "",
  );
  const table = tableNamed("imaging");
  const rest = table.fields.filter(
    ({ name }) => name !== keyOf(table).name && name !== "patient" && !FIRST.some((one) => one === name),
  );
  const field = (name: string) => (
    <FieldOfRow
      key={name}
      table="imaging"
      place="mri"
      name={name}
      words={
        mri === undefined
          ? {}
          : name === "imaged_on" && (mri.words.imaged_on ?? "") === ""
            ? { ...mri.words, imaged_on: dayWords }
            : mri.words
      }
      problems={problemsAt("mri")}
      {...{ chart, readOnly }}
      onType={(typed) => type({ [name]: typed })}
    />
  );
  return (
    <Section
      name="mri"
      title={visit.mri}
      told={told}
      actions={
        mri === undefined || readOnly ? undefined : (
          <button type="button" className="quiet" onClick={() => change(dropMri, readsOf(parts))}>
            {says.removed}
          </button>
        )
      }
    >
      {mri === undefined ? (
        <div className="row">
          {standing.lesions.length === 0 ? null : (
            <button
              type="button"
              data-step="mri"
              disabled={readOnly}
              onClick={() => change((before) => allAsBefore(before, standing))}
            >
              {says.asBefore}
            </button>
          )}
          <button
            type="button"
            data-step="mri"
            disabled={readOnly}
            onClick={() => change((before) => beginMri(before, standing))}
          >
            {says.begin}
          </button>
          <span className="quiet-text">{says.none}</span>
        </div>
      ) : (
        <>
          <div className="visit-fields">{FIRST.map(field)}</div>
          <More title={says.more} isSaid={rest.some(({ name }) => (mri.words[name] ?? "") !== "")}>
            <div className="visit-fields">{rest.map(({ name }) => field(name))}</div>
          </More>
          <MriLesions {...parts} mri={mri} />
          {readOnly || open.length === 0 ? null : (
            <p>
              <button type="button" onClick={() => change((before) => allAsBefore(before, standing))}>
                {says.asBeforeRest(open.length)}
              </button>
            </p>
          )}
        </>
      )}
    </Section>
  );
}

const readsOf = ({ read }: VisitParts) => Object.values(read);
