import type { Protocol } from "./protocol.ts";
import type { Rule, Stated } from "./rule.ts";

/** Declares a study; a misspelt word of the format is a compile error there. The object is frozen in depth. */
export function defineProtocol<const P extends Protocol>(protocol: P): P {
  return deepFreeze(structuredClone(protocol));
}

/** A value may become any other of its kind; of several codes that its type names, any of these. */
type Widened<V> = V extends number
  ? number
  : V extends boolean
    ? boolean
    : V extends readonly [number, number]
      ? readonly [number, number]
      : V extends object
        ? { readonly [K in keyof V]: Widened<V[K]> }
        : V;

type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never;
type Code<V> = [V] extends [string] ? (IsUnion<V> extends true ? V : string) : Widened<V>;

/** A rule with other values: each of its own must be there, no other may. */
type Changed<R> = Stated & { readonly [K in keyof Omit<R, keyof Stated>]: Code<R[K]> };

/** What a variant of a protocol changes: whole rules and whole time points, by the names that the protocol has. */
export interface ProtocolChange<P extends Protocol = Protocol> {
  readonly rules?: { readonly [K in keyof P["rules"]]?: Changed<P["rules"][K]> };
  readonly timePoints?: { readonly [K in keyof P["timePoints"]]?: Protocol["timePoints"][string] };
}

/** A sensitivity analysis is its primary with some rules changed; the reader sees only the difference. */
export function varyProtocol<P extends Protocol>(primary: P, change: ProtocolChange<NoInfer<P>>): P {
  const rules = { ...primary.rules, ...(change.rules as Readonly<Record<string, Rule>>) };
  const timePoints = { ...primary.timePoints, ...change.timePoints };
  return deepFreeze(structuredClone({ ...primary, rules, timePoints }));
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
