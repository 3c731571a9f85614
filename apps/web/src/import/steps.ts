/** The steps of the wizard, in order; the current one stands in the address. */
export const STEPS = ["file", "mapping", "check", "commit", "done"] as const;
export type Step = (typeof STEPS)[number];

export const TYPES = {
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;
export type Kind = keyof typeof TYPES;

export function kindOf({ name }: File): Kind | undefined {
  const ending = /\.(zip|xlsx|csv)$/i.exec(name)?.[1]?.toLowerCase();
  return ending as Kind | undefined;
}
