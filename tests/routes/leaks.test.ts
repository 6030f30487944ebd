import { beforeAll, expect, test, vi } from "vitest";
import {
  type Alliance,
  addOrganization,
  addWithheld,
  makeAlliance,
  type Organization,
  type Party,
} from "../factories.ts";
import type { Client } from "../requests.ts";
import { operations, pages, type Role } from "./access-table.ts";
import { dataAddress, visitorsOf } from "./visitors.ts";

// Some hundred pages are asked for in a test.
vi.setConfig({ testTimeout: 60_000 });

let alliance: Alliance;
let stranger: Alliance;
let visitors: Record<Role, Client>;

beforeAll(async () => {
  alliance = await makeAlliance();
  stranger = await makeAlliance();
  for (const { writer, organizations } of [alliance, stranger])
    for (const party of ["village", "otherVillage"] as const) await addWithheld(writer, organizations[party]);
  visitors = await visitorsOf(alliance, stranger);
});

/** Every address of a page and of the API, for each organization's records. */
function addresses(targets: Organization[], of: Alliance) {
  const paths = Object.values(pages).flatMap(({ at, get }) => (get ? targets.map((one) => at(one, of)) : []));
  const api = Object.values(operations).flatMap(({ at, body }) =>
    body ? [] : targets.map((target) => `/api/v1${at(target)}`),
  );
  return { pages: [...new Set(paths)], api: [...new Set(api)] };
}

/** What is asked of a role: pages as a browser shows them for the first organization, for the rest as their data. */
function asSeen([first, ...rest]: Organization[], of: Alliance) {
  const shown = first ? Object.values(addresses([first], of)).flat() : [];
  return [...new Set([...shown, ...asData(rest, of)])];
}

/** Without the frame around them: quicker to ask for, and all that a page is made of. */
function asData(targets: Organization[], of: Alliance) {
  const { pages, api } = addresses(targets, of);
  return [...pages.map(dataAddress), ...api];
}

/** As people read it: digits grouped for the eye are put together again. */
const asRead = (body: string) => body + body.replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, "");

type Kind = keyof Organization["marks"];
const all: Kind[] = [
  "known",
  "sites",
  "households",
  "householdIds",
  "liaison",
  "keeper",
  "internal",
  "permits",
  "lots",
  "safety",
  "water",
  "account",
  "upload",
  "production",
  "supply",
  "prices",
  "income",
];
const parties: Party[] = ["village", "neighbour", "otherVillage", "enterprise", "otherEnterprise", "group"];
/** What others than the organization itself, its town and the county never see. */
const personal: Kind[] = [
  "households",
  "liaison",
  "keeper",
  "internal",
  "permits",
  "lots",
  "safety",
  "account",
  "upload",
  "production",
  "water",
  "supply",
  "prices",
  "income",
];
const ofPartner: Kind[] = [
  "sites",
  "households",
  "householdIds",
  "keeper",
  "internal",
  "permits",
  "lots",
  "safety",
  "water",
  "account",
  "upload",
  "production",
  "income",
];

const except = (...own: Party[]) =>
  Object.fromEntries(parties.filter((p) => !own.includes(p)).map((p) => [p, all]));
const hidden: Record<Exclude<Role, "coordinator" | "otherCounty">, Partial<Record<Party, Kind[]>>> = {
  none: except(),
  village: { ...except("village"), enterprise: ofPartner },
  otherVillage: except("otherVillage"),
  enterprise: { ...except("enterprise"), village: ofPartner },
  otherEnterprise: except("otherEnterprise"),
  town: { otherVillage: personal, otherEnterprise: personal },
  otherTown: { village: personal, neighbour: personal, enterprise: personal },
  inspector: {
    village: ["households", "income"],
    neighbour: ["households", "income"],
    otherVillage: ["households", "income"],
    enterprise: ["prices"],
  },
};

const marksOf = (kinds: Partial<Record<Party, Kind[]>>, { organizations }: Alliance) =>
  Object.entries(kinds).flatMap(([party, some]) =>
    some.flatMap((kind) => {
      const marks: (string | null)[] = organizations[party as Party].marks[kind];
      return marks.filter((mark): mark is string => mark !== null);
    }),
  );

