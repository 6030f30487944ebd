import { Buffer } from "node:buffer";
import { beforeAll, describe, expect, test } from "vitest";
import { jobHandlers } from "#app/background.server.ts";
import { readCsv } from "#app/features/exchange/read-csv.ts";
import { readXlsx } from "#app/features/exchange/read-xlsx.server.ts";
import { doOneJob } from "#app/jobs/work.server.ts";
import { type Alliance, makeAlliance, unique } from "../factories.ts";
import { type Client, visitorAs } from "../requests.ts";

let alliance: Alliance;
let coordinator: Client;
beforeAll(async () => {
  alliance = await makeAlliance();
  coordinator = await visitorAs(alliance.viewers.coordinator);
});

const csv = (lines: string[][]) => Buffer.from(lines.map((cells) => cells.join(",")).join("\r\n"));
const code = () => unique().toUpperCase();

const upload = (client: Client, kind: string, bytes: Uint8Array, name = "场所.csv") =>
  client.post("/imports", { kind, file: new File([new Uint8Array(bytes)], name) });

/** Uploads, and answers where the preview stands. */
async function previewed(client: Client, kind: string, bytes: Uint8Array, name?: string) {
  const answer = await upload(client, kind, bytes, name);
  expect(answer.status).toBe(302);
  return String(answer.headers.get("location"));
}

/** The page, and the preview that its form stands under. */
async function factsOf(client: Client, address: string) {
  const html = await client.text(address);
  const field = /name="fingerprint" value="([^"]+)"/.exec(html);
  return { html, fingerprint: field?.[1] };
}

async function stored(client: Client, address: string) {
  const { fingerprint } = await factsOf(client, address);
  const answer = await client.post(address, { fingerprint: String(fingerprint), accept: "yes" });
  expect(answer.status).toBe(302);
  while (await doOneJob(jobHandlers));
  return client.text(address);
}

const bytesOf = async (client: Client, address: string) => {
  const answer = await client.get(address);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

test("twenty sites with three broken rows: stored, mended, stored, seen in the audit log", async () => {
  const { village } = alliance.organizations;
  const lines = Array.from({ length: 20 }, (_, index) => [code(), `池${index}`, "陆基圆池", village.code]);
  const broken = lines.map((line) => [...line]);
  broken[2]?.splice(2, 1, "湖");
  broken[7]?.splice(1, 1, "");
  broken[11]?.splice(3, 1, "没有的村");
  const headings = ["编号", "名称", "类型", "经营者"];
  const address = await previewed(coordinator, "sites", csv([headings, ...broken]));
  const { html } = await factsOf(coordinator, address);
  expect(html).toContain("储存 17 行");
  expect(html).toContain("“湖”不在可选项中");
  expect(await stored(coordinator, address)).toContain("已储存 17 行");

  const errors = await readXlsx(await bytesOf(coordinator, `${address}/errors`));
  const [first, ...rows] = errors.rows.map(({ cells }) => cells);
  expect(first?.at(-1)).toMatch(/^错误原因/);
  expect(rows.map(([first]) => first)).toEqual([2, 7, 11].map((index) => lines[index]?.[0]));
  expect(rows[0]?.at(-1)).toMatch(/^类型：“湖”不在可选项中/);

  const mended = rows.map((row) => [...(lines.find(([own]) => own === row[0]) ?? []), String(row.at(-1))]);
  const quoted = mended.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));
  const again = await previewed(
    coordinator,
    "sites",
    csv([(first ?? []).map((cell) => `"${cell}"`), ...quoted]),
  );
  expect(await stored(coordinator, again)).toContain("已储存 3 行");
  const list = await coordinator.text(`/sites?q=${lines[2]?.[0]}`);
  expect(list).toContain(String(lines[2]?.[0]));
  const log = await coordinator.text("/admin/audit?kind=import");
  expect(log).toContain(again);
  expect(log).toContain("场所.csv");
});

