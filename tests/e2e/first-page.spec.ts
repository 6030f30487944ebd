import { expect, test } from "@playwright/test";

test("a newcomer is led to the sign-in and comes in with a sample account", async ({ page }) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));

  await page.goto("/");
  await expect(page).toHaveURL(/\/login/);
  await page.locator("#account").fill("coordinator");
  await page.locator("#password").fill("yulian-sample");
  await page.locator("#password").press("Enter");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.locator("main")).toContainText("76");
  expect(failures).toEqual([]);
});
