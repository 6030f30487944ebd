import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { enter } from "#tests/tour.ts";

test.describe.configure({ mode: "serial" });

let origin: string;

/** A keeper's phone that has opened the recording pages once where there was a network. */
async function phone(context: BrowserContext) {
  await enter(context.request, origin, "village.junba", "zh");
  const page = await context.newPage();
  await page.goto("/record");
  const isKept = () => page.evaluate(async () => (await caches.match("/record")) !== undefined);
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
  await page.reload();
  return page;
}

const send = (context: BrowserContext, body: unknown, query = "") =>
  context.request.post(`${origin}/api/v1/events${query}`, { data: body, headers: { Origin: origin } });

/** Fish of the test's own, in a pond of the village. */
async function stock(context: BrowserContext, count: number) {
  const { items } = await (await context.request.get(`${origin}/api/v1/sites?kind=pond&q=101200`)).json();
  const lotId = uuidv7();
  const bought = {
    ...{ id: uuidv7(), kind: "buy", lotId, siteId: items[0].id, species: "grass_carp", form: "farmed" },
    ...{
      count,
      meanG: 1,
      supplier: "示例苗场",
      certificateNumber: "1",
      occurredAt: new Date().toISOString(),
    },
    accept: ["density", "densityFar"],
  };
  expect((await send(context, bought)).status()).toBe(200);
  return lotId;
}

/** How many fish the server has in a lot: what the form offers to choose. */
async function fishOf(context: BrowserContext, lotId: string) {
  const html = await (await context.request.get(`${origin}/record/mortality`)).text();
  const after = html.slice(html.indexOf(`value="${lotId}"`));
  return Number(after.match(/([\d,]+) 尾/)?.[1]?.replace(",", ""));
}

async function recordDead(page: Page, lotId: string, count: number) {
  await page.locator(`[name=lotId][value="${lotId}"]`).check();
  await page.getByLabel("死了多少尾").fill(String(count));
  await page.getByRole("button", { name: "记下" }).click();
}
const waiting = (page: Page) => page.locator("#waiting");
const queued = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ bodies: { id: string }[] }[]>((resolve, reject) => {
        const opening = indexedDB.open("pond", 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("waiting").objectStore("waiting").getAll();
          all.onsuccess = () => resolve(all.result);
        };
      }),
  );

test.beforeAll(({ baseURL }) => {
  origin = String(baseURL);
});

test("four taps record what died, and a fifth takes it back", async ({ context }) => {
  const page = await phone(context);
  const lotId = await stock(context, 1000);
  await page.goto("/record");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: "死亡" }).click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await recordDead(page, lotId, 7);
  await expect(page.getByRole("heading", { name: "记下了" })).toBeVisible();
  expect(await fishOf(context, lotId)).toBe(993);
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("已撤回")).toBeVisible();
  expect(await fishOf(context, lotId)).toBe(1000);
});

test("what looks wrong is asked once, at the form, with everything typed kept", async ({ context }) => {
  const page = await phone(context);
  const lotId = await stock(context, 1000);
  await page.goto("/record/mortality");
  await recordDead(page, lotId, 200);
  await expect(page.getByText("死亡超过存塘数的 5%")).toBeVisible();
  await expect(page.getByLabel("死了多少尾")).toHaveValue("200");
  expect(await fishOf(context, lotId)).toBe(1000);
  await page.getByLabel("没有错，就这样记").check();
  await page.getByRole("button", { name: "记下" }).click();
  await expect(page.getByRole("heading", { name: "记下了" })).toBeVisible();
  expect(await fishOf(context, lotId)).toBe(800);
});

test("without a network entries wait on the phone, outlive the tab, and are sent exactly once", async ({
  context,
}) => {
  const lotPage = await phone(context);
  const lotId = await stock(context, 1000);
  await lotPage.evaluate(() =>
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))),
  );
  await lotPage.close();
  const page = await phone(context);
  await context.setOffline(true);
  for (const count of [1, 2, 4]) {
    await page.goto("/record/mortality");
    await recordDead(page, lotId, count);
    await expect(waiting(page)).toContainText(`${count} 尾`);
  }
  await page.close({ runBeforeUnload: false });

  const reopened = await context.newPage();
  await reopened.goto("/record");
  await expect(waiting(reopened).getByRole("listitem")).toHaveCount(3);
  const entries = await queued(reopened);
  await context.setOffline(false);
  await expect(waiting(reopened)).toBeHidden({ timeout: 20_000 });
  expect(await fishOf(context, lotId)).toBe(993);

  // The same queue three times more, each time in another order.
  for (const order of [entries, [...entries].reverse(), [entries[1], entries[2], entries[0]]])
    for (const entry of order) {
      const { results } = await (await send(context, entry?.bodies, "?unattended=1")).json();
      expect(results).toEqual([{ id: entry?.bodies[0]?.id, status: "repeated" }]);
    }
  expect(await fishOf(context, lotId)).toBe(993);
});

