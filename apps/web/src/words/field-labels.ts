export const FIELD_LABELS: Readonly<Record<string, readonly [english: string, german: string]>> = {};
export const TABLE_LABELS: Readonly<
  Record<string, { readonly one: readonly [string, string]; readonly many: readonly [string, string] }>
> = {};
