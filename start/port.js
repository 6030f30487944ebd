import { createServer } from "node:net";
import { problem } from "./say.js";

/**
 * Says early, in one line, that the address can't be listened at.
 * @param {string} host @param {number} port @returns {Promise<void>}
 */
export function checkPort(host, port) {
  return new Promise((free, refused) => {
    const probe = createServer();
    probe.once("error", (error) => refused(portProblem(error, { host, port })));
    probe.listen(port, host, () => probe.close(() => free()));
  });
}

/** @param {unknown} error @param {{ host: string, port: number }} address */
export function portProblem(error, { host, port }) {
  const { code } = /** @type {NodeJS.ErrnoException} */ (error);
  return code === "EADDRINUSE"
    ? problem(`端口 ${port} 已被占用`, `port ${port} on ${host} is in use; choose another with PORT`)
    : problem(`无法监听 ${host}:${port}`, `can't listen on ${host}:${port} (${code}); see HOST and PORT`);
}
