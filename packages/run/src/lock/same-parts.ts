/** What something is made of, whether it may be left out or written to or not. */
type Parts<T> = T extends readonly [unknown, ...(readonly unknown[])]
  ? { readonly [K in keyof T]: Parts<T[K]> }
  : T extends readonly (infer Each)[]
    ? { readonly each: Parts<Each> }
    : T extends object
      ? { readonly [K in keyof T]-?: Parts<Exclude<T[K], undefined>> }
      : T;

/** `true` where two types are made of the same parts: what is said once for the compiler and once for who compiles nothing. */
export type SameParts<One, Other> = [Parts<One>, Parts<Other>] extends [Parts<Other>, Parts<One>] ? true : false;
