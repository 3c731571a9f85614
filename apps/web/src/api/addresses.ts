/** Which child is meant: a pseudonym holds within its centre alone, as every number does. */
export interface ChildName {
  readonly centre: string;
  readonly patient: string;
}

/** How the paths begin that tell of children: their list, and everything below a centre; read again after a write. */
export const CHILDREN = ["/api/patients", "/api/centres/"] as const;
