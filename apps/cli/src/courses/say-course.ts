import {
  type Course,
  courseOf,
  outlineOf,
  readStudy,
  relapseSentence,
  responseSentence,
  type Study,
  timeline,
} from "@osteon/run";
import { EXIT, Stop } from "@osteon/run/exit-code";
import { withChartsAsked } from "../commands/charts-asked.ts";
import { bold, dim, say, sayJson, sayNotice } from "../terminal/say.ts";

/** Says a child's course by the charts asked for, in words or as JSON. */
export async function sayCourse(
  patient: string,
  options: { readonly study: string; readonly data?: string; readonly json?: true },
  finish: (code: number) => void,
): Promise<void> {
  const study = await readStudy(options.study);
  await withChartsAsked(study, options, finish, async (frozen) => {
    const course = await courseOf(study, frozen, patient);
    if (course === undefined) throw new Stop(EXIT.notFound, `${patient}: the charts have no such child.`);
    if (options.json === true) return sayJson({ notice: frozen.notice, ...answer(course) });
    sayNotice(frozen.notice);
    print(course, study);
  });
}

function answer(course: Course) {
  return {
    patient: course.patient.patient,
    timeline: timeline(course),
    relapses: course.derived.relapse_event.map((row) => ({ says: relapseSentence(course, row), ...row })),
    response: course.derived.response.map((row) => ({ says: responseSentence(course, row), ...row })),
    relapseFree: course.derived.relapse_free,
    radiology: course.derived.radiology,
    jansson: course.derived.jansson,
  };
}

function print(course: Course, study: Study): void {
  const { labels } = outlineOf(study);
  const { patient, derived } = course;
  say(
    bold(
      `${patient.patient}, ${patient.sex ?? "sex unknown"}, born ${patient.born_on}, diagnosed ${patient.diagnosed_on}`,
    ),
  );
  say(bold("\nChart"));
  for (const { date, months, row, says } of timeline(course))
    say(`  ${date} ${months.padStart(6)} mo  ${says}  ${dim(row)}`);
  const [score] = derived.jansson;
  if (score !== undefined) {
    const range =
      score.score === null
        ? `between ${score.score_lowest} and ${score.score_highest}, items are missing`
        : `${score.score}`;
    say(bold(`\nJansson score ${range}`));
  }
  if (derived.relapse_event.length > 0) say(bold("\nRelapses"));
  for (const row of derived.relapse_event) say(`  ${relapseSentence(course, row)}`);
  for (const line of derived.line) {
    say(
      bold(`\n${labels[String(line.line_class)] ?? line.line_class}`) +
        dim(line.in_response === 1 ? "" : " (not in the analysis of response)"),
    );
    const rows = derived.response.filter((row) => row.line_class === line.line_class);
    for (const point of Object.keys(study.protocol.timePoints))
      for (const row of rows) if (row.time_point === point) say(`  ${responseSentence(course, row)}`);
  }
}
