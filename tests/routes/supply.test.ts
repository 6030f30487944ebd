import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { database } from "#app/database.server.ts";
import { insertSites } from "#app/features/sites/queries/write-sites.server.ts";
import { makeAlliance, makeSite } from "../factories.ts";
import { visitorAs } from "../requests.ts";

const png = new Blob([Buffer.from("89504e470d0a1a0a0000", "hex")], { type: "image/png" });

/** The hidden fields of the form with an intent, as the page carries them. */
function hiddenOf(html: string, form: string) {
  const start = html.indexOf(`id="${form}"`);
  const body = html.slice(start, html.indexOf("</form>", start));
  return Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      String(name),
      String(value),
    ]),
  );
}
const idIn = (answer: Response) => String(answer.headers.get("location")).split("/").at(-1) as string;
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
const minute = (html: string) => html.match(/name="at"[^>]*value="([^"]+)"/)?.[1] ?? "";

test("a lorry goes its way by the forms of its pages, from the call to the scale", async () => {
  const alliance = await makeAlliance(["village", "enterprise", "otherEnterprise"]);
  const { village, enterprise } = alliance.organizations;
  const plant = makeSite({ kind: "plant", organizationId: enterprise.id });
  await insertSites(alliance.writer, [plant]);
  const [keeper, buyer] = [
    await visitorAs(alliance.viewers.village),
    await visitorAs(alliance.viewers.enterprise),
  ];
  const agreementId = village.agreement?.id;
  const page = await (await buyer.get(`/shipments/new?agreement=${agreementId}`)).text();
  const wanted = hiddenOf(page, "shipment");
  expect(wanted).toMatchObject({ agreementId, supplierId: village.id, species: "largemouth_bass" });
  const called = await buyer.post("/shipments/new", {
    ...{ ...wanted, planned: "10", plannedOn: today(), purpose: "food" },
  });
  expect(called.status).toBe(302);
  const path = `/shipments/${idIn(called)}`;
  expect((await keeper.post(path, { intent: "confirm" })).status).toBe(302);

  const toSend = await (await keeper.get(path)).text();
  const lot = village.lots[0];
  expect(toSend).toContain(lot?.code.toUpperCase());
  const sending = hiddenOf(toSend, "dispatch");
  const load = {
    ...{ ...sending, intent: "dispatch", at: minute(toSend), vehicle: "陕G12345" },
    ...{ "lines[0].lotId": lot?.lotId as string, "lines[0].mass": "10", "lines[0].count": "100000" },
  };
  const withoutMass = await keeper.post(path, { ...load, "lines[0].mass": "" });
  expect(withoutMass.status).toBe(400);
  const sent = await keeper.post(path, load);
  expect(sent.status, await sent.text()).toBe(302);
  expect((await keeper.post(path, load)).status).toBe(302);

  const arriving = await (await buyer.get(path)).text();
  const weighing = hiddenOf(arriving, "receive");
  const scale = {
    ...{ ...weighing, intent: "receive", at: minute(arriving), siteId: plant.id },
    ...{ "lines[0].accepted": "7", "lines[0].returned": "2", "lines[0].dead": "0.9" },
  };
  expect((await buyer.post(path, scale)).status).toBe(400);
  const reasoned = { ...scale, reason: "个头小", picture: new File([png], "照片.png") };
  const asks = await buyer.post(path, reasoned);
  expect(asks.status, await asks.text()).toBe(302);
  const seen = await (await keeper.get(path)).text();
  expect(seen).toContain("个头小");
  const picture = seen.match(new RegExp(`${path}/files/[0-9a-f-]{36}`))?.[0] as string;
  expect((await keeper.get(picture)).headers.get("content-type")).toBe("image/png");
  const stranger = await visitorAs(alliance.viewers.otherEnterprise);
  expect((await stranger.get(picture)).status).toBe(404);
  expect(await (await buyer.get(`/shipments?agreement=${agreementId}&state=received`)).text()).toContain(
    path,
  );

  // What the scale accepted, 7 斤, is cut up the same day.
  const kitchen = `/sites/${plant.id}/processing`;
  const table = await (await buyer.get(kitchen)).text();
  const arrivedLot = table.match(/<option value="([0-9a-f-]{36})"/)?.[1] as string;
  const cut = {
    ...{ ...hiddenOf(table, "processing"), at: minute(table) },
    ...{ "inputs[0].lotId": arrivedLot, "inputs[0].massG": "3.5" },
    ...{ "outputs[0].product": "冻鱼片", "byProducts[0].product": "鱼头", "byProducts[0].massG": "1" },
  };
  expect((await buyer.post(kitchen, { ...cut, "outputs[0].massG": "3" })).status).toBe(400);
  const asked = await buyer.post(kitchen, { ...cut, "outputs[0].massG": "1" });
  expect(asked.status).toBe(422);
  const doubted = { ...cut, "outputs[0].massG": "1", doubt: "yield", accept: "yes" };
  for (const _again of [1, 2]) expect((await buyer.post(kitchen, doubted)).status).toBe(302);
  const goods = await database
    .selectFrom("lot")
    .select(["product", "massG"])
    .where("siteId", "=", plant.id)
    .where("form", "=", "goods")
    .execute();
  expect(goods).toEqual([{ product: "冻鱼片", massG: 1000 }]);
});