test("an answer that is lost after the server has written leaves one entry, sent again", async ({
  context,
}) => {
  const page = await phone(context);
  const lotId = await stock(context, 1000);
  await page.goto("/record/mortality");
  let lost = 0;
  await context.route("**/api/v1/events?*", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await recordDead(page, lotId, 9);
  await expect(waiting(page)).toContainText("9 尾");
  expect(lost).toBeGreaterThan(0);
  expect(await fishOf(context, lotId)).toBe(991);
  await context.unroute("**/api/v1/events?*");
  await page.getByRole("button", { name: "现在发送" }).click();
  await expect(waiting(page)).toBeHidden();
  expect(await fishOf(context, lotId)).toBe(991);
});

test("what the server can't book comes back as pending, with the reason", async ({ context }) => {
  const page = await phone(context);
  const lotId = await stock(context, 50);
  const before = await page.context().newPage();
  await before.goto("/record/mortality");
  await context.setOffline(true);
  await recordDead(before, lotId, 51);
  await expect(waiting(before)).toContainText("51 尾");
  await context.setOffline(false);
  await expect(waiting(before)).toContainText("待处理", { timeout: 20_000 });
  await waiting(before).getByRole("link").click();
  await expect(before.getByText("差 1 尾")).toBeVisible();
  expect(await fishOf(context, lotId)).toBe(50);
});

test("what looks wrong and was written without a network is confirmed, or dropped, in the list of what waits", async ({
  context,
}) => {
  const page = await phone(context);
  const lotId = await stock(context, 1000);
  for (const count of [200, 300]) {
    await page.goto("/record/mortality");
    await context.setOffline(true);
    await recordDead(page, lotId, count);
    await expect(waiting(page)).toContainText(`${count} 尾`);
    await context.setOffline(false);
    await expect(waiting(page)).toContainText("死亡超过存塘数的 5%", { timeout: 20_000 });
  }
  // Also after the tab was closed, and it is not sent again before somebody has said so.
  await page.close();
  const reopened = await context.newPage();
  await reopened.goto("/record");
  const [first, second] = [200, 300].map((count) =>
    waiting(reopened)
      .getByRole("listitem")
      .filter({ hasText: `${count} 尾` }),
  );
  await expect(first as NonNullable<typeof first>).toContainText("看起来不对");
  expect((await new AxeBuilder({ page: reopened }).analyze()).violations).toEqual([]);
  expect(await fishOf(context, lotId)).toBe(1000);
  await first?.getByRole("button", { name: "没有错，就这样记" }).click();
  await expect(first as NonNullable<typeof first>).toHaveCount(0);
  expect(await fishOf(context, lotId)).toBe(800);
  await second?.getByRole("button", { name: "删掉这条" }).click();
  await expect(waiting(reopened)).toBeHidden();
  expect(await fishOf(context, lotId)).toBe(800);
});

test("signing out warns while entries wait, and leaves nothing to read for the next one", async ({
  context,
}) => {
  const page = await phone(context);
  await context.setOffline(true);
  await page.goto("/record/input");
  await page.locator("[name=siteId]").first().check();
  await page.getByLabel("品名").fill("生石灰");
  await page.getByLabel("用量（每口池）").fill("1 袋");
  await page.getByRole("button", { name: "记下" }).click();
  await expect(waiting(page)).toBeVisible();
  await context.route("**/api/v1/events?*", (route) => route.abort());
  await context.setOffline(false);
  await page.goto("/");
  await page.getByRole("button", { name: "我的账号" }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page.getByText("还有没发出的记录").first()).toBeVisible();
  await page.getByRole("button", { name: "仍然退出" }).click();
  await expect(page).toHaveURL(/\/login/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.setOffline(true);
  await expect(page.goto("/record")).rejects.toThrow();
  await context.setOffline(false);

  await enter(context.request, origin, "coordinator", "zh");
  await page.goto("/record");
  await expect(waiting(page)).toContainText("其他账号");
  await expect(waiting(page)).not.toContainText("生石灰");
});
