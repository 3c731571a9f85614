import { useBook } from "../words/codebook-words.ts";
import { useWords } from "../words/words.ts";
import type { ValueMap } from "./csv-file.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import type { StrangeColumn } from "./values.ts";

interface Parts {
  readonly columns: readonly StrangeColumn[];
  readonly values: ValueMap;
  readonly onMean: (place: number, value: string, code: string) => void;
}

/** What each value of a column means, where the codebook writes it otherwise. */
export function ValueMapping({ columns, values, onMean }: Parts) {
  const says = useWords(IMPORT_WORDS);
  const book = useBook();
  return (
    <>
      <p className="quiet-text">{says.valuesAbout}</p>
      <table className="table import-values">
        <thead>
          <tr>
            <th scope="col">{says.inFile}</th>
            <th scope="col">{says.fileValue}</th>
            <th scope="col">{says.means}</th>
          </tr>
        </thead>
        <tbody>
          {columns.flatMap(({ place, header, table, field, codes, values: strange }) =>
            strange.map((value) => (
              <tr key={`${place} ${value}`}>
                <td translate="no">{header}</td>
                <th scope="row" className="mono">
                  {value}
                </th>
                <td>
                  <select
                    aria-label={says.meansOf(header, value)}
                    value={values.get(place)?.get(value) ?? ""}
                    onChange={(event) => onMean(place, value, event.target.value)}
                  >
                    <option value="">{says.asItIs}</option>
                    {codes.map((code) => (
                      <option key={code} value={code}>
                        {book.cell(table, field, code)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  );
}
