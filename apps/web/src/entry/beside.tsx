import type { Chart } from "@osteon/api";
import { DeleteRow } from "./delete-row.tsx";
import { PresentDrugs } from "./present-drugs.tsx";
import { RowQueries } from "./row-queries.tsx";
import { RowTrail } from "./row-trail.tsx";
import { VisitSignatures } from "./visit-signatures.tsx";

interface Parts {
  readonly table: string;
  readonly rowKey: string;
  readonly chart: Chart | undefined;
}

/** What belongs to a row beside its form: drugs at a visit, signatures, queries, its story. */
export function Beside({ table, rowKey, chart }: Parts) {
  if (chart === undefined) return null;
  const row = chart.rows.find((one) => one.table === table && one.key === rowKey);
  return (
    <aside className="stack entry-beside">
      {table === "visit" ? <PresentDrugs chart={chart} visit={row} /> : null}
      {table === "visit" && row?.status === "complete" ? <VisitSignatures chart={chart} visit={row} /> : null}
      {row === undefined ? null : (
        <>
          <RowQueries chart={chart} row={row} />
          <RowTrail row={row} />
          <DeleteRow chart={chart} row={row} />
        </>
      )}
    </aside>
  );
}
