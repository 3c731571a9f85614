/** Where the API tells of a child: its chart, or a part of what follows from it. The only place that builds these addresses. */
export const childAddress = (patient: string, part?: "course" | "schedule" | "identity"): string =>
  `/api/patients/${encodeURIComponent(patient)}${part === undefined ? "" : `/${part}`}`;
