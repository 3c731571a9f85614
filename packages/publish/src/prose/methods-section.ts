import { type Protocol, type Stated, statements } from "@osteon/protocol";
import type { MethodsSpec } from "../outline/outline.ts";
import type { Section } from "./sentence.ts";

/** The methods section from the protocol's own sentences; equal sentences of several entries stand once. */
export function methodsSection(protocol: Protocol, specs: readonly MethodsSpec[]): readonly Section[] {
  const all = statements(protocol);
  return specs.map((spec) => {
    const says = under(spec, all).map(({ stated }) => stated.says);
    const own = [...new Set(says)].join(" ");
    return { heading: spec.heading, paragraphs: spec.more === undefined ? [[own]] : [[own], [spec.more]] };
  });
}

/** The entries of a protocol that stand under headings of the methods. */
export function statedIn(protocol: Protocol, specs: readonly MethodsSpec[]): ReturnType<typeof statements> {
  const all = statements(protocol);
  return specs.flatMap((spec) => under(spec, all));
}

function under({ of }: MethodsSpec, all: ReturnType<typeof statements>): ReturnType<typeof statements> {
  const patterns = of.map(pathPattern);
  return all.filter(({ path }) => patterns.some((pattern) => pattern.test(path)));
}

/** A path of the protocol, or with stars for one name or, at the end, for all that follows. `groups.*.radiology`, `rules.relapse*`. */
function pathPattern(path: string): RegExp {
  const parts = path.split("*").map((part) => part.replaceAll(".", "\\."));
  const middle = parts.slice(0, -1).join("[^.]*");
  const last = parts.at(-1) ?? "";
  return new RegExp(parts.length === 1 ? `^${last}$` : `^${middle}${last === "" ? ".*" : "[^.]*"}${last}$`);
}

/** An entry of the protocol on which the source is silent. */
export interface Assumption {
  readonly says: string;
  readonly source: string | undefined;
  /** Where the protocol states it; several where the same sentence holds for several entries. */
  readonly paths: readonly string[];
}

/** Every assumption of a protocol, each sentence once. */
export function assumptions(protocol: Protocol): readonly Assumption[] {
  const found = new Map<string, { stated: Stated; paths: string[] }>();
  for (const { path, stated } of statements(protocol)) {
    if (stated.assumption !== true) continue;
    const same = found.get(stated.says);
    if (same === undefined) found.set(stated.says, { stated, paths: [path] });
    else same.paths.push(path);
  }
  return [...found.values()].map(({ stated: { says, source }, paths }) => ({ says, source, paths }));
}
