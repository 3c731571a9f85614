import type { Protocol } from "./protocol.ts";

/** Declares a study; a misspelt rule, line or option is a compile error at that word. The object is frozen in depth. */
export function defineProtocol<const P extends Protocol>(protocol: P): P {
  return deepFreeze(structuredClone(protocol));
}

/** A sensitivity analysis is its primary with some rules changed; the reader sees only the difference. */
export function varyProtocol(primary: Protocol, change: ProtocolChange): Protocol {
  const rules = { ...primary.rules, ...change.rules };
  const timePoints = { ...primary.timePoints, ...change.timePoints };
  return deepFreeze(structuredClone({ ...primary, rules, timePoints }));
}

export interface ProtocolChange {
  readonly rules?: Partial<Protocol["rules"]>;
  readonly timePoints?: Protocol["timePoints"];
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
