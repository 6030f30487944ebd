import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { enter, settle } from "#tests/tour.ts";

const origin = (baseURL: string | undefined) => String(baseURL);

async function enterAs(
  context: BrowserContext,
  baseURL: string | undefined,
  account: "coordinator" | "village.junba",
) {
  await enter(context.request, origin(baseURL), account, "zh");
}

/** How many pixels of the map are about this blue: the signs of farming. */
function farmingPixels(page: Page) {
  return page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>("[data-map] canvas");
    if (!canvas) return -1;
    const picture = await createImageBitmap(canvas);
    const copy = new OffscreenCanvas(picture.width, picture.height);
    const pen = copy.getContext("2d") as OffscreenCanvasRenderingContext2D;
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, picture.width, picture.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
      if (Math.abs(red - 27) + Math.abs(green - 79) + Math.abs(blue - 174) < 24) count++;
    }
    return count;
  });
}

test("the alliance is drawn, the legend switches it, and nothing asks another host", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, baseURL, "coordinator");
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin(baseURL)))
      foreign.push(request.url());
  });
  await page.goto("/map");
  await settle(page);
  const all = await farmingPixels(page);
  expect(all).toBeGreaterThan(2_000);

  await page.getByRole("switch", { name: "陆基池" }).click();
  await expect(page).toHaveURL(/off=pond/);
  await expect(page.getByRole("switch", { name: "陆基池" })).not.toBeChecked();
  // The rest stays in sight all the while: nothing is drawn anew.
  const seen: number[] = [];
  await expect
    .poll(async () => {
      seen.push(await farmingPixels(page));
      return seen.at(-1);
    })
    .toBeLessThan(all * 0.8);
  const withoutPonds = await farmingPixels(page);
  expect(Math.min(...seen, withoutPonds)).toBeGreaterThan(all * 0.1);

  await page.reload();
  await settle(page);
  expect(Math.abs((await farmingPixels(page)) - withoutPonds)).toBeLessThan(all * 0.1);
  expect(foreign).toEqual([]);
});

test("what is found is gone to, and a view can be sent", async ({ page, context, baseURL }) => {
  await enterAs(context, baseURL, "coordinator");
  await page.goto("/map");
  await settle(page);
  await page.getByRole("searchbox").fill("jbc");
  await expect(page).toHaveURL(/q=jbc/);
  const entry = page.getByRole("link", { name: /军坝村 ?1 ?号池/ });
  await entry.focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("region", { name: "军坝村1号池" });
  await expect(card).toContainText("陆基高密度养鱼池");
  await expect(card.getByRole("link", { name: "查看档案" })).toHaveAttribute(
    "href",
    /\/sites\/[0-9a-f-]{36}$/,
  );

  const sent = await context.newPage();
  await sent.goto(page.url());
  await expect(sent.getByRole("region", { name: "军坝村1号池" })).toBeVisible();
});

test("a sign on the map opens its card", async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(context, baseURL, "coordinator");
  const { features } = await (
    await context.request.get("/map/sites.geojson?layer=others&kind=water_area")
  ).json();
  const sign = features.find((one: { geometry: { type: string } }) => one.geometry.type === "Point");
  const [lng, lat] = sign.geometry.coordinates;
  const { name } = sign.properties;
  const span = 0.004;
  await page.goto(`/map?bbox=${lng - span},${lat - span},${lng + span},${lat + span}`);
  await settle(page);
  const box = await page.locator("[data-map]").boundingBox();
  if (!box) throw new Error("no map");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole("region", { name })).toBeVisible();
  await expect(page).toHaveURL(/selected=site/);
});

test("a keeper's map begins at the own ponds and shows no neighbour's", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, baseURL, "village.junba");
  await page.goto("/map");
  await settle(page);
  await expect(page.getByRole("heading", { name: "场所与水面" })).toBeVisible();
  const names = await page.locator("main").getByRole("list").getByRole("link").allTextContents();
  const ponds = names.filter((text) => text.includes("陆基"));
  expect(ponds.length).toBeGreaterThan(10);
  expect(ponds.filter((text) => !text.includes("军坝村"))).toEqual([]);
});

test("without WebGL the page says so and the list remains", async ({ page, context, baseURL }) => {
  await enterAs(context, baseURL, "coordinator");
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto("/map");
  await expect(page.getByText("画不出地图")).toBeVisible();
  await expect(page.getByRole("link", { name: /安合村 ?1 ?号池/ })).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("the list, the filter and the switches work", async ({ page, context, baseURL }) => {
    await enterAs(context, baseURL, "coordinator");
    await page.goto("/map?q=jbc");
    await expect(page.getByRole("link", { name: /军坝村 ?1 ?号池/ })).toBeVisible();
    await page.getByRole("link", { name: /军坝村 ?1 ?号池/ }).click();
    await expect(page.getByRole("region", { name: "军坝村1号池" })).toBeVisible();
  });
});
