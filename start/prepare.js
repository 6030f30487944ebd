import { run } from "./run.js";
import { problem, step } from "./say.js";

/**
 * @typedef {{ databaseUrl: string, ownerUrl: string, movedTo?: string, guardedByTriggersOnly: boolean,
 *   accounts: number, sampleAccounts: { login: string, name: string }[] }} Prepared
 */

/**
 * Database started or reached, migrated, and filled with the sample if it is empty: TypeScript, so in a child, which
 * tells how far it is in lines of JSON.
 * @param {string} root @param {{ onDatabase: (folder: string) => void }} on
 * @returns {Promise<Prepared>}
 */
export function prepare(root, { onDatabase }) {
  return step("准备数据库 Preparing the database", async (detail) => {
    /** @type {Prepared | undefined} */
    let ready;
    /** @type {string | undefined} */
    let refused;
    try {
      await run([process.execPath, "--import", "tsx", "db/bin/prepare.ts"], {
        cwd: root,
        failed: ["数据库准备失败", "the database could not be made ready"],
        onLine: (line) => {
          const said = JSON.parse(line);
          if (said.detail) detail(said.detail);
          if (said.folder) onDatabase(said.folder);
          ready = said.ready ?? ready;
          refused = said.refused ?? refused;
        },
      });
    } catch (error) {
      throw refused ? Object.assign(new Error(refused), { oneLine: true }) : error;
    }
    if (!ready) throw problem("数据库准备中断", "preparing the database ended early");
    return ready;
  });
}
