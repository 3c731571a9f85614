import type { Damage } from "../zip/damaged-archive.ts";

/** A workbook's archive was damaged on its way; thrown inside the readers alone. */
export class Damaged extends Error {
  readonly damage: Damage;
  readonly part: string;
  constructor(damage: Damage, part: string) {
    super(`${part} is damaged`);
    this.damage = damage;
    this.part = part;
  }
}
