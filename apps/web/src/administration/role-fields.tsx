import { accounts, type Role } from "@osteon/api";
import { useGet } from "../api/use-get.ts";
import { Field } from "../design/field.tsx";
import { ROLE_NAMES, roleNamed, roleWords } from "../frame/roles.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { ADMINISTRATION_WORDS } from "./administration-words.ts";

/** A role, and the centre where it is held; an administrator's is held everywhere. */
export interface RoleAt {
  /** Blank until one is chosen. */
  readonly role: Role | "";
  readonly centre: string;
}

/** What the server is told: the centre only where the role has one. The form is sent once a role is chosen. */
export function roleBody({ role, centre }: RoleAt): { readonly role: Role; readonly centre?: string } {
  if (role === "") throw new Error("no role is chosen");
  return role === "administrator" ? { role } : { role, centre };
}

/** Chooses a role and its centre. */
export function RoleFields({
  value,
  onChange,
}: {
  readonly value: RoleAt;
  readonly onChange: (value: RoleAt) => void;
}) {
  const says = useWords(ADMINISTRATION_WORDS);
  const language = useLanguage();
  const centres = useGet(accounts.listCentres, {}).data?.centres ?? [];
  return (
    <>
      <Field label={says.role}>
        <select
          required
          value={value.role}
          onChange={(event) => onChange({ ...value, role: roleNamed(event.target.value) ?? "" })}
        >
          <option value="" disabled />
          {ROLE_NAMES.map((role) => (
            <option key={role} value={role}>
              {roleWords(role, language)}
            </option>
          ))}
        </select>
      </Field>
      {value.role === "administrator" ? null : (
        <Field label={says.centre} {...(centres.length === 0 ? { hint: says.noCentres } : {})}>
          <select
            required
            value={value.centre}
            onChange={(event) => onChange({ ...value, centre: event.target.value })}
          >
            <option value="" disabled />
            {centres.map(({ centre }) => (
              <option key={centre} value={centre}>
                {centre}
              </option>
            ))}
          </select>
        </Field>
      )}
    </>
  );
}
