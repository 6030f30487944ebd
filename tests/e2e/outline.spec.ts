import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import gcoord from "gcoord";
import type { Polygon, Position } from "geojson";
import { enter } from "#tests/tour.ts";

type Site = { id: string; code: string; areaMu: number };

async function sites(request: APIRequestContext, origin: string, query: string): Promise<Site[]> {
  return (await (await request.get(`${origin}/api/v1/sites?${query}`)).json()).items;
}

/** The editor with its map drawn and its handles shown. */
async function openEditor(page: Page, id: string) {
  await page.goto(`/sites/${id}/outline`);
  await expect(page.locator("[data-idle]")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("toolbar")).toBeVisible();
}

const corners = (page: Page) =>
  page
    .getByText(/^图上 .*个拐点$/)
    .textContent()
    .then((text) => Number(text?.match(/(\d+) 个拐点/)?.[1]));

test("a town officer corrects a reservoir by number, and the coordinator's mu follow", async ({
  page,
  browser,
  baseURL,
}) => {
  const origin = String(baseURL);
  const office = await browser.newContext();
  await enter(office.request, origin, "coordinator", "zh");
  const muOf = async () => {
    const list = await (await office.request.get(`${origin}/sites?kind=water_area`)).text();
    return Number(list.match(/在用面积 ([\d,.]+) 亩/)?.[1]?.replaceAll(",", ""));
  };
  await enter(page.request, origin, "town.jianchi", "zh");
  const [water] = await sites(page.request, origin, "kind=water_area&town=610921101&limit=1");
  const before = await muOf();

  await openEditor(page, String(water?.id));
  await page.getByText("按数字修改拐点").click();
  const field = page.getByLabel("第 1 圈，拐点 1，纬度", { exact: true });
  const degrees = Number(await field.inputValue());
  const area = page.getByText(/^图上 .* 亩/);
  const drawn = await area.textContent();
  // Ten metres further out or in.
  await field.fill(String(degrees + 0.0001));
  await field.press("Enter");
  await expect(area).not.toHaveText(String(drawn));
  await page.getByLabel(/^取 .* 亩为登记面积$/).check();
  const taken = Number(
    (await page.getByText(/^取 .* 亩为登记面积$/).textContent())?.match(/[\d,.]+/)?.[0]?.replaceAll(",", ""),
  );
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/sites/${water?.id}$`));
  await expect(page.getByText("修改了场所轮廓")).toBeVisible();

  expect(taken).toBeGreaterThan(0);
  expect((await muOf()) - before).toBeCloseTo(taken - Number(water?.areaMu), 0);
  const [corrected] = await sites(office.request, origin, `kind=water_area&q=${water?.code}`);
  expect(corrected?.areaMu).toBe(taken);
  await office.close();
});

test("the pointer draws a ring, takes back a corner, and is told at once where lines cross", async ({
  page,
  baseURL,
}) => {
  await enter(page.request, String(baseURL), "coordinator", "zh");
  const [pond] = await sites(page.request, String(baseURL), "kind=earth_pond&limit=1");
  await openEditor(page, String(pond?.id));
  const before = await corners(page);
  await page.getByRole("button", { name: "画圈" }).click();
  const box = await page.locator("canvas").first().boundingBox();
  if (!box) throw new Error("no canvas");
  const click = async (x: number, y: number) => {
    await page.mouse.move(box.x + x, box.y + y, { steps: 3 });
    await page.mouse.click(box.x + x, box.y + y);
    await page.waitForTimeout(400);
  };
  // In the corner of the map, beside the pond.
  await click(40, 40);
  await click(120, 40);
  await click(120, 110);
  await click(90, 150);
  await page.getByRole("button", { name: "撤销" }).click();
  await click(40, 110);
  await click(40, 110);
  await expect(async () => expect(await corners(page)).toBe(before + 4)).toPass();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(async () => expect(await corners(page)).toBe(before)).toPass();
  await page.getByRole("button", { name: "重做" }).click();
  await expect(async () => expect(await corners(page)).toBe(before + 4)).toPass();
  await page.getByRole("button", { name: "撤销" }).click();

  await page.getByRole("button", { name: "画圈" }).click();
  await click(40, 40);
  await click(140, 120);
  await click(140, 40);
  await click(40, 120);
  await expect(page.getByText(/交叉或相碰/)).toBeVisible();
});

test("a KML file in GCJ-02 dropped onto the page lands within a metre", async ({ page, baseURL }) => {
  await enter(page.request, String(baseURL), "coordinator", "zh");
  const [water] = await sites(page.request, String(baseURL), "kind=water_area&limit=1");
  await openEditor(page, String(water?.id));
  const ring: Position[] = [
    [108.501, 32.901],
    [108.511, 32.901],
    [108.511, 32.909],
    [108.501, 32.909],
    [108.501, 32.901],
  ];
  const text = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>军坝水库</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring.join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "水库.kml"));
    return transfer;
  }, text);
  await page.getByRole("group", { name: "用文件里的轮廓" }).dispatchEvent("drop", { dataTransfer: files });
  await expect(page.getByRole("button", { name: "用这一个" })).toBeDisabled();
  await page.getByLabel(/GCJ-02/).check();
  await page.getByRole("button", { name: "用这一个" }).click();
  const field = page.locator("input[name=outline]");
  await expect(field).toHaveValue(/Polygon/);
  const outline: Polygon = JSON.parse(await field.inputValue());
  const [found = []] = outline.coordinates;
  expect(found).toHaveLength(5);
  for (const corner of ring) {
    const [lng = 0, lat = 0] = gcoord.transform(corner as [number, number], gcoord.GCJ02, gcoord.WGS84);
    const metres = found.map(([x = 0, y = 0]) => Math.hypot((x - lng) * 93_400, (y - lat) * 111_195));
    expect(Math.min(...metres)).toBeLessThan(1);
  }
});

test("two draw at once: the second sees both shapes, may take theirs, or keep the own", async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const origin = String(baseURL);
  const office = await browser.newContext();
  await enter(office.request, origin, "coordinator", "zh");
  await enter(page.request, origin, "town.jianchi", "zh");
  const [water] = await sites(page.request, origin, "kind=water_area&town=610921101&limit=2&q=W01");
  const id = String(water?.id);
  const latitude = (of: Page) => of.getByLabel("第 1 圈，拐点 1，纬度", { exact: true });
  const begin = async (of: Page) => {
    await of.goto(`/sites/${id}/outline`);
    await expect(of.getByRole("toolbar")).toBeVisible();
    await of.getByText("按数字修改拐点").click();
    return Number(await latitude(of).inputValue());
  };
  const move = async (of: Page, degrees: number) => {
    await latitude(of).fill(degrees.toFixed(7));
    await latitude(of).press("Enter");
  };
  const save = (of: Page) => of.getByRole("button", { name: "保存", exact: true }).click();
  const other = await office.newPage();
  // This one works from the list alone, and fast: the engine never comes.
  await other.route(/maplibre/, (route) => route.abort());
  // All of them move outwards, so that no line crosses another.

  const degrees = await begin(page);
  await begin(other);
  await move(other, degrees + 0.0001);
  await save(other);
  await expect(other).toHaveURL(new RegExp(`/sites/${id}$`));

  await move(page, degrees + 0.00005);
  await save(page);
  const notice = page.getByRole("alert").filter({ has: page.getByRole("table") });
  await expect(notice).toBeVisible();
  await expect(notice.getByRole("row")).toHaveCount(2);
  await expect(page.getByText("您画的", { exact: true })).toBeVisible();
  await expect(page.getByText("现在登记的", { exact: true }).last()).toBeVisible();
  await expect(page.locator("[data-idle]")).toBeVisible({ timeout: 30_000 });
  // Nothing that was drawn is lost.
  const mine = await page.locator("input[name=outline]").inputValue();
  expect(mine).toContain(String(Number((degrees + 0.00005).toFixed(7))));

  await page.getByRole("link", { name: "用现在登记的，放弃我画的" }).click();
  await expect(page.getByRole("toolbar")).toBeVisible();
  await page.getByText("按数字修改拐点").click();
  await expect(latitude(page)).toHaveValue(String(Number((degrees + 0.0001).toFixed(7))));

  // Once more, and this time the own shape is kept against a newer one.
  await begin(other);
  await move(other, degrees + 0.00008);
  await save(other);
  await expect(other).toHaveURL(new RegExp(`/sites/${id}$`));
  await move(page, degrees + 0.00003);
  await save(page);
  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "保存我画的" }).click();
  await expect(page).toHaveURL(new RegExp(`/sites/${id}$`));
  await begin(page);
  await expect(latitude(page)).toHaveValue(String(Number((degrees + 0.00003).toFixed(7))));
  await office.close();
});
