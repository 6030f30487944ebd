import { v5 as uuidv5, v7 as uuidv7 } from "uuid";
import type * as z from "zod";
import { program } from "#app/audit/write.server.ts";
import { hasAccounts, insertAlliance, insertTowns } from "#app/auth/alliance.server.ts";
import { startSession } from "#app/auth/session.server.ts";
import { insertAccounts } from "#app/auth/write-accounts.server.ts";
import { inTransaction } from "#app/database.server.ts";
import { insertOrganizations } from "#app/features/members/queries/write-organizations.server.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import type { setUpFields } from "./set-up-fields.ts";

type SetUp = z.output<typeof setUpFields>;

/**
 * The first alliance and its first coordinator, signed in. The alliance's id is named after the one-time token, so that
 * two set-ups at the same time meet at the primary key: the second waits for the first and answers undefined.
 */
export async function setUp(
  { county, allianceName, name, login, password }: SetUp,
  { token, userAgent, now }: { token: string; userAgent: string | null; now: Date },
) {
  const writer = program(uuidv5(token, uuidv5.URL), now);
  const { allianceId } = writer.viewer;
  const isHanyin = county.code === hanyin.code;
  return inTransaction(async (trx) => {
    const alliance = {
      id: allianceId,
      name: allianceName,
      countyCode: county.code,
      countyName: county.name,
      boundary: isHanyin ? boundaryOfHanyin : null,
    };
    if (!(await insertAlliance(writer, alliance, trx)) || (await hasAccounts(trx))) return undefined;
    if (county.towns.length > 0) await insertTowns(county.code, county.towns, trx);
    if (county.villages) await insertOrganizations(writer, villagesOfHanyin(), trx);
    const account = { id: uuidv7(), login, name, role: "coordinator" as const };
    await insertAccounts(writer, [{ ...account, townCode: null, organizationId: null, password }], trx);
    return startSession({ allianceId, id: account.id }, { remembered: false, userAgent, now }, trx);
  });
}

const boundaryOfHanyin = {
  type: "Feature" as const,
  properties: { code: hanyin.code, name: hanyin.name },
  geometry: hanyin.boundary,
};

/** Communities are no villages; nobody is a member before somebody says so. */
const villagesOfHanyin = () =>
  hanyin.villages
    .filter(({ kind }) => kind === "village")
    .map(({ code, name, townCode }) => ({
      id: uuidv7(),
      kind: "village" as const,
      code: code.slice(-6),
      villageCode: code,
      name,
      townCode,
      identityCode: null,
      stages: [],
      flags: [],
      address: null,
      lng: null,
      lat: null,
      note: null,
    }));
