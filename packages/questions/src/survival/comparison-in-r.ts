import type { ComparisonFamily } from "@osteon/stats";
import type { SurvivalChoices } from "./survival-choices.ts";
import type { InR } from "./survival-in-r.ts";
import type { SurvivalVariables } from "./survival-variables.ts";

/** What survdiff has no form for: other weights, delayed entry. Observed, expected and covariance, summed over strata. */
const LOG_RANK = `log_rank <- function(d, weight) {
  start <- if (is.null(d$.start)) rep(-Inf, nrow(d)) else d$.start
  stratum <- if (is.null(d$.stratum)) rep(1, nrow(d)) else d$.stratum
  keep <- complete.cases(d$.time, d$.event, d$.group, start, stratum)
  g <- droplevels(d$.group[keep]); k <- nlevels(g)
  sums <- list(obs = rep(0, k), exp = rep(0, k), var = matrix(0, k, k))
  for (s in unique(stratum[keep])) {
    own <- keep & stratum == s
    kaplan <- 1; peto <- 1
    for (t in sort(unique(d$.time[own & d$.event == 1]))) {
      risk <- own & d$.time >= t & start < t
      r <- tabulate(droplevels(d$.group)[risk], k); died <- tabulate(droplevels(d$.group)[risk & d$.time == t & d$.event == 1], k)
      n <- sum(r); e <- sum(died)
      peto <- peto * (1 - e / (n + 1))
      w <- weight(n, kaplan, peto)
      kaplan <- kaplan * (1 - e / n)
      sums$obs <- sums$obs + w * died; sums$exp <- sums$exp + w * e * r / n
      if (n > 1) sums$var <- sums$var + w^2 * e * (n - e) / (n - 1) * (diag(r / n, k) - tcrossprod(r / n))
    }
  }
  free <- which(sums$exp > 0)[-1]
  difference <- (sums$obs - sums$exp)[free]
  sums$chisq <- sum(difference * solve(sums$var[free, free], difference))
  sums$pvalue <- pchisq(sums$chisq, length(free), lower.tail = FALSE)
  sums
}`;

/** The comparison of the groups, trend and pairs. */
export function comparisonInR(
  variables: SurvivalVariables,
  { family, trend, pairwise, ties }: SurvivalChoices,
  { surv, strata, weights, cluster }: InR,
): readonly string[] {
  const robust = variables.id !== undefined || variables.fractional;
  const plain = family.family === "log-rank" && variables.start === undefined;
  const whole =
    variables.weight !== undefined && !variables.fractional ? ["e <- d[rep(seq_len(nrow(d)), d$.weight), ]"] : [];
  const rows = whole.length > 0 ? "e" : "d";
  const compare = (of: string) =>
    plain ? `survdiff(${surv} ~ .group${strata}, data = ${of})` : `log_rank(${of}, ${weightInR(family)})`;
  return [
    ...(plain ? [] : [LOG_RANK]),
    ...whole,
    ...(robust
      ? [
          `robust <- coxph(${surv} ~ .group${strata}, data = d, ties = "${ties === "breslow" ? "breslow" : "efron"}"${weights}${cluster})`,
          "print(summary(robust)$robscore)",
        ]
      : []),
    ...(variables.fractional
      ? []
      : [
          `comparison <- ${compare(rows)}`,
          plain ? "print(comparison, digits = 8)" : 'print(comparison[c("chisq", "pvalue")])',
        ]),
    ...(trend
      ? [
          "along <- seq_len(nlevels(d$.group))",
          "total <- function(x) if (is.matrix(x)) rowSums(x) else x",
          "z <- sum(along * (total(comparison$obs) - total(comparison$exp))) / sqrt(drop(along %*% comparison$var %*% along))",
          "print(c(z = z, chisq = z^2, p = 2 * pnorm(-abs(z))))",
        ]
      : []),
    ...(pairwise === undefined
      ? []
      : [
          `pairs <- combn(levels(d$.group), 2)`,
          `p <- apply(pairs, 2, function(pair) { own <- ${rows}[${rows}$.group %in% pair, ]; own$.group <- droplevels(own$.group); ${compare("own")}$${plain ? "pvalue" : "pvalue"} })`,
          `print(cbind(t(pairs), p, adjusted = p.adjust(p, "${ADJUSTMENTS[pairwise] ?? pairwise}")), quote = FALSE)`,
        ]),
  ];
}

const ADJUSTMENTS: Readonly<Record<string, string>> = {
  "benjamini-hochberg": "BH",
  "benjamini-yekutieli": "BY",
};

/** The weight of a time: number at risk, Kaplan-Meier just before it, Peto's estimate just after. */
function weightInR(family: ComparisonFamily): string {
  switch (family.family) {
    case "log-rank":
      return "function(n, kaplan, peto) 1";
    case "gehan":
      return "function(n, kaplan, peto) n";
    case "tarone-ware":
      return "function(n, kaplan, peto) sqrt(n)";
    case "peto":
      return "function(n, kaplan, peto) peto";
    case "modified-peto":
      return "function(n, kaplan, peto) peto * n / (n + 1)";
    case "g-rho":
      return `function(n, kaplan, peto) kaplan^${family.rho}`;
    case "fleming-harrington":
      return `function(n, kaplan, peto) kaplan^${family.p} * (1 - kaplan)^${family.q}`;
  }
}
