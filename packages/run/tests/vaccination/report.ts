import { defineReport } from "@osteon/publish";

/** One sentence, with the share of those who were vaccinated. */
export default defineReport({
  labels: {},
  states: {},
  headlines: [
    {
      label: "Vaccinated",
      number: "{vaccinated.all.yes-percent|number:0:1: %}",
      below: "{vaccinated.all.yes|number} of {vaccinated.all.N|plural:child:children}",
    },
  ],
  parts: [
    { id: "summary", title: "Summary", blocks: [{ headlines: true }] },
    {
      id: "words",
      title: "In words",
      blocks: [
        {
          heading: "Vaccines",
          paragraphs: [
            "{vaccine.all.inactivated|number} of {vaccine.all.N|plural:child:children} had an inactivated one.",
          ],
        },
      ],
    },
  ],
  methods: [{ heading: "Children", of: ["cohorts.*"] }],
});
