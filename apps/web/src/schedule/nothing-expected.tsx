import { centresOf, useMe } from "../api/me.ts";
import { RowLink } from "../design/row-link.tsx";
import { Empty } from "../design/told.tsx";
import { useWords } from "../words/words.ts";
import { SCHEDULE_WORDS } from "./schedule-words.ts";

/** Why no visit is expected, and what would change that. */
export function NothingExpected({ asOf }: { readonly asOf: string | undefined }) {
  const says = useWords(SCHEDULE_WORDS);
  const [centre] = centresOf(useMe(), "chart write");
  return (
    <Empty says={asOf === undefined ? says.noVisits : says.noCounts}>
      {centre !== undefined ? (
        <p>
          <RowLink centre={centre} patient="new" table="patient" row="new" className="button">
            {says.enter}
          </RowLink>
        </p>
      ) : null}
    </Empty>
  );
}
