import { chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "../tests/browser.ts";
import type { Bench } from "./figure.ts";
import type { Tools } from "./run.ts";
import { port, startApp } from "./server.ts";
import { signIn } from "./sign-in.ts";

const sitesEach = 1_000_000;
const views = [
  { name: "the county, in groups", bbox: "108.2,32.7,108.8,33.2" },
  { name: "a town, in groups", bbox: "108.45,32.9,108.55,33.0" },
  { name: "a village, every site", bbox: "108.495,32.945,108.51,32.955" },
];
const strokes = 6;

/** Frame times while a hand pans the map of a million sites; how smooth that is depends on the graphics card. */
export async function pan({ databases }: Tools): Promise<Bench> {
  const { appUrl, account, sql } = await databases.seeded({ alliances: 1, sitesEach });
  await sql.end();
  const app = await startApp(appUrl, port(3));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
  try {
    const [name = "", value = ""] = (await signIn(app.url, account)).split("=");
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    const details: string[] = [];
    for (const view of views) {
      console.log(`  · pan: ${view.name}`);
      await page.goto(`${app.url}/map?bbox=${view.bbox}`);
      await page.locator("[data-idle]").waitFor({ timeout: 120_000 });
      const frames = await panned(page);
      details.push(`${view.name}: ${describe(frames)}`);
    }
    details.push(`drawn by ${await renderer(page)}`);
    return { figures: [], details };
  } finally {
    await browser.close();
    await app.stop();
  }
}

/** Milliseconds between frames while the map is dragged to and fro. */
async function panned(page: Page) {
  const box = await page.locator("[data-map]").boundingBox();
  if (!box) throw new Error("no map");
  await page.evaluate(() => {
    // A method, because tsx marks every other function with a name that the page doesn't know.
    const clock = {
      frames: [] as number[],
      before: performance.now(),
      note(now: number) {
        clock.frames.push(now - clock.before);
        clock.before = now;
        requestAnimationFrame(clock.note);
      },
    };
    requestAnimationFrame(clock.note);
    Object.assign(window, { frames: clock.frames });
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const way = stroke % 2 === 0 ? 250 : -250;
    await page.mouse.move(x - way / 2, y);
    await page.mouse.down();
    await page.mouse.move(x + way / 2, y + way / 4, { steps: 30 });
    await page.mouse.up();
  }
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames);
}

function describe(frames: number[]) {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  return `${frames.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

const renderer = (page: Page) =>
  page.evaluate(() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    const names = gl?.getExtension("WEBGL_debug_renderer_info");
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : "an unknown renderer";
  });
