import { defineReport } from "@osteon/publish";

/*
 * What the report shows. A number is named by its result: `{painless.everyone/month12.painless|state}` is the state "painless"
 * of the analysis "painless" in the group "everyone" at "month12". `osteon study check` tells a name that nothing gives.
 */
export default defineReport({
  labels: {
    everyone: "All children",
    methotrexate: "Methotrexate or sulfasalazine",
    bisphosphonate: "Bisphosphonate",
    month6: "6 months",
    month12: "12 months",
  },
  states: {
    pain: {
      painless: { label: "Painless", fill: "#17635a", ink: "#ffffff" },
      pain: { label: "Pain", fill: "#dd7a3c", ink: "#1c2733" },
    },
  },
  headlines: [
    { label: "Children", number: "{children.all.n|number}", below: "diagnosed with CNO" },
    {
      label: "Painless at 12 months",
      number: "{painless.everyone/month12.painless-percent|number:0:1: %}",
      below: "{painless.everyone/month12.painless|number} of {painless.everyone/month12.N|plural:child:children}",
    },
  ],
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }] },
    {
      id: "pain",
      title: "Pain",
      blocks: [
        {
          figure: {
            kind: "stacked-bars",
            id: "painless",
            title: "Children without pain",
            caption: "Children seen at the time point; those who were not asked are not in the bars.",
            description: "Stacked bars of children with and without pain at 6 and 12 months, by group.",
            compares: true,
            of: "painless",
            states: "pain",
            panels: ["everyone", "methotrexate", "bisphosphonate"],
            bars: ["month6", "month12"],
            unknown: ["not_seen", "not_asked"],
          },
        },
        {
          table: {
            kind: "states",
            id: "painless",
            title: "Children without pain, n (%)",
            of: "painless",
            states: "pain",
            rows: ["everyone", "methotrexate", "bisphosphonate"],
            within: ["month6", "month12"],
            known: "Asked",
            unknown: { head: "Not seen or asked", levels: ["not_seen", "not_asked"] },
            notes: [],
          },
        },
        {
          heading: "In words",
          paragraphs: [
            "Of {painless.methotrexate/month12.N|plural:child:children} on methotrexate or sulfasalazine {painless.methotrexate/month12.painless|number} had no pain after one year.",
          ],
        },
      ],
    },
  ],
  methods: [
    { heading: "Children", of: ["cohorts.*"] },
    { heading: "Time points", of: ["timePoints.*"] },
    { heading: "Groups", of: ["groups.*"] },
    { heading: "Rules", of: ["rules.painless", "rules.baseline", "rules.visitTie"] },
  ],
});