/** Most of a page's time passes in the database: as many at once as the pool has connections. */
async function severalAtOnce<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>) {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += 10)
    results.push(...(await Promise.all(items.slice(start, start + 10).map(work))));
  return results;
}

async function leaksTo(client: Client, marks: string[], paths: string[]) {
  const leaks = await severalAtOnce(paths, async (path) => {
    const answer = await client.get(path);
    const body = asRead(await answer.text());
    // What the asker wrote into the address is no news to him.
    return marks
      .filter((mark) => body.includes(mark) && !path.includes(mark))
      .map((mark) => `${path}: ${mark}`);
  });
  return leaks.flat();
}

test.for(Object.keys(hidden) as (keyof typeof hidden)[])(
  "nothing that is hidden reaches %s",
  async (role) => {
    const marks = marksOf(hidden[role], alliance);
    expect(marks.length).toBeGreaterThan(0);
    const { village, otherVillage, enterprise, otherEnterprise } = alliance.organizations;
    const pair = role.startsWith("other") ? [village, otherVillage] : [otherVillage, village];
    const paths = asSeen([...pair, enterprise, otherEnterprise], alliance);
    expect(await leaksTo(visitors[role], marks, paths)).toEqual([]);
  },
);

test("nothing of one county reaches another, whatever the role", async () => {
  const marks = marksOf(except(), stranger);
  const paths = asData([stranger.organizations.village], stranger);
  for (const [role, client] of Object.entries(visitors)) {
    if (role !== "otherCounty") expect([role, await leaksTo(client, marks, paths)]).toEqual([role, []]);
  }
  const { village, enterprise } = alliance.organizations;
  const own = marksOf(except(), alliance);
  expect(await leaksTo(visitors.otherCounty, own, asSeen([village, enterprise], alliance))).toEqual([]);
});

test("what is hidden from some does reach those it is for", async () => {
  const paths = asData([alliance.organizations.village], alliance);
  const seen = async (role: Role, kinds: Kind[]) =>
    (await leaksTo(visitors[role], marksOf({ village: kinds }, alliance), paths)).length;
  expect(await seen("coordinator", ["known"])).toBeGreaterThan(0);
  expect(await seen("coordinator", ["sites"])).toBeGreaterThan(0);
  expect(await seen("village", ["sites"])).toBeGreaterThan(0);
  expect(await seen("village", ["water"])).toBeGreaterThan(0);
  expect(await seen("inspector", ["water"])).toBeGreaterThan(0);
  expect(await seen("enterprise", ["known"])).toBeGreaterThan(0);
});

/** Ids of forms that create, nonces, and the clock of a form are new every time. */
const settled = (body: string) =>
  body
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d\b(?!:)/g, "clock")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "id")
    // A form of the pond carries the instant it was opened.
    .replace(/("(?:at|openedAt)","|name="(?:at|openedAt)" value=")[^"]*/g, "$1now")
    .replace(/nonce="[^"]*"/g, "");

async function everything(client: Client, paths: string[]) {
  const answers = await severalAtOnce(paths, async (path) => {
    const answer = await client.get(path);
    return [path, `${answer.status} ${settled(await answer.text())}`] as const;
  });
  return Object.fromEntries(answers);
}

test("every answer is the same with and without the rows of others", async () => {
  const own = await makeAlliance(["village", "enterprise"]);
  const elsewhere = await makeAlliance(["village"]);
  const { none: _, otherCounty: __, ...clients } = await visitorsOf(own, elsewhere);
  const present = Object.entries(clients).filter(([role]) => !/^other(Village|Enterprise)$/.test(role));
  // A workbook holds the second it was made in.
  const isWorkbook = /^\/templates|\/errors/;
  const paths = asData(Object.values(own.organizations), own).filter((path) => !isWorkbook.test(path));
  const before = [];
  for (const [, client] of present) before.push(await everything(client, paths));

  await makeAlliance();
  for (const [i, [role, client]] of present.entries()) {
    expect({ role, ...(await everything(client, paths)) }).toEqual({ role, ...before[i] });
  }
  for (const party of ["neighbour", "otherVillage", "otherEnterprise", "group"] as const) {
    await addOrganization(own.writer, party);
  }
  for (const [i, [role, client]] of present.entries()) {
    if (role !== "village" && role !== "enterprise") continue;
    expect({ role, ...(await everything(client, paths)) }).toEqual({ role, ...before[i] });
  }
});
