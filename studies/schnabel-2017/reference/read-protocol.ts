import type { CnoRules, JanssonProtocol } from "@osteon/cno";
import type { CalendarDay, Stated, Window } from "@osteon/protocol";
import type { RadiologyGroups } from "../../../packages/cno/reference/line-radiology.ts";

/** The protocol as these readings need it: with the rules, groups and tables that the models of this study name. */
export type ReadProtocol = JanssonProtocol &
  RadiologyGroups & {
    readonly rules: CnoRules & {
      readonly relapseClock: Stated & { readonly zero: "diagnosis" | "onset" | "first-treatment" };
      readonly oneYearImaging: Stated & { readonly window: Window; readonly targetDay: number };
      readonly presentation: Stated & { readonly subacuteFromDay: number; readonly chronicFromDay: number };
      readonly antibioticEra: Stated & { readonly splitAt: CalendarDay };
    };
  };
