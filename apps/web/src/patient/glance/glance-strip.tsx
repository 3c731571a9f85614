import { Link } from "@tanstack/react-router";
import type { ChildName } from "../../api/addresses.ts";
import { keyed } from "../../design/keyed.ts";
import { RowLink } from "../../design/row-link.tsx";
import { useWords } from "../../words/words.ts";
import { GLANCE_WORDS } from "./glance-words.ts";
import type { GlanceItem, GlanceLine } from "./use-glance.ts";
import "./glance.css";

interface Parts extends ChildName {
  readonly items: readonly GlanceItem[];
}

/** A child in one line; every item leads to where it comes from. */
export function GlanceStrip({ centre, patient, items }: Parts) {
  const says = useWords(GLANCE_WORDS);
  return (
    <section className="panel glance" aria-label={says.title}>
      <dl>
        {items.map(({ name, label, lines }) => (
          <div key={name} className={`glance-${name}`}>
            <dt>{label}</dt>
            {keyed(lines, ({ says: words }) => words).map(({ key, item }) => (
              <dd key={key}>
                <Source centre={centre} patient={patient} line={item} />
                {item.more === "" ? null : <span className="glance-more">{item.more}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Source({ centre, patient, line: { from, says, tone } }: ChildName & { readonly line: GlanceLine }) {
  const className = tone === undefined ? "glance-value" : `glance-value ${tone}`;
  if ("table" in from)
    return (
      <RowLink centre={centre} patient={patient} table={from.table} row={from.row} className={className}>
        {says}
      </RowLink>
    );
  if (from.part === "chart")
    return (
      <Link
        to="/centres/$centre/patients/$patient"
        params={{ centre, patient }}
        search={{ tab: "chart" }}
        className={className}
      >
        {says}
      </Link>
    );
  return (
    <Link
      to="/centres/$centre/patients/$patient"
      params={{ centre, patient }}
      search={{ tab: "overview" }}
      hash={from.part}
      className={className}
    >
      {says}
    </Link>
  );
}
