import { type AgreementAnalysis, levelsOf, type Protocol, type RankingAnalysis, type YesNo } from "@osteon/protocol";
import type { Calls } from "./plain-calls.ts";
import { vector } from "./r-rows.ts";

/** Rows of which a yes or no is known, as a vector of R. */
const knownInR = ({ column, unknown }: Omit<YesNo, "values">): string =>
  unknown.length === 0
    ? `!is.na(rows$${column})`
    : `!is.na(rows$${column}) & !(rows$${column} %in% ${vector(unknown)})`;

const yesInR = ({ column, values }: Omit<YesNo, "unknown">): string => `rows$${column} %in% ${vector(values)}`;

/** Kappa by its definition, with the error of Fleiss, Cohen and Everitt: what vcd::Kappa answers, in base R. */
export function agreementCalls({ first, second }: AgreementAnalysis): Calls {
  const error =
    "sqrt(sum(diag(p) * (1 - (r + s) * (1 - k))^2) + (1 - k)^2 * sum((p * outer(s, r, `+`)^2)[row(p) != col(p)]) - (k - e * (1 - k))^2) / ((1 - e) * sqrt(sum(m)))";
  return {
    begins: [
      `known <- ${knownInR(first)} & ${knownInR(second)}`,
      `first <- (${yesInR(first)})[known]`,
      `second <- (${yesInR(second)})[known]`,
      "m <- table(factor(first, c(TRUE, FALSE)), factor(second, c(TRUE, FALSE)))",
      "p <- m / sum(m); r <- rowSums(p); s <- colSums(p); e <- sum(r * s); k <- if (min(r, s) > 0) (sum(diag(p)) - e) / (1 - e) else NA",
    ],
    answers: {
      N: "sum(known)",
      "both-yes": "sum(first & second)",
      "first-only": "sum(first & !second)",
      "second-only": "sum(!first & second)",
      "both-no": "sum(!first & !second)",
      missing: "sum(!known)",
      agreed: "100 * sum(diag(m)) / sum(m)",
      kappa: "k",
      "kappa-lower": `max(-1, k - qnorm(0.975) * ${error})`,
      "kappa-upper": `min(1, k + qnorm(0.975) * ${error})`,
    },
  };
}

/** What is asked of a definition and one of its groups; R reads the rows of all of them. */
export function rankingCalls(analysis: RankingAnalysis, protocol: Protocol, resultGroup: string): Calls {
  const { by, against, atLeast } = analysis;
  const [definitions, groups] = by;
  const [definition = "", group = ""] = resultGroup.split("/");
  const names = vector(levelsOf(protocol, groups.levels));
  const own = `share("${definition}")`;
  return {
    begins: [
      `rows <- rows[${knownInR(analysis)}, ]`,
      "share <- function(definition) {",
      `  own <- rows[rows$${definitions.column} == definition, ]`,
      `  of <- factor(own$${groups.column}, ${names})`,
      `  yes <- own$${analysis.column} %in% ${vector(analysis.values)}`,
      `  enough <- table(of) >= ${Math.max(1, atLeast)}`,
      "  tapply(yes, of, mean)[enough]",
      "}",
      `both <- intersect(names(share("${against}")), names(${own}))`,
      `x <- unname(share("${against}")[both]); y <- unname(${own}[both])`,
      "pairs <- lower.tri(diag(length(both)))",
      "order <- (outer(x, x, function(a, b) sign(a - b)) * outer(y, y, function(a, b) sign(a - b)))[pairs]",
      "if (length(both) < 2) order <- NA",
    ],
    answers: {
      place: `unname(rank(-${own}, ties.method = "min")["${group}"])`,
      "groups-placed": `length(${own})`,
      "groups-compared": "length(both)",
      "pairs-same": "sum(order == 1)",
      "pairs-reversed": "sum(order == -1)",
      "pairs-level": "sum(order == 0)",
      tau: 'cor(x, y, method = "kendall")',
    },
  };
}