describe("an exported register comes back as the same", () => {
  const lists = [
    ["/sites/export", "sites"],
    ["/members/export?membership=all", "members"],
    ["/enterprises/export", "members"],
    ["/households/export", "households"],
  ] as const;
  for (const role of ["coordinator", "town"] as const)
    for (const [address, kind] of lists)
      for (const format of ["xlsx", "csv"] as const)
        test(`${address} as ${format} for ${role}`, async () => {
          const client = await visitorAs(alliance.viewers[role]);
          const bytes = await bytesOf(
            client,
            `${address}${address.includes("?") ? "&" : "?"}format=${format}`,
          );
          const preview = await previewed(client, kind, bytes, `导出.${format}`);
          const { html } = await factsOf(client, preview);
          const rows = (format === "csv" ? readCsv(bytes) : await readXlsx(bytes)).rows.length - 1;
          expect(rows).toBeGreaterThan(0);
          expect(html).toContain("没有需要储存的内容");
          const counts = [...html.matchAll(/\?status=(\w+)"[^>]*>[^<]*<span[^>]*>(\d+)</g)];
          expect(Object.fromEntries(counts.map(([, status, count]) => [status, Number(count)]))).toEqual({
            new: 0,
            changes: 0,
            same: rows,
            warning: 0,
            error: 0,
          });
        });

  test("an English file comes back to a Chinese page", async () => {
    const english = await visitorAs(alliance.viewers.coordinator, { "accept-language": "en" });
    await english.post("/preferences", { language: "en", redirectTo: "/" });
    const bytes = await bytesOf(english, "/sites/export?format=csv");
    expect(readCsv(bytes).rows[0]?.cells.slice(0, 3)).toEqual(["Code", "Name", "Kind"]);
    await english.post("/preferences", { language: "zh", redirectTo: "/" });
    const { html } = await factsOf(coordinator, await previewed(coordinator, "sites", bytes));
    expect(html).toContain("没有需要储存的内容");
  });
});

describe("a list exports what it shows", () => {
  test("with its filter, for its viewer, named by the day", async () => {
    const { village, otherVillage } = alliance.organizations;
    const answer = await coordinator.get(`/sites/export?format=csv&q=${village.sites[0]?.code}`);
    expect(decodeURIComponent(String(answer.headers.get("content-disposition")))).toMatch(
      /场所与水面-\d{4}-\d{2}-\d{2}\.csv$/,
    );
    const { rows } = readCsv(Buffer.from(await answer.arrayBuffer()));
    expect(rows.slice(1).map(({ cells }) => cells[0])).toEqual([village.sites[0]?.code]);
    const keeper = await visitorAs(alliance.viewers.village);
    const own = readCsv(await bytesOf(keeper, "/sites/export?format=csv"));
    expect(JSON.stringify(own)).not.toContain(otherVillage.sites[0]?.code);
  });

  test("permits with their holder and how they stand, of the town the officer has", async () => {
    const { village, otherVillage } = alliance.organizations;
    const [own] = village.permits;
    const officer = await visitorAs(alliance.viewers.town);
    const { rows } = readCsv(await bytesOf(officer, "/permits/export?format=csv"));
    expect(rows[0]?.cells.slice(0, 3)).toEqual(["证照", "编号", "持有者"]);
    const row = rows.find(({ cells }) => cells.includes(String(own?.number)))?.cells;
    expect(row).toEqual(expect.arrayContaining([village.name, "水域滩涂养殖证"]));
    expect(JSON.stringify(rows)).not.toContain(otherVillage.permits[0]?.number);
    const book = await readXlsx(await bytesOf(officer, "/permits/export?format=xlsx"));
    expect(book.rows.length).toBe(rows.length);
    const expired = readCsv(await bytesOf(coordinator, "/permits/export?format=csv&standing=expired")).rows;
    expect(expired.slice(1).every(({ cells }) => cells.at(-1) === "已过期")).toBe(true);
  });

  test.each(["members", "enterprises", "sites", "households", "permits", "admin/accounts", "admin/audit"])(
    "/%s offers a workbook and text, of all pages of what it shows",
    async (list) => {
      const html = await coordinator.text(`/${list}?q=a`);
      for (const format of ["xlsx", "csv"])
        expect(html).toContain(`href="/${list}/export?q=a&amp;format=${format}"`);
    },
  );

  test("personal data masked as on the page", async () => {
    const { otherVillage } = alliance.organizations;
    const officer = await visitorAs(alliance.viewers.town);
    const bytes = await bytesOf(officer, "/households/export?format=csv");
    const text = bytes.toString();
    for (const household of otherVillage.households) {
      expect(text).toContain(household.code);
      expect(text).not.toContain(household.headName);
      expect(text).not.toContain(household.phone);
    }
  });

  test("a parameter that can't be read is named", async () => {
    expect((await coordinator.get("/sites/export?format=pdf")).status).toBe(400);
    expect((await coordinator.get("/sites/export?town=x")).status).toBe(400);
  });
});

describe("what can't be taken in is refused with the reason", () => {
  test.each([
    ["hostile.xlsx", Buffer.from("MZ this is a program"), "这不是表格文件"],
    ["macro.xlsm", Buffer.from("PK\x03\x04"), "文件里有宏"],
    ["empty.csv", Buffer.from(""), "文件是空的"],
    [
      "other.csv",
      csv([
        ["甲", "乙"],
        ["1", "2"],
      ]),
      "没有认得的列名",
    ],
    [
      "nokey.csv",
      csv([
        ["名称", "类型"],
        ["一", "土塘"],
      ]),
      "没有“编号”这一列",
    ],
    [
      "twice.csv",
      csv([
        ["编号", "名称", "名称"],
        ["1", "2", "3"],
      ]),
      "几列是同一个项目",
    ],
    ["rows.csv", csv([["编号", "名称"]]), "没有内容"],
  ])("%s", async (name, bytes, reason) => {
    const answer = await upload(coordinator, "sites", bytes, name);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(reason);
  });

  test("a form without a file", async () => {
    const answer = await coordinator.post("/imports", { kind: "sites" });
    expect(answer.status).toBe(400);
  });

  test("a body over the limit, in the reader's language", async () => {
    const answer = await upload(coordinator, "sites", Buffer.alloc(13 * 1024 * 1024, 65));
    expect(answer.status).toBe(413);
    const english = await visitorAs(alliance.viewers.coordinator, { "accept-language": "en" });
    const refused = await upload(english, "sites", Buffer.alloc(13 * 1024 * 1024, 65));
    expect(await refused.text()).toContain('lang="en"');
  });

  test("a kind that is not the viewer's to import", async () => {
    const keeper = await visitorAs(alliance.viewers.village);
    const bytes = csv([
      ["编号", "名称"],
      ["1", "2"],
    ]);
    expect((await upload(keeper, "members", bytes)).status).toBe(403);
    const inspector = await visitorAs(alliance.viewers.inspector);
    expect((await upload(inspector, "sites", bytes)).status).toBe(403);
  });
});

test.each([
  ["coordinator", "全联盟的成员、农户、场所与水面"],
  ["town", "本镇的农户、场所与水面"],
  ["village", "本村的农户"],
  ["enterprise", "本单位经营的场所与水面"],
] as const)("a %s finds the imports, and reads what to bring", async (role, scope) => {
  const client = await visitorAs(alliance.viewers[role]);
  expect(await client.text("/")).toContain('href="/imports"');
  expect(await client.text("/imports")).toContain(scope);
});

test("an inspector is not led to what only others may", async () => {
  const inspector = await visitorAs(alliance.viewers.inspector);
  expect(await inspector.text("/")).not.toContain('href="/imports"');
});

test("warnings are stored only with a tick", async () => {
  const { village } = alliance.organizations;
  const own = code();
  const lines = [
    ["编号", "名称", "类型", "经营者", "经度", "纬度"],
    [own, "远池", "陆基圆池", village.code, "108.9", "32.858"],
  ];
  const address = await previewed(coordinator, "sites", csv(lines));
  const { fingerprint, html } = await factsOf(coordinator, address);
  expect(html).toContain("超过 10 公里");
  const answer = await coordinator.post(address, { fingerprint: String(fingerprint) });
  expect(answer.status).toBe(422);
  expect(await stored(coordinator, address)).toContain("已储存 1 行");
});

test("a form under an older preview stores nothing", async () => {
  const { village } = alliance.organizations;
  const lines = [
    ["编号", "名称", "类型", "经营者"],
    [code(), "池", "土塘", village.code],
  ];
  const address = await previewed(coordinator, "sites", csv(lines));
  await coordinator.post(address, { fingerprint: "of something else" });
  expect(await doOneJob(jobHandlers)).toBe(false);
  expect((await factsOf(coordinator, address)).html).toContain("储存 1 行");
});

test("a template says what to fill in, and imports as nothing", async () => {
  for (const kind of ["members", "households", "sites"]) {
    const bytes = await bytesOf(coordinator, `/templates/${kind}`);
    const answer = await upload(coordinator, kind, bytes, "模板.xlsx");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("没有内容");
  }
});
