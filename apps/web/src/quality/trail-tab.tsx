import { CODEBOOK } from "@osteon/codebook";
import { Link } from "@tanstack/react-router";
import { Panel } from "../design/page.tsx";
import { Empty } from "../design/told.tsx";
import { useBook } from "../words/codebook-words.ts";
import { bilingual, useWords } from "../words/words.ts";
import { FieldStory } from "./field-story.tsx";
import { RowChooser } from "./row-chooser.tsx";
import { type Search, useSearchChange } from "./search.ts";
import { STORY_WORDS } from "./story-words.ts";

const WORDS = bilingual({
  row: ["Row", "Zeile"],
  open: ["Open the row", "Zeile öffnen"],
});

/** The story of one row or field, chosen by child, table and row; the choice stands in the address. */
export function TrailTab({ search }: { readonly search: Search }) {
  const says = useWords(STORY_WORDS);
  const own = useWords(WORDS);
  const book = useBook();
  const change = useSearchChange();
  const { at: centre, patient, table, key, about } = search;
  const known = table !== undefined && isTable(table);
  return (
    <>
      <Panel title={own.row}>
        <RowChooser
          row={{ centre, patient, table: known ? table : undefined, key, field: about }}
          onChoose={(row) =>
            change({ at: row.centre, patient: row.patient, table: row.table, key: row.key, about: row.field })
          }
        />
      </Panel>
      {centre !== undefined && patient !== undefined && known && key !== undefined ? (
        <Panel
          title={`${says.story}: ${about === undefined ? book.one(table) : book.label(table, about)} · ${key}`}
          actions={
            <Link
              to="/centres/$centre/patients/$patient/$table/$key"
              params={{ centre, patient, table, key }}
              className="button quiet"
            >
              {own.open}
            </Link>
          }
        >
          <FieldStory centre={centre} table={table} rowKey={key} {...(about === undefined ? {} : { field: about })} />
        </Panel>
      ) : (
        <Empty says={says.chooseRow} />
      )}
    </>
  );
}

const isTable = (name: string): boolean => CODEBOOK.some((table) => table.name === name);
