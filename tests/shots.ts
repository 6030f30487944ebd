import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { browserArguments, findBrowser } from "./browser.ts";
import { enter, findIds, settle, tour } from "./tour.ts";

/**
 * `npm run shots [origin] [page …]`: photographs every page for every role, wide and phone, in both languages, light
 * and dark, from a running server with the sample (default http://127.0.0.1:3000) into shots/.
 */
const [origin = "http://127.0.0.1:3000", ...only] = process.argv.slice(2);
const folder = resolve(import.meta.dirname, "../shots");
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** A longer page is cut here; below stands more of the same. */
const longest = 2200;

if (only.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
const ids = await findIds(browser, origin);
const visitors = new Set(tour.flatMap((stop) => stop.visitors));
let taken = 0;
for (const visitor of visitors) {
  for (const language of ["zh", "en"] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({ viewport, locale: language === "zh" ? "zh-CN" : "en-GB" });
      await enter(context.request, origin, visitor, language);
      const page = await context.newPage();
      for (const stop of tour) {
        if (!stop.visitors.includes(visitor) || (only.length > 0 && !only.includes(stop.name))) continue;
        await page.goto(origin + stop.path(ids), { waitUntil: "networkidle" });
        await settle(page);
        await page.evaluate(() => window.scrollTo(0, 0));
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          // A map paints itself anew.
          if (stop.name.startsWith("map")) await page.waitForTimeout(700);
          const name = [stop.name, visitor ?? "visitor", size, language, colorScheme].join("-");
          const height = Math.min(longest, await page.evaluate(() => document.documentElement.scrollHeight));
          const clip = { x: 0, y: 0, width: viewport.width, height: Math.max(height, viewport.height) };
          await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip });
          taken++;
        }
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(`${taken} pictures in ${folder}`);
