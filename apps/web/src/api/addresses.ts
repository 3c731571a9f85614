/** Which child is meant: a pseudonym holds within its centre alone, as every number does. */
export interface ChildName {
  readonly centre: string;
  readonly patient: string;
}

const at = (centre: string): string => `/api/centres/${encodeURIComponent(centre)}`;

/** Where the API tells of a child: its chart, or a part of what follows from it. */
export const childPath = (
  { centre, patient }: ChildName,
  part?: "course" | "schedule" | "identity" | "pseudonym",
): string => `${at(centre)}/patients/${encodeURIComponent(patient)}${part === undefined ? "" : `/${part}`}`;

/** Where a new row of a table is entered. */
export const tablePath = (centre: string, table: string): string => `${at(centre)}/charts/${table}`;

export const rowPath = (centre: string, table: string, key: string): string =>
  `${tablePath(centre, table)}/${encodeURIComponent(key)}`;

/** Who changed a row, when, and why. */
export const storyPath = (centre: string, table: string, key: string): string =>
  `${at(centre)}/audit/rows/${table}/${encodeURIComponent(key)}`;

export const signaturesPath = (centre: string, visit: string): string =>
  `${at(centre)}/visits/${encodeURIComponent(visit)}/signatures`;

/** Takes back what an import did at a centre. */
export const undoPath = (centre: string, batch: string): string => `${at(centre)}/imports/${batch}/undo`;

/** How the paths begin that tell of children: their list, and everything below a centre; read again after a write. */
export const CHILDREN = ["/api/patients", "/api/centres/"] as const;
