import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** For a container without network, GPU or user namespaces; WebGL is drawn by the processor. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** The browser the tests and pictures use: a named one, the system's, or the one in the npm package. */
export async function findBrowser() {
  return process.env.CHROMIUM_PATH || installed.find(existsSync) || (await sparticuz.executablePath());
}

/** Why a browser does not run here, in one line; undefined if it does. */
export function whyItFails(browser: string) {
  const { status, stderr, error } = spawnSync(browser, ["--version"], { encoding: "utf8" });
  if (status === 0) return undefined;
  const missing = stderr?.match(/(lib[\w.+-]+\.so[\w.]*): cannot open/)?.[1];
  return missing
    ? `the browser ${browser} lacks ${missing}: apt-get install libnss3, or apt-get install chromium, or set CHROMIUM_PATH`
    : `the browser ${browser} does not run (${error?.message ?? stderr.trim().split("\n").at(-1)}): apt-get install chromium, or set CHROMIUM_PATH`;
}

/** Without such a font pictures show a box for each Chinese character. */
export const hasChineseFont = () =>
  process.platform !== "linux" ||
  ["/usr/share/fonts", "/usr/local/share/fonts"]
    .filter(existsSync)
    .some((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).some((file) =>
        /cjk|noto.*(sc|hans)|wqy|droidsansfallback|uming|ukai|source-?han/i.test(file),
      ),
    );

if (import.meta.filename === process.argv[1]) {
  const failure = whyItFails(await findBrowser());
  const font = hasChineseFont() ? undefined : "no Chinese font: apt-get install fonts-noto-cjk";
  for (const line of [failure, font]) if (line) console.error(line);
  process.exitCode = failure ? 2 : font ? 3 : 0;
}
