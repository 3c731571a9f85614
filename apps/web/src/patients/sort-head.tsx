import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words.ts";
import type { Column } from "./columns.tsx";
import { PATIENTS_WORDS } from "./patients-words.ts";
import { type PatientSearch, sortOf } from "./use-patients.ts";

interface Parts {
  readonly column: Pick<Column, "title" | "sort" | "falling" | "number">;
  readonly filter: PatientSearch;
}

/** The head of a column; chosen it sorts the list by it, and chosen again the other way round. The order is a part of the address. */
export function SortHead({ column: { title, sort, falling = false, number }, filter }: Parts) {
  const says = useWords(PATIENTS_WORDS);
  const className = number ? "number" : "";
  if (sort === undefined)
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  const now = sortOf(filter);
  const isNow = now.by === sort;
  const wanted = (isNow ? !now.falling : falling) ? `-${sort}` : sort;
  const order = isNow ? (now.falling ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" className={className} {...(order === undefined ? {} : { "aria-sort": order })}>
      <Link
        to="."
        replace
        search={{ ...filter, sort: wanted === "patient" ? undefined : wanted }}
        className="sort"
        activeProps={{}}
        title={says.sortBy(title)}
      >
        {title}
        <span className="sort-mark" aria-hidden="true">
          {order === undefined ? "↕" : now.falling ? "↓" : "↑"}
        </span>
      </Link>
    </th>
  );
}
