import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { enter, findIds, tour } from "#tests/tour.ts";

let ids: Awaited<ReturnType<typeof findIds>> | undefined;
const idsOnce = async (browser: Browser, origin: string) => {
  ids ??= await findIds(browser, origin);
  return ids;
};

// A film of some hundred pages costs more than looking at them; what fails names its page.
test.use({ trace: "off" });

const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** A page is loaded once and looked at in both sizes; each size is the one it is loaded in for one language. */
const views = { zh: [wide, phone], en: [phone, wide] } as const;

// One test for both languages: the account remembers which it was last shown in.
for (const visitor of new Set(tour.flatMap((stop) => stop.visitors))) {
  test(`${visitor ?? "a visitor"} meets no barrier`, async ({ browser, baseURL }) => {
    const origin = String(baseURL);
    test.setTimeout(1_200_000);
    const found = await idsOnce(browser, origin);
    for (const language of ["zh", "en"] as const) {
      const context = await browser.newContext({ viewport: views[language][0], baseURL });
      await enter(context.request, origin, visitor, language);
      // In English no map engine arrives: what the pages say then must hold as well.
      if (language === "en") await context.route(/\/assets\/maplibre/, (route) => route.abort());
      const page = await context.newPage();
      for (const stop of tour.filter((stop) => stop.visitors.includes(visitor)))
        await look(page, { ...stop, path: stop.path(found), language });
      await context.close();
    }
  });
}

type Look = { name: string; path: string; language: keyof typeof views };

async function look(page: Page, { name, path, language }: Look) {
  const answer = await page.goto(path);
  expect.soft(answer?.status(), name).toBe(name === "unknown" ? 404 : 200);
  for (const size of views[language]) {
    await page.setViewportSize(size);
    const what = `${name} in ${language} at ${size.width}`;
    expect.soft(await barriers(page), what).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(tooWide, `${what} scrolls sideways`).toBeLessThanOrEqual(0);
    if (language === "en") expect.soft(await chineseOutsideMarks(page), what).toEqual([]);
  }
  await page.setViewportSize(views[language][0]);
}

async function barriers(page: Page) {
  const { violations } = await quickAxe(page).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Every rule, but only failures written up, and no helper page for frames: we have none. Three times as fast. */
const quickAxe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);

/** Visible Chinese text that no element marks as Chinese. */
function chineseOutsideMarks(page: Page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName)) continue;
      if (/\p{Script=Han}/u.test(node.textContent ?? "") && !parent.closest("[lang^=zh]")) {
        left.push(node.textContent ?? "");
      }
    }
    return left.slice(0, 5);
  });
}
