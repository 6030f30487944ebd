import { expect, test } from "vitest";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite } from "../factories.ts";
import { visitorAs } from "../requests.ts";

const nonceOf = (answer: Response) =>
  answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1] ?? "none";

test("a page asked for again is the same but for its nonce, which is the one of its own header", async () => {
  const { viewers } = await makeAlliance(["village"]);
  const client = await visitorAs(viewers.coordinator);
  const answers = [await client.get("/sites"), await client.get("/sites")];
  const nonces = answers.map(nonceOf);
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(nonces[0]).not.toBe(nonces[1]);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`nonce="${nonces[index]}"`);
    expect(page).not.toContain(nonces[1 - index]);
  }
  expect(pages[0]?.replaceAll(String(nonces[0]), "")).toBe(pages[1]?.replaceAll(String(nonces[1]), ""));
});

test("what was written shows on the next page, and nobody meets another's page", async () => {
  const alliance = await makeAlliance(["village", "otherVillage"]);
  const own = await visitorAs(alliance.viewers.village);
  const other = await visitorAs(alliance.viewers.otherVillage);
  await own.text("/sites");
  const site = makeSite({ kind: "pond", organizationId: alliance.organizations.village.id });
  await insertSites(alliance.writer, [site]);
  expect(await own.text("/sites")).toContain(site.name);
  expect(await other.text("/sites")).not.toContain(site.name);
  const english = await own.post("/preferences", { language: "en", redirectTo: "/" });
  expect(english.status).toBe(302);
  expect(await own.text("/sites")).toContain('<html lang="en"');
});
