import type { Problem } from "@osteon/codebook";
import { EXIT, Stop } from "@osteon/run";
import {
  blandAltman,
  cohenKappa,
  type Estimate,
  type IntraclassForm,
  intraclassCorrelation,
  type KappaWeights,
  proportion,
  raterAgreement,
  wilson,
} from "@osteon/stats";
import { columnNamed } from "../data-analysis/columns.ts";
import { lostOf, reasonLines } from "../data-analysis/reasons.ts";
import type { ChosenRows } from "../data-analysis/rows-where.ts";
import { type Shown, shownNumbers } from "../data-analysis/survival-choices.ts";
import type { DataAnswer } from "../data-options/answer.ts";
import { rName, rText, rVector } from "../data-options/r-words.ts";
import { rowsInR } from "../data-options/rows-in-r.ts";
import { plain, pText } from "../terminal/text-table.ts";
import { type EffectShown, effect } from "./effects.ts";
import { ICC_FORMS, icc, iccForms } from "./icc-forms.ts";
import { type AgreementOptions, type Ratings, ratingsOf } from "./ratings.ts";
import { effectsTable, limitsText, share, textTable } from "./shown-tables.ts";

/** A coefficient of agreement. */
export interface CoefficientShown extends Shown<"value" | "lower" | "upper" | "p"> {
  readonly name: string;
}

const coefficient = (
  name: string,
  { value, lower, upper, p }: Readonly<Record<"value" | "lower" | "upper" | "p", Estimate>>,
): CoefficientShown => ({ name, ...shownNumbers({ value, lower, upper, p }) });

/** `osteon agreement`: how far raters, or methods, agree; on categories by kappa, on numbers by intraclass correlation. */
export function agreementAnswer(
  rows: ChosenRows,
  options: AgreementOptions,
  _written: (option: string) => boolean,
  problems: Problem[],
): DataAnswer {
  const { data } = rows;
  const ratings = ratingsOf(data, options, problems);
  const categorical = ratings.texts !== undefined;
  if (categorical && options.form !== undefined)
    throw new Stop(EXIT.usage, "--form is that of an intraclass correlation, and the ratings are categories.");
  if (!categorical && options.weighting !== undefined)
    throw new Stop(
      EXIT.usage,
      "--weighting is that of kappa, and the ratings are numbers (--factor makes them categories).",
    );
  const part = categorical ? kappas(ratings, options) : numbers(ratings, options);
  const title = `Agreement of ${ratings.raters.join(", ")}`;
  return {
    name: "agreement",
    title,
    tables: part.tables,
    notes: [...part.notes, ...rows.notes],
    json: { raters: ratings.raters, ...part.json, notes: [...part.notes, ...rows.notes] },
    r: `${[...rowsInR(rows, options.count === undefined ? undefined : columnNamed(data, options.count).name), ...matrixInR(ratings, options), ...part.r].join("\n")}\n`,
  };
}

/** Subjects in rows, raters in columns. */
function matrixInR(
  { raters, texts, categories }: Ratings,
  { value, subject, rater }: AgreementOptions,
): readonly string[] {
  const matrix =
    value === undefined
      ? `m <- d[, ${rVector(raters)}]`
      : `m <- as.data.frame.matrix(tapply(d$${rName(value)}, list(d$${rName(subject ?? "")}, d$${rName(rater ?? "")}), function(x) as.character(x[1])))`;
  const kind = texts === undefined ? "as.numeric" : `factor, levels = ${rVector(categories)}`;
  return [matrix, `m[] <- lapply(m, ${kind})`];
}

function kappas(ratings: Ratings, { weighting, level }: AgreementOptions) {
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
    throw new Stop(EXIT.usage, `--weighting is that of Cohen's kappa of two raters; there are ${raters.length}.`);
  if (weighting !== undefined && weighting !== "none" && !ordered)
    throw new Stop(
      EXIT.usage,
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
    json: {
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

function numbers({ raters, numbers: rows = [], count }: Ratings, { form, level }: AgreementOptions) {
  const repeated = rows.flatMap((row, i) => Array.from({ length: count?.[i] ?? 1 }, () => row));
  const forms: readonly IntraclassForm[] = iccForms(form);
  const found = forms.map((own) => intraclassCorrelation(repeated, own, level));
  const coefficients = forms.map((own, i) => ({
    form: own,
    ...coefficient(icc(own), found[i] as (typeof found)[number]),
  }));
  const [first] = found;
  const two = raters.length === 2;
  const bland = two
    ? blandAltman(
        rows.map(([x = null, y = null], i) => ({ x, y, n: count?.[i] ?? 1 })),
        level,
      )
    : undefined;
  const differences: readonly EffectShown[] =
    bland === undefined
      ? []
      : [
          effect(`bias, ${raters[0]} - ${raters[1]}`, bland.bias),
          effect("lower limit of agreement", bland.lowerLimit),
          effect("upper limit of agreement", bland.upperLimit),
        ];
  const heads = ["", "estimate", `${plain(level * 100)} % limits`, "F", "p"];
  const subjects = first?.subjects ?? 0;
  const incomplete = first?.incomplete ?? 0;
  const f = (i: number) => {
    const own = found[i];
    return own?.f.estimable ? `${plain(own.f.value)} on ${own.df.join(" and ")} df` : "NA";
  };
  return {
    json: {
      kind: "number",
      n: subjects,
      missing: incomplete,
      coefficients,
      ...(bland && { blandAltman: { ...shownNumbers({ sd: bland.sd }), differences } }),
    },
    tables: [
      textTable(
        "icc",
        `Intraclass correlation, ${plain(subjects)} rated by ${raters.length}`,
        heads,
        coefficients.map((own, i) => [own.name, plain(own.value), limitsText(own), f(i), pText(own.p)]),
      ),
      ...effectsTable(differences, level, "Limits of agreement (Bland and Altman)"),
    ],
    notes: [
      ...(incomplete > 0 ? [`${plain(incomplete)} without a rating of each left out.`] : []),
      ...reasonLines([
        ...coefficients.flatMap((own) => lostOf(own.name, own)),
        ...differences.flatMap((own) => lostOf(`the ${own.name}`, own)),
      ]),
    ],
    r: [
      "m <- m[complete.cases(m), ]",
      `psych::ICC(m, lmer = FALSE, alpha = ${plain(1 - level)}) # ${forms.join(", ")}`,
      ...forms.map((own) => ICC_FORMS[own].r),
      ...(two ? ["BlandAltmanLeh::bland.altman.stats(m[[1]], m[[2]])"] : []),
    ],
  };
}
