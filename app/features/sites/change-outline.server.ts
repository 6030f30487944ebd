import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "@remix-run/node";
import { Refused } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { answerWrite, askAgain, refuseForm } from "#app/forms/answer-write.server.ts";
import { centreOf } from "#app/map/outline/centre.ts";
import { coordinateSystems, toWgs84 } from "#app/map/outline/coordinates.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { problemMessage } from "#app/map/outline/problem-message.ts";
import { readOutline } from "#app/map/outline/read-outline.ts";
import { readOutlineFile } from "#app/map/outline/read-outline-file.ts";
import { areaToTake, muToSquareMetres } from "./area.ts";
import { doubtsAboutOutline } from "./judge-outline.server.ts";
import { doubtsAboutSite } from "./judge-site.server.ts";
import { hasOutline } from "./kinds.ts";
import { type OutlineForm, outlineForm, outlineRemoval } from "./outline-schema.ts";
import type { findSite } from "./queries/find-site.server.ts";
import { updateOutlines } from "./queries/write-outlines.server.ts";

type Site = NonNullable<Awaited<ReturnType<typeof findSite>>>;

/** What the forms of the outline's page do, by their intent; `save` is the ordinary one. */
export const changeOutline = (writer: Writer, site: Site, form: FormData) =>
  form.get("intent") === "remove" ? remove(writer, site, form) : save(writer, site, form);

async function save(writer: Writer, site: Site, form: FormData) {
  const fileProblems = await takeFile(form);
  const submission = parseWithZod(form, { schema: outlineForm });
  if (fileProblems) return refuseForm(submission, fileProblems);
  if (submission.status !== "success") return refuseForm(submission);
  const { version } = submission.value;
  return answerWrite(submission, async () => {
    const fields = fieldsOf(site, submission.value);
    const doubts = await doubtsAbout(writer, site, fields);
    if (doubts.length > 0 && !form.has("accept")) return askAgain(submission, doubts);
    await updateOutlines(writer, [{ id: site.id, version, fields }]);
    return redirect(`/sites/${site.id}`);
  });
}

async function remove(writer: Writer, { id }: Site, form: FormData) {
  const submission = parseWithZod(form, { schema: outlineRemoval });
  if (submission.status !== "success") return refuseForm(submission);
  const { version } = submission.value;
  return answerWrite(submission, async () => {
    await updateOutlines(writer, [{ id, version, fields: { outline: null } }]);
    return redirect(`/sites/${id}`);
  });
}

/** A file's outline takes the place of what stands in the text field, converted, so that it is kept when refused. */
async function takeFile(form: FormData): Promise<Record<string, string[]> | undefined> {
  const file = form.get("file");
  const system = coordinateSystems.find((one) => one === form.get("coordinates"));
  form.delete("file");
  if (!(file instanceof File) || file.size === 0) return undefined;
  if (!system) return { coordinates: ["error.choose"] };
  const { found, problem } = readOutlineFile(await file.text(), file.name);
  if (problem) return { file: [`outline:problem.${problem}`] };
  const asked = form.get("which");
  const chosen = found.length === 1 ? found[0] : found[Number(asked) - 1];
  if (!chosen) {
    const names = found.slice(0, 10).map(({ name }, i) => `${i + 1} ${name}`);
    const parameters = JSON.stringify({ number: found.length, names: names.join(" · ") });
    return { [asked ? "which" : "file"]: [`outline:problem.fileSeveral|${parameters}`] };
  }
  const { outline, problem: flaw } = readOutline(chosen.outline);
  if (flaw) return { file: [problemMessage(flaw)] };
  form.set("outline", JSON.stringify(toWgs84(outline, system)));
  return undefined;
}

/** What the form changes; an outline that stands there already in other words stays as it is. */
function fieldsOf(site: Site, sent: OutlineForm) {
  const drawn = hasOutline(site.kind);
  if (sent.outline && !drawn) throw new Refused("outline", "outline:problem.pointOnly");
  if (!sent.outline && drawn && site.outline) throw new Refused("outline", "outline:problem.emptied");
  const outline = same(readOutline(site.outline).outline, sent.outline)
    ? (site.outline as unknown as Outline)
    : sent.outline;
  const mu = outline ? areaToTake(outlineArea(outline)) : 0;
  if (mu > 100_000) throw new Refused("outline", "outline:problem.tooLarge");
  const place = sent.atCentre && outline ? centreOf(outline) : { lng: sent.lng, lat: sent.lat };
  const moved = place.lng !== site.lng || place.lat !== site.lat;
  const source = sent.atCentre ? "map" : (sent.positionSource ?? "map");
  return {
    ...(drawn && { outline }),
    ...(sent.takeArea && outline && { registeredAreaM2: muToSquareMetres(mu) }),
    ...place,
    positionSource: place.lng === null ? null : moved ? source : site.positionSource,
  };
}

/** Of what stays as it was nobody is asked. */
async function doubtsAbout({ viewer }: Writer, site: Site, fields: ReturnType<typeof fieldsOf>) {
  const moved = fields.lng !== site.lng || fields.lat !== site.lat;
  const redrawn = fields.outline && !same(fields.outline, site.outline);
  const doubts = await Promise.all([
    moved ? doubtsAboutSite(viewer, { ...site, ...fields }) : [],
    redrawn ? doubtsAboutOutline(viewer, { ...site, ...fields, outline: fields.outline }) : [],
  ]);
  return [...new Set(doubts.flat())];
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