test("a paper is registered in one step, and an amendment from an old version shows both", async () => {
  const alliance = await makeAlliance(["village", "enterprise"]);
  const { village, enterprise } = alliance.organizations;
  const [county, buyer, keeper] = [
    await visitorAs(alliance.viewers.coordinator),
    await visitorAs(alliance.viewers.enterprise),
    await visitorAs(alliance.viewers.village),
  ];
  const terms = {
    ...{ species: "grass_carp", form: "farmed", priceKind: "floor_market", priceFen: "12.5" },
    ...{ waterPermille: "3", deadPermille: "100", paymentDays: "15", month3: "500", month11: "1200.5" },
    gives: ["fry", "purchase"],
  };
  const signed = {
    ...{ ...terms, id: uuidv7(), versionId: uuidv7(), pictureId: uuidv7(), code: "2026-007", kind: "chain" },
    ...{ supplierId: village.id, buyerId: enterprise.id, startsOn: "2026-03-01", endsOn: "2027-02-28" },
  };
  expect((await county.post("/agreements/new", signed)).status).toBe(400);
  const kept = await county.post("/agreements/new", { ...signed, picture: new File([png], "协议.png") });
  expect(kept.status).toBe(302);
  const path = `/agreements/${signed.id}`;
  const html = await (await keeper.get(path)).text();
  for (const said of ["2026-007", "12.50", "协议.png", "1,201 公斤", "500 公斤"])
    expect(html).toContain(said);

  const change = { ...terms, version: "1", effectiveOn: "2026-06-01", reason: "行情" };
  const amend = (by: typeof buyer, fields: Record<string, string>) =>
    by.post(`${path}/amend`, { ...change, versionId: uuidv7(), pictureId: uuidv7(), ...fields });
  expect((await amend(buyer, { priceFen: "13" })).status).toBe(302);
  const stale = await amend(keeper, { priceFen: "14" });
  expect(stale.status).toBe(409);
  const both = await stale.text();
  for (const said of ["13", "14"]) expect(both).toContain(said);
  expect((await keeper.post(path, { intent: "confirm", number: "2" })).status).toBe(302);
  const consents = await database
    .selectFrom("agreementConsent")
    .select("number")
    .where("agreementId", "=", signed.id)
    .execute();
  expect(consents).toHaveLength(4);

  const given = { id: uuidv7(), kind: "fry", givenOn: "2026-03-10", amountFen: "4800", count: "20000" };
  expect((await buyer.post(path, { intent: "advance", ...given })).status).toBe(302);
  const undo = { intent: "reverse", id: uuidv7(), reversesId: given.id, note: "记重了" };
  expect((await buyer.post(path, undo)).status).toBe(302);
  expect(await (await keeper.get(path)).text()).toContain("-4,800.00");
});
