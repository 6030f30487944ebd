import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { asOf, plan, planOn } from "./plan.ts";

const fingerprint = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("the same seed and day give the same rows", () => {
  expect(planOn(asOf)).toEqual(plan);
});

test("another day gives other ids and dates on the same map", () => {
  const later = planOn("2026-03-16");
  expect(later.alliance.id).not.toBe(plan.alliance.id);
  expect(later.permits.map(({ expiresOn }) => expiresOn)).not.toEqual(
    plan.permits.map(({ expiresOn }) => expiresOn),
  );
  const places = ({ sites }: typeof plan) =>
    sites.map(({ code, lng, lat, outline }) => ({ code, lng, lat, outline }));
  expect(places(later)).toEqual(places(plan));
});

test("another seed gives another map", () => {
  const other = planOn(asOf, "other");
  expect(other.sites.map(({ lng }) => lng)).not.toEqual(plan.sites.map(({ lng }) => lng));
});

test.each(["Asia/Shanghai", "Pacific/Kiritimati"])("the same rows in %s", { timeout: 60_000 }, (TZ) => {
  const script = `
    import { planOn, asOf } from "./tests/sample/plan.ts";
    process.stdout.write(JSON.stringify(planOn(asOf)));`;
  const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, TZ },
    maxBuffer: 64 * 1024 * 1024,
    encoding: "utf8",
  });
  expect(fingerprint(JSON.parse(output))).toBe(fingerprint(plan));
});
