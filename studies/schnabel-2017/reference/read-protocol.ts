import type { CnoRules, JanssonProtocol } from "@osteon/cno";
import type { CalendarDay, Group, Stated, Window } from "@osteon/protocol";

/** The protocol as these readings need it: with the rules, groups and tables that the models of this study name. */
export type ReadProtocol = JanssonProtocol & {
  readonly rules: CnoRules & {
    readonly relapseClock: Stated & { readonly zero: "diagnosis" | "onset" | "first-treatment" };
    readonly oneYearImaging: Stated & { readonly window: Window; readonly targetDay: number };
    readonly presentation: Stated & { readonly subacuteFromDay: number; readonly chronicFromDay: number };
    readonly antibioticEra: Stated & { readonly splitAt: CalendarDay };
  };
  readonly groups: Readonly<
    Record<
      string,
      Group & {
        readonly radiology: Stated & {
          readonly window: Window;
          readonly targetDay: number;
          readonly wholeBodyOnly: boolean;
        };
      }
    >
  >;
};
