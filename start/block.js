const samplePassword = "yulian-sample";

/** Terminals give a Chinese character two columns. @param {string} text */
const width = (text) => [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0);

/** @param {string} text @param {number} columns */
const pad = (text, columns) => text + " ".repeat(Math.max(0, columns - width(text)));

/**
 * The last thing the start prints: where to go, and as whom.
 * @param {{ address: string, setupPath?: string, seconds: number, version: string,
 *   sampleAccounts: { login: string, name: string }[], tty?: boolean }} start
 */
export function block({ address, setupPath, seconds, version, sampleAccounts, tty = false }) {
  const bold = (/** @type {string} */ text) => (tty ? `\x1b[1m${text}\x1b[22m` : text);
  const dim = (/** @type {string} */ text) => (tty ? `\x1b[2m${text}\x1b[22m` : text);
  const longest = Math.max(0, ...sampleAccounts.map(({ login }) => login.length));
  const lines = [
    "",
    `  ${bold("渔联 Yulian")}  ${dim(`${version} · ${seconds.toFixed(1)} s`)}`,
    "",
    `  ${pad("打开 Open", 16)}${bold(address)}`,
  ];
  if (setupPath) lines.push(`  ${pad("首次设置 Set up", 16)}${bold(address + setupPath)}`);
  if (sampleAccounts.length > 0) {
    lines.push("", `  ${pad("示例账号 Sample accounts", 26)}${dim(`密码 password: ${samplePassword}`)}`);
    for (const { login, name } of sampleAccounts) lines.push(`    ${pad(login, longest + 3)}${dim(name)}`);
  }
  lines.push("", `  ${pad("停止 Stop", 16)}Ctrl-C`, "");
  return lines.join("\n");
}
