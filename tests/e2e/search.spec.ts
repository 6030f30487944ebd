import { expect, test } from "@playwright/test";
import { enter } from "#tests/tour.ts";

test("the search opens by keyboard, is chosen from by arrow keys and closed by one Esc", async ({
  page,
  baseURL,
}) => {
  await enter(page.request, String(baseURL), "coordinator", "zh");
  await page.goto("/sites");
  const field = page.getByRole("combobox", { name: "搜索成员、场所、企业" });
  // The page takes keys only once its script runs.
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
  await field.fill("junba");
  const chosen = page.getByRole("dialog").getByRole("option", { selected: true });
  await expect(chosen).toContainText("军坝村");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toContainText("军坝村1号池");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/members\/[0-9a-f-]{36}$/);
  await expect(field).toBeHidden();

  await page.getByRole("link", { name: "搜索" }).click();
  await field.fill("没有这个名字");
  await expect(page.getByRole("status").filter({ hasText: "没有找到" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a page", async ({ page, baseURL }) => {
    await enter(page.request, String(baseURL), "village.junba", "zh");
    await page.goto("/");
    await page.getByRole("link", { name: "搜索" }).click();
    await page.getByRole("searchbox").fill("1号池");
    await page.getByRole("button", { name: "搜索" }).click();
    await expect(page.getByRole("link", { name: /军坝村1号池/ })).toBeVisible();
  });
});
