import { cohenKappa, type KappaWeights, proportion, raterAgreement, wilson } from "@osteon/stats";
import { effect } from "../comparisons/effects.ts";
import { rText, rVector } from "../in-r/r-words.ts";
import { Refusal } from "../refusal.ts";
import { plain, pText } from "../shown/number-text.ts";
import { lostOf, reasonLines } from "../shown/reasons.ts";
import { effectsTable, limitsText, share, textTable } from "../shown/shown-tables.ts";
import { shownNumbers } from "../survival/survival-choices.ts";
import { type CoefficientShown, coefficient } from "./coefficient.ts";
import type { AgreementAsked, Ratings } from "./ratings.ts";

/** Kappa of two raters, weighted where the categories have an order, and of any number. */
export function categoryAgreement(ratings: Ratings, { weighting, level }: AgreementAsked) {
  const { texts = [], categories, raters, count, ordered } = ratings;
  const places = texts.map((row) => row.map((value) => (value === null ? null : categories.indexOf(value))));
  const repeated = places.flatMap((row, i) => Array.from({ length: count?.[i] ?? 1 }, () => row));
  const several = raterAgreement(repeated, categories.length, level);
  const two = raters.length === 2;
  const table = categories.map(() => categories.map(() => 0));
  if (two)
    for (const [x, y] of repeated.map(([one, other]) => [one ?? null, other ?? null] as const)) {
      const line = x === null ? undefined : table[x];
      if (line !== undefined && y !== null) line[y] = (line[y] ?? 0) + 1;
    }
  if (!two && weighting !== undefined)
    throw new Refusal("asked", `--weighting is that of Cohen's kappa of two raters; there are ${raters.length}.`);
  if (weighting !== undefined && weighting !== "none" && !ordered)
    throw new Refusal(
      "asked",
      `--weighting ${weighting} needs the order of the categories: say it with --categories ${categories.join(",")}.`,
    );
  const weights: readonly KappaWeights[] =
    weighting !== undefined
      ? [weighting === "none" ? "unweighted" : weighting]
      : ordered && categories.length > 2
        ? ["unweighted", "linear", "quadratic"]
        : ["unweighted"];
  const cohens = two
    ? weights.map((kind) => {
        const { kappa, ...found } = cohenKappa(table, kind, level);
        return coefficient(`Cohen's kappa${kind === "unweighted" ? "" : `, ${kind} weights`}`, {
          ...found,
          value: kappa,
        });
      })
    : [];
  const { fleiss, freeMarginal, observed, subjects, alone } = several;
  const coefficients = [
    ...cohens,
    coefficient("Fleiss' kappa", { ...fleiss, value: fleiss.kappa }),
    coefficient("free-marginal kappa", { ...freeMarginal, value: freeMarginal.kappa }),
  ];
  const equal = table.reduce((sum, line, i) => sum + (line[i] ?? 0), 0);
  const seen = two
    ? effect("observed agreement (Wilson)", { value: proportion(equal, subjects), ...wilson(equal, subjects, level) })
    : undefined;
  const heads = ["", "kappa", `${plain(level * 100)} % limits`, "p"];
  const lines = coefficients.map((own) => [
    own.name,
    plain(own.value),
    limitsText(own),
    own.p === null && isUntested(own) ? "" : pText(own.p),
  ]);
  const words = raters.map((name) => rText(name));
  return {
    numbers: {
      kind: "text",
      categories,
      n: subjects,
      missing: alone,
      ...(two && { counts: table }),
      observed: seen ?? shownNumbers({ value: observed }),
      coefficients,
    },
    tables: [
      ...(two
        ? [
            textTable(
              "counts",
              `${raters[0]} in rows, ${raters[1]} in columns`,
              ["", ...categories],
              table.map((line, i) => [categories[i] ?? "", ...line.map((n) => plain(n))]),
            ),
          ]
        : [usedTable(ratings, repeated)]),
      textTable("agreement", `Agreement, ${plain(subjects)} rated by more than one`, heads, lines),
      ...(seen === undefined ? [] : effectsTable([seen], level)),
    ],
    notes: [
      ...(two ? [] : [`Observed agreement of two ratings: ${observed.estimable ? plain(observed.value) : "NA"}.`]),
      ...(alone > 0 ? [`${plain(alone)} with one rating or none left out.`] : []),
      ...(fleiss.kappa.estimable && !fleiss.p.estimable
        ? ["Fleiss' kappa has no p here: its test asks for as many ratings of each subject."]
        : []),
      ...(two && !ordered && categories.length > 2
        ? ["Weighted kappa needs the order of the categories: say it with --categories."]
        : []),
      `Chance of the free-marginal kappa: ${plain(categories.length)} categories${ordered ? "" : ", those that somebody used; --categories names others"}.`,
      ...reasonLines(coefficients.flatMap((own) => lostOf(own.name, withoutUntested(own)))),
    ],
    r: [
      ...(two
        ? weights.map((kind) =>
            kind === "unweighted"
              ? "vcd::Kappa(table(m[[1]], m[[2]]))"
              : `vcd::Kappa(table(m[[1]], m[[2]]), weights = "${kind === "linear" ? "Equal-Spacing" : "Fleiss-Cohen"}")`,
          )
        : []),
      `irr::kappam.fleiss(m); irrCAC::fleiss.kappa.raw(m) # ${words.join(", ")}`,
      `irrCAC::bp.coeff.raw(m, categ.labels = ${rVector(categories)})`,
    ],
  };
}

/** How often each rater used each category. */
function usedTable({ raters, categories }: Ratings, rows: readonly (readonly (number | null)[])[]) {
  return textTable(
    "used",
    "Categories as the raters used them",
    ["", ...raters],
    categories.map((name, k) => [
      name,
      ...raters.map((_, j) => {
        const rated = rows.filter((row) => (row[j] ?? null) !== null);
        const own = rated.filter((row) => row[j] === k).length;
        return share(own, rated.length === 0 ? null : (100 * own) / rated.length);
      }),
    ]),
  );
}

/** The free-marginal kappa has no test, which is nothing to be explained. */
const isUntested = ({ because }: CoefficientShown): boolean => because?.p === "no-method";

function withoutUntested(own: CoefficientShown): CoefficientShown {
  if (!isUntested(own)) return own;
  const { p: _, because: { p: __, ...because } = {}, ...rest } = own;
  return { ...rest, ...(Object.keys(because).length > 0 && { because }) } as CoefficientShown;
}
