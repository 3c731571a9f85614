import type { Meanings, Problem } from "@osteon/codebook";
import { useState } from "react";
import { Panel } from "../design/page.tsx";
import { useWords } from "../words/words.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { ValueMapping } from "./value-mapping.tsx";
import { type Meant, meaningOf, meaningsOf, refusedValues, translationOf } from "./values.ts";

interface Parts {
  readonly problems: readonly Problem[];
  readonly before: Meanings;
  readonly onMeant: (meanings: Meanings, translated: string) => void;
}

/** The values of a workbook or archive that are no choice of their field: what each means is chosen once, and the dry run starts again. */
export function MeantValues({ problems, before, onMeant }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const [meant, setMeant] = useState<Meant>({});
  const columns = refusedValues(problems);
  if (columns.length === 0) return null;
  const values = meaningOf(columns, meant);
  const translated = translationOf(columns, values);
  return (
    <Panel title={says.values}>
      <ValueMapping
        columns={columns}
        values={values}
        onMean={(place, value, code) => setMeant((all) => ({ ...all, [`${place} ${value}`]: code }))}
      />
      {translated === "" ? null : (
        <div className="row">
          <button
            type="button"
            className="primary"
            onClick={() => onMeant(meaningsOf(columns, values, before), translated)}
          >
            {says.checkMeant}
          </button>
        </div>
      )}
    </Panel>
  );
}
