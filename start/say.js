/** Something that ends the start and is said in one line, without a stack. */
export const problem = (/** @type {string} */ zh, /** @type {string} */ en) =>
  Object.assign(new Error(`${zh} · ${en}`), { oneLine: true });

const { stdout } = process;

/**
 * Runs one step of the start and keeps saying that it is still at it.
 * @template Result
 * @param {string} label
 * @param {(detail: (text: string) => void) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(label, work) {
  const begun = performance.now();
  let detail = "";
  const line = () =>
    `  · ${label}${detail && ` ${detail}`} … ${Math.round((performance.now() - begun) / 1000)} s`;
  const show = () => stdout.write(stdout.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`);
  show();
  const timer = setInterval(show, stdout.isTTY ? 500 : 4000);
  try {
    const result = await work((text) => {
      detail = text;
    });
    stdout.write(
      `${stdout.isTTY ? "\r\x1b[2K" : ""}  ✓ ${label} ${((performance.now() - begun) / 1000).toFixed(1)} s\n`,
    );
    return result;
  } catch (error) {
    if (stdout.isTTY) stdout.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} text */
export const warn = (text) => console.warn(`  ! ${text}`);
