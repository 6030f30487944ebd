import { expect, test } from "@playwright/test";
import { enter } from "#tests/tour.ts";

test("keys pressed while a slow phone still wakes the page neither kill it nor stay without answer", async ({
  page,
  baseURL,
}) => {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  await enter(page.request, String(baseURL), "coordinator", "zh");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (let load = 0; load < 4; load += 1) {
    await page.goto("/members", { waitUntil: "commit" });
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press("Control+k");
      await page.waitForTimeout(20);
    }
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  expect(failures).toEqual([]);
  await page.keyboard.press("Escape");
  const field = page.getByRole("combobox", { name: "搜索成员、场所、企业" });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 1000 });
  }).toPass();
});
