import type { AgreementAnalysis, YesNo } from "./analysis.ts";

/** The name of the agreement of two results in a family that `agreements` makes. */
export const agreementId = (family: string, first: string, second: string): string => `${family}-${first}-${second}`;

/** Each two of some names, the earlier one first. */
export const pairsOf = (names: readonly string[]): readonly (readonly [first: string, second: string])[] =>
  names.flatMap((first, place) => names.slice(place + 1).map((second) => [first, second] as const));

/** The agreement of each two of any number of yes or no results of the same rows; all are counted in the same `where` and groups. */
export function agreements(
  family: string,
  results: Readonly<Record<string, YesNo & { readonly title: string }>>,
  counted: Pick<AgreementAnalysis, "from" | "where" | "by">,
): Readonly<Record<string, AgreementAnalysis>> {
  const named = (name: string) => {
    const result = results[name];
    if (result === undefined) throw new Error(`no result is named ${name}`);
    const { title, ...yesNo } = result;
    return { title, yesNo };
  };
  return Object.fromEntries(
    pairsOf(Object.keys(results)).map(([one, other]): [string, AgreementAnalysis] => {
      const [first, second] = [named(one), named(other)];
      const title = `Agreement: ${first.title}; ${second.title}`;
      return [
        agreementId(family, one, other),
        {
          kind: "agreement",
          title,
          says: `${title}. Cohen's kappa of those whom both judge.`,
          ...counted,
          first: first.yesNo,
          second: second.yesNo,
        },
      ];
    }),
  );
}
