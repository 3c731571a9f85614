import type { SensitivityPlan } from "@osteon/estimate";
import protocol from "./protocol.ts";

const { rules, timePoints } = protocol;

const windowed = (says: string, windows: Readonly<Record<string, readonly [number, number]>>) => ({
  ...timePoints,
  ...Object.fromEntries(
    Object.entries(windows).map(([name, window]) => [
      name,
      { ...timePoints[name as keyof typeof timePoints], window, says: `${says}: days ${window[0]} to ${window[1]}.` },
    ]),
  ),
});

/** Every assumption that the paper leaves open and the other ways to decide it. The first choice of each is the primary one. */
export const SENSITIVITY: SensitivityPlan = {
  headlines: [
    {
      id: "relapse-free.all.median",
      title: "Median time to first relapse",
      unit: "months",
      times: 1,
      lower: "relapse-free.all.median-lower",
      upper: "relapse-free.all.median-upper",
      published: 29,
    },
    {
      id: "relapse-free.all.survival@365",
      title: "Relapse-free at 1 year",
      unit: "%",
      times: 100,
      lower: "relapse-free.all.survival-lower@365",
      upper: "relapse-free.all.survival-upper@365",
      published: 85,
    },
    {
      id: "relapse-free.all.survival@1826",
      title: "Relapse-free at 5 years",
      unit: "%",
      times: 100,
      lower: "relapse-free.all.survival-lower@1826",
      upper: "relapse-free.all.survival-upper@1826",
      published: 40,
    },
    {
      id: "remission-one-year.all.percent",
      title: "In remission 1 year after diagnosis",
      unit: "%",
      times: 1,
      lower: "remission-one-year.all.wilson-lower",
      upper: "remission-one-year.all.wilson-upper",
      published: 62,
    },
    {
      id: "nsaid-month12-failure.all.percent",
      title: "Not in remission under NSAID at 12 months",
      unit: "%",
      times: 1,
      lower: "nsaid-month12-failure.all.wilson-lower",
      upper: "nsaid-month12-failure.all.wilson-upper",
      published: 31,
    },
    {
      id: "nsaid-month24-failure.all.percent",
      title: "Not in remission under NSAID at 24 months",
      unit: "%",
      times: 1,
      lower: "nsaid-month24-failure.all.wilson-lower",
      upper: "nsaid-month24-failure.all.wilson-upper",
      published: 50,
    },
    {
      id: "steroid-month12-failure.all.percent",
      title: "Not in remission 12 months after corticosteroids",
      unit: "%",
      times: 1,
      lower: "steroid-month12-failure.all.wilson-lower",
      upper: "steroid-month12-failure.all.wilson-upper",
      published: 45,
    },
  ],
  assumptions: [
    {
      name: "Windows",
      choices: [
        { label: "half-way", change: {} },
        {
          label: "narrow",
          change: {
            timePoints: windowed("Narrow windows", {
              week2: [7, 21],
              month3: [61, 121],
              month6: [138, 228],
              month12: [305, 425],
              month24: [640, 820],
            }),
          },
        },
        {
          label: "target or later",
          change: {
            timePoints: windowed("Visits at or after the target", {
              week2: [14, 35],
              month3: [91, 182],
              month6: [183, 364],
              month12: [365, 640],
              month24: [730, 1004],
            }),
          },
        },
      ],
    },
    {
      name: "Ties between visits",
      choices: [
        { label: "earlier", change: {} },
        {
          label: "later",
          change: {
            rules: {
              visitTie: { ...rules.visitTie, says: "Of two visits equally close, the later counts.", counts: "later" },
            },
          },
        },
      ],
    },
    {
      name: "Relapse needs",
      choices: [
        { label: "symptoms and new lesion", change: {} },
        {
          label: "symptoms",
          change: { rules: { relapse: { says: "A relapse needs new symptoms alone.", needs: "symptoms" } } },
        },
        {
          label: "new lesion",
          change: { rules: { relapse: { says: "A relapse needs a new lesion alone.", needs: "lesion" } } },
        },
        {
          label: "either",
          change: { rules: { relapse: { says: "A relapse needs new symptoms or a new lesion.", needs: "either" } } },
        },
      ],
    },
    {
      name: "After escalation",
      choices: [
        { label: "failure", change: {} },
        {
          label: "missing",
          change: { rules: { escalation: { says: "After escalation the line is not counted.", counts: "missing" } } },
        },
        {
          label: "ignored",
          change: { rules: { escalation: { says: "After escalation the visit counts as it is.", counts: "ignored" } } },
        },
      ],
    },
    {
      name: "Clock of relapse",
      choices: [
        { label: "diagnosis", change: {} },
        {
          label: "onset",
          change: { rules: { relapseClock: { says: "Time to relapse runs from the first symptom.", zero: "onset" } } },
        },
        {
          label: "first treatment",
          change: {
            rules: {
              relapseClock: { says: "Time to relapse runs from the first treatment.", zero: "first-treatment" },
            },
          },
        },
      ],
    },
  ],
};
