import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { enter } from "#tests/tour.ts";

const village = "军坝村（101200）";
const headings = ["编号", "名称", "类型", "经营者", "经度", "纬度"];

/** Codes nobody else uses, also when the test runs again on the same database. */
const batch = Date.now().toString(36).toUpperCase().slice(-5);
const pond = (index: number) => [
  `T${batch}-${index}`,
  `导入示例池${index}`,
  "陆基圆池",
  village,
  "108.59",
  "32.858",
];
const csv = (lines: string[][]) => Buffer.from(lines.map((line) => line.join(",")).join("\n"));

test("a town officer imports twenty sites, mends three and stores them all", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await enter(context.request, String(baseURL), "town.jianchi", "zh");
  const page = await context.newPage();
  const lines = Array.from({ length: 20 }, (_, index) => pond(index));
  const broken = lines.map((line) => [...line]);
  broken[3]?.splice(2, 1, "湖");
  broken[9]?.splice(1, 1, "");
  broken[15]?.splice(3, 1, "没有的村");

  await page.goto("/imports");
  await page.getByLabel("导入什么").selectOption("sites");
  await page
    .getByLabel("文件")
    .setInputFiles({ name: "鱼池.csv", mimeType: "text/csv", buffer: csv([headings, ...broken]) });
  await page.getByRole("button", { name: "上传并预览" }).click();
  await expect(page.getByRole("heading", { name: "鱼池.csv" })).toBeVisible();
  await page.getByRole("navigation", { name: "按结果查看" }).getByRole("link", { name: /有错/ }).click();
  await expect(page.getByText("“湖”不在可选项中")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "下载有错的行" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("鱼池-有错.xlsx");
  await page.getByRole("button", { name: "储存 17 行" }).click();
  await expect(page.getByText("已储存 17 行")).toBeVisible();

  await page.getByRole("link", { name: "再导入一个表格" }).click();
  await page.getByLabel("导入什么").selectOption("sites");
  const mended = [3, 9, 15].map((index) => pond(index));
  await page
    .getByLabel("文件")
    .setInputFiles({ name: "改好.csv", mimeType: "text/csv", buffer: csv([headings, ...mended]) });
  await page.getByRole("button", { name: "上传并预览" }).click();
  await page.getByRole("button", { name: "储存 3 行" }).click();
  await expect(page.getByText("已储存 3 行")).toBeVisible();

  await page.goto(`/sites?q=${batch}`);
  await expect(page.getByText("共 20 处")).toBeVisible();
  await context.close();
});

test("without a script the preview and the progress are pages all the same", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await enter(context.request, String(baseURL), "coordinator", "zh");
  const page = await context.newPage();
  await page.goto("/imports");
  await page.getByLabel("导入什么").selectOption("sites");
  const lines = [headings, pond(100), pond(101)];
  await page
    .getByLabel("文件")
    .setInputFiles({ name: "ponds.csv", mimeType: "text/csv", buffer: csv(lines) });
  await page.getByRole("button", { name: "上传并预览" }).click();
  await page.getByRole("button", { name: "储存 2 行" }).click();
  await expect(page.getByText("已储存 2 行")).toBeVisible({ timeout: 20_000 });
  await context.close();
});
