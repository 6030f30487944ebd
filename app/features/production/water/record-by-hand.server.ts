import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, askAgain, refuseForm } from "#app/forms/answer-write.server.ts";
import type { SiteKind } from "../../sites/kinds.ts";
import { faultOfInstant } from "./instants.ts";
import { allToStored, type Measures } from "./quantities.ts";
import { recordReadings } from "./queries/record-readings.server.ts";
import { readingForm } from "./schema.ts";
import { doubtsAbout, judgedValues, thresholdsFor } from "./thresholds.ts";

type Site = { id: string; kind: SiteKind; species: readonly string[] };

/** One reading from the form beside the pond: what looks wrong is asked once, and what is so is stored. */
export async function recordByHand(writer: Writer, site: Site, form: FormData) {
  const submission = parseWithZod(form, { schema: readingForm });
  if (submission.status !== "success") return refuseForm(submission);
  const { at, ...measures } = submission.value;
  return answerWrite(submission, async () => {
    const fault = faultOfInstant(at, writer.now);
    if (fault) throw new Refused("at", `water:error.${fault}`);
    const doubts = doubtsInWords(measures, site);
    if (doubts.length > 0 && !form.has("accept")) return askAgain(submission, doubts);
    const reading = { siteId: site.id, measuredAt: at, sourceId: writer.viewer.userId, ...measures };
    const [outcome] = await recordReadings(writer, [{ ...reading, ...allToStored(measures) }]);
    if (outcome === "differs") throw new Refused("at", "water:error.differs");
    return redirect(`/sites/${site.id}/water`);
  });
}

function doubtsInWords(measures: Measures, site: Site) {
  const values = judgedValues(measures);
  return doubtsAbout(measures, thresholdsFor(site)).map((what) => {
    const value = Number(values[what]?.toFixed(3));
    return `water:doubt.${what}|${JSON.stringify({ value })}`;
  });
}
