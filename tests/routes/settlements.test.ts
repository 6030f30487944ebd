import { expect, test } from "vitest";
import { makeDeliveries } from "../features/supply/settlement/deliveries.ts";
import { visitorAs } from "../requests.ts";

/** Every hidden field of the page's statement form. */
function hiddenOf(html: string) {
  const start = html.indexOf('id="statement"');
  const body = html.slice(start, html.indexOf("</form>", start));
  return Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      String(name),
      String(value),
    ]),
  );
}
const idOf = (html: string, form: string) =>
  html.slice(html.indexOf(`id="${form}"`)).match(/name="id" value="([^"]+)"/)?.[1] ?? "";

test("a statement goes its way by the forms of its pages, from the preview to the payment", async () => {
  const of = await makeDeliveries({ priceKind: "floor_market", priceFen: 2400 });
  await of.advance("2026-02-03", 50_000);
  await of.deliver("2026-02-10", 100, 2);
  const keeper = await visitorAs(of.alliance.viewers.village);
  const buyer = await visitorAs(of.alliance.viewers.enterprise);
  const path = `/settlements/new?agreement=${of.agreementId}&from=2026-02-01&to=2026-02-28`;
  const form = hiddenOf(await (await buyer.get(path)).text());
  expect(form).toMatchObject({ fromOn: "2026-02-01", toOn: "2026-02-28" });
  const silenceConfirmsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const filled = { ...form, silenceConfirmsOn, "receipts[0].marketFen": "26.5" };
  const shown = await buyer.post(path, { ...filled, intent: "preview" });
  expect(shown.status).toBe(200);
  const { seenFen } = hiddenOf(await shown.text());
  // 100 kg accepted and 2 dead, of which nothing is paid; 3 % of water; 26.50 yuan; less 500 yuan of feed.
  expect(seenFen).toBe(String(97 * 2650 - 50_000));
  // The floor's sum was shown before the market's price was typed: it is not written.
  const stale = await buyer.post(path, { ...filled, intent: "write" });
  expect(stale.status).toBe(400);
  const sent = { ...filled, intent: "write", seenFen: String(seenFen) };
  const written = await buyer.post(path, sent);
  expect(written.status, await written.text()).toBe(302);
  expect((await buyer.post(path, sent)).headers.get("location")).toBe(written.headers.get("location"));
  const page = String(written.headers.get("location")).replace(/^https?:\/\/[^/]+/, "");

  const read = await (await keeper.get(page)).text();
  expect(read).toContain("2,070.50");
  expect(read).toContain("/shipments/");
  expect((await keeper.post(page, { intent: "dispute", id: idOf(read, "dispute"), seq: "1" })).status).toBe(
    400,
  );
  const doubt = { intent: "dispute", id: idOf(read, "dispute"), seq: "1", reason: "秤不准" };
  expect((await keeper.post(page, doubt)).status).toBe(302);
  const disputed = await (await buyer.get(page)).text();
  expect(disputed).toContain("秤不准");
  const correcting = `/settlements/new?agreement=${of.agreementId}&corrects=${page.split("/").at(-1)}`;
  expect(await (await buyer.get(correcting)).text()).toContain('value="秤不准"');
  const again = await (await keeper.get(page)).text();
  expect((await keeper.post(page, { intent: "confirm", id: idOf(again, "confirm") })).status).toBe(302);

  const owed = await (await buyer.get(page)).text();
  const payment = { intent: "pay", id: idOf(owed, "payment"), paidOn: "2026-03-14", note: "" };
  expect((await buyer.post(page, { ...payment, amountFen: "2070.51" })).status).toBe(400);
  expect((await buyer.post(page, { ...payment, amountFen: "2070.50" })).status).toBe(302);
  const list = await (await keeper.get("/settlements?standing=paid")).text();
  expect(list).toContain(page);
  const sheet = await (await keeper.get(`${page}/export?format=csv`)).text();
  expect(sheet).toContain("2570.5");
  const stranger = await visitorAs(of.alliance.viewers.otherEnterprise);
  expect((await stranger.get(`${page}/export`)).status).toBe(404);
});
