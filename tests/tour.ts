import type { APIRequestContext, Browser, Page } from "@playwright/test";

/** Sample accounts that look at different things. */
export type Visitor =
  | "coordinator"
  | "town.jianchi"
  | "village.junba"
  | "enterprise.yongfeng"
  | "inspector"
  | undefined;

type Ids = {
  junba: string;
  yongfeng: string;
  pond: string;
  water: string;
  lotCode: string;
  household: string;
  permit: string;
  inspection: string;
  hazard: string;
  contact: string;
  partnership: string;
  account: string;
  upload: string;
  /** with its kind */
  hold: string;
  lot: string;
  breach: string;
  probed: string;
  alarm: string;
  agreement: string;
  shipment: string;
  settlement: string;
  plant: string;
};
type Stop = { name: string; path: (ids: Ids) => string; visitors: Visitor[] };

const office: Visitor[] = ["coordinator", "town.jianchi", "inspector"];
const everybody: Visitor[] = [...office, "village.junba", "enterprise.yongfeng"];

/** Every page, and who has a view of it worth looking at. A test holds this list to the routes. */
export const tour: Stop[] = [
  { name: "login", path: () => "/login", visitors: [undefined] },
  { name: "unknown", path: () => "/no-such-page", visitors: [undefined, "coordinator"] },
  { name: "first", path: () => "/", visitors: everybody },
  { name: "members", path: () => "/members", visitors: ["coordinator", "town.jianchi", "village.junba"] },
  {
    name: "member",
    path: ({ junba }) => `/members/${junba}`,
    visitors: ["coordinator", "village.junba", "enterprise.yongfeng"],
  },
  { name: "member-new", path: () => "/members/new", visitors: ["coordinator"] },
  {
    name: "member-edit",
    path: ({ junba }) => `/members/${junba}/edit`,
    visitors: ["coordinator", "village.junba"],
  },
  { name: "contact-new", path: ({ junba }) => `/members/${junba}/contacts/new`, visitors: ["village.junba"] },
  {
    name: "contact",
    path: ({ junba, contact }) => `/members/${junba}/contacts/${contact}`,
    visitors: ["village.junba"],
  },
  { name: "legal-entity", path: ({ junba }) => `/members/${junba}/legal-entity`, visitors: ["coordinator"] },
  { name: "membership", path: ({ junba }) => `/members/${junba}/membership`, visitors: ["coordinator"] },
  { name: "party-class", path: ({ junba }) => `/members/${junba}/party-class`, visitors: ["coordinator"] },
  {
    name: "partnership-new",
    path: ({ junba }) => `/members/${junba}/partnerships/new`,
    visitors: ["coordinator"],
  },
  {
    name: "partnership",
    path: ({ junba, partnership }) => `/members/${junba}/partnerships/${partnership}`,
    visitors: ["coordinator"],
  },
  { name: "member-end", path: ({ junba }) => `/members/${junba}/end`, visitors: ["coordinator"] },
  { name: "enterprises", path: () => "/enterprises", visitors: ["coordinator"] },
  {
    name: "enterprise",
    path: ({ yongfeng }) => `/members/${yongfeng}`,
    visitors: ["coordinator", "enterprise.yongfeng"],
  },
  { name: "towns", path: () => "/towns", visitors: ["coordinator"] },
  {
    name: "town",
    path: () => "/towns/610921101",
    visitors: ["coordinator", "town.jianchi", "enterprise.yongfeng"],
  },
  { name: "households", path: () => "/households", visitors: ["coordinator", "village.junba"] },
  { name: "household-new", path: () => "/households/new", visitors: ["village.junba"] },
  {
    name: "household-edit",
    path: ({ household }) => `/households/${household}/edit`,
    visitors: ["village.junba"],
  },
  { name: "map", path: () => "/map", visitors: everybody },
  { name: "map-water", path: ({ water }) => `/map?selected=site:${water}`, visitors: ["coordinator"] },
  {
    name: "map-village",
    path: ({ junba }) => `/map?selected=member:${junba}&off=county,plant`,
    visitors: ["town.jianchi"],
  },
  { name: "sites", path: () => "/sites", visitors: everybody },
  { name: "sites-none", path: () => "/sites?q=zzzz", visitors: ["coordinator"] },
  { name: "pond", path: ({ pond }) => `/sites/${pond}`, visitors: ["coordinator", "village.junba"] },
  { name: "water", path: ({ water }) => `/sites/${water}`, visitors: ["coordinator"] },
  { name: "site-new", path: () => "/sites/new", visitors: ["coordinator", "village.junba"] },
  { name: "site-edit", path: ({ water }) => `/sites/${water}/edit`, visitors: ["coordinator"] },
  { name: "outline", path: ({ water }) => `/sites/${water}/outline`, visitors: ["coordinator"] },
  { name: "position", path: ({ pond }) => `/sites/${pond}/outline`, visitors: ["village.junba"] },
  { name: "lots", path: () => "/lots", visitors: ["coordinator", "town.jianchi", "village.junba"] },
  { name: "lot", path: ({ lotCode }) => `/lots/${lotCode}`, visitors: ["coordinator", "village.junba"] },
  { name: "labels", path: ({ junba }) => `/sites/labels?organization=${junba}`, visitors: ["village.junba"] },
  { name: "record", path: () => "/record", visitors: ["village.junba", "town.jianchi"] },
  { name: "record-feeding", path: () => "/record/feeding", visitors: ["village.junba"] },
  { name: "record-buy", path: () => "/record/buy", visitors: ["village.junba"] },
  { name: "record-split", path: () => "/record/split", visitors: ["village.junba"] },
  { name: "record-water", path: () => "/record/water", visitors: ["village.junba"] },
  {
    name: "record-map",
    path: () => "/record/map?kind=feeding",
    visitors: ["village.junba"],
  },
  { name: "record-done", path: () => "/record/done", visitors: ["village.junba"] },
  { name: "record-leaving", path: () => "/record/leaving", visitors: ["village.junba"] },
  { name: "pending", path: () => "/pending", visitors: ["coordinator", "village.junba"] },
  {
    name: "probe",
    path: ({ probed }) => `/sites/${probed}/water`,
    visitors: ["coordinator", "town.jianchi", "village.junba"],
  },
  {
    name: "probe-year",
    path: ({ pond }) => `/sites/${pond}/water?range=year&table=1`,
    visitors: ["coordinator", "village.junba"],
  },
  { name: "reading-new", path: ({ pond }) => `/sites/${pond}/water/new`, visitors: ["village.junba"] },
  { name: "devices", path: ({ probed }) => `/sites/${probed}/devices`, visitors: ["village.junba"] },
  { name: "alarms", path: () => "/alarms?state=all", visitors: ["coordinator", "village.junba"] },
  { name: "alarm", path: ({ alarm }) => `/alarms/${alarm}`, visitors: ["coordinator"] },
  { name: "permits", path: () => "/permits", visitors: ["coordinator"] },
  { name: "permit", path: ({ permit }) => `/permits/${permit}`, visitors: ["coordinator"] },
  { name: "permit-new", path: ({ pond }) => `/permits/new?site=${pond}`, visitors: ["coordinator"] },
  {
    name: "inspections",
    path: () => "/inspections",
    visitors: ["coordinator", "inspector", "village.junba"],
  },
  { name: "inspection-pick", path: () => "/inspections/new", visitors: ["inspector"] },
  {
    name: "inspection-new",
    path: ({ pond }) => `/inspections/new?site=${pond}`,
    visitors: ["inspector", "town.jianchi"],
  },
  {
    name: "inspection",
    path: ({ inspection }) => `/inspections/${inspection}`,
    visitors: ["inspector"],
  },
  { name: "hazards", path: () => "/hazards", visitors: everybody },
  { name: "hazards-print", path: () => "/hazards/print?month=2026-02", visitors: ["coordinator"] },
  { name: "hazard", path: ({ hazard }) => `/hazards/${hazard}`, visitors: ["coordinator", "inspector"] },
  { name: "checklists", path: () => "/admin/checklists", visitors: ["coordinator"] },
  { name: "drugs", path: () => "/drugs", visitors: ["inspector"] },
  { name: "withdrawals", path: () => "/withdrawals", visitors: ["inspector", "village.junba"] },
  { name: "hold", path: ({ hold }) => `/holds/${hold}`, visitors: ["inspector"] },
  { name: "hold-new", path: ({ lot }) => `/holds/new?lot=${lot}`, visitors: ["inspector"] },
  { name: "breach", path: ({ breach }) => `/breaches/${breach}`, visitors: ["inspector"] },
  {
    name: "record-treatment",
    path: ({ pond }) => `/record/treatment?site=${pond}`,
    visitors: ["village.junba"],
  },
  { name: "record-test", path: ({ pond }) => `/record/test?site=${pond}`, visitors: ["inspector"] },
  { name: "purchases", path: ({ junba }) => `/members/${junba}/drugs`, visitors: ["village.junba"] },
  { name: "income", path: ({ junba }) => `/members/${junba}/income`, visitors: ["village.junba"] },
  { name: "records", path: ({ pond }) => `/sites/${pond}/records`, visitors: ["inspector"] },
  {
    name: "agreements",
    path: () => "/agreements",
    visitors: ["coordinator", "village.junba", "enterprise.yongfeng", "inspector"],
  },
  { name: "agreement-new", path: () => "/agreements/new", visitors: ["coordinator", "village.junba"] },
  {
    name: "agreement",
    path: ({ agreement }) => `/agreements/${agreement}`,
    visitors: ["coordinator", "village.junba", "enterprise.yongfeng"],
  },
  {
    name: "agreement-amend",
    path: ({ agreement }) => `/agreements/${agreement}/amend`,
    visitors: ["enterprise.yongfeng"],
  },
  {
    name: "shipments",
    path: () => "/shipments",
    visitors: ["coordinator", "village.junba", "enterprise.yongfeng"],
  },
  { name: "processing", path: ({ plant }) => `/sites/${plant}/processing`, visitors: ["coordinator"] },
  { name: "shipment-new", path: () => "/shipments/new", visitors: ["enterprise.yongfeng"] },
  {
    name: "shipment",
    path: ({ shipment }) => `/shipments/${shipment}`,
    visitors: ["village.junba", "enterprise.yongfeng"],
  },
  {
    name: "settlements",
    path: () => "/settlements",
    visitors: ["coordinator", "village.junba", "enterprise.yongfeng"],
  },
  {
    name: "settlement-new",
    path: ({ agreement }) => `/settlements/new?agreement=${agreement}`,
    visitors: ["enterprise.yongfeng"],
  },
  {
    name: "settlement",
    path: ({ settlement }) => `/settlements/${settlement}`,
    visitors: ["village.junba", "enterprise.yongfeng"],
  },
  { name: "search", path: () => "/search?q=jb", visitors: ["coordinator"] },
  { name: "imports", path: () => "/imports", visitors: ["coordinator", "village.junba"] },
  { name: "import", path: ({ upload }) => `/imports/${upload}`, visitors: ["coordinator"] },
  { name: "account", path: () => "/account", visitors: ["coordinator", "village.junba"] },
  { name: "password", path: () => "/account/password", visitors: ["coordinator"] },
  { name: "alliance", path: () => "/admin/alliance", visitors: ["coordinator"] },
  { name: "accounts", path: () => "/admin/accounts", visitors: ["coordinator"] },
  { name: "account-new", path: () => "/admin/accounts/new", visitors: ["coordinator"] },
  { name: "account-edit", path: ({ account }) => `/admin/accounts/${account}`, visitors: ["coordinator"] },
  { name: "audit", path: () => "/admin/audit", visitors: ["coordinator"] },
];

/** Waits until the maps of a page are drawn; a page without any is ready at once. */
export async function settle(page: Page) {
  if ((await page.locator("[data-map-place]").count()) === 0) return;
  await page.locator("[data-map-place]").first().scrollIntoViewIfNeeded();
  await page.locator("[data-idle]").first().waitFor({ timeout: 60_000 });
}

/** Signs a visitor in by the form's own address. */
export async function enter(
  request: APIRequestContext,
  origin: string,
  account: Visitor,
  language: "zh" | "en",
) {
  if (account) {
    const answer = await request.post(`${origin}/login`, {
      form: { account, password: "yulian-sample", redirectTo: "/" },
      headers: { Origin: origin },
      maxRedirects: 0,
    });
    if (answer.status() !== 302) throw new Error(`sign-in of ${account}: ${answer.status()}`);
  }
  await request.post(`${origin}/preferences`, {
    form: { language, redirectTo: "/" },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
}

/** Rows of every outcome: new, changed, to be looked at, wrong. */
const sheet = [
  "编号,名称,类型,经营者,经度,纬度",
  "TOUR-1,一号塘,土塘,军坝村（101200）,108.59,32.858",
  "101200-P01,改名的池,陆基圆池,军坝村（101200）,,",
  "TOUR-2,远处的塘,土塘,军坝村（101200）,108.3,33.0",
  "TOUR-3,三号塘,湖,没有的村,,",
].join("\n");

/** The records of the sample that the tour visits, and an upload of its own. */
export async function findIds(browser: Browser, origin: string): Promise<Ids> {
  const context = await browser.newContext();
  await enter(context.request, origin, "coordinator", "zh");
  const first = async (path: string, field = "id") => {
    const { items } = await (await context.request.get(`${origin}/api/v1/${path}`)).json();
    return String(items[0][field]);
  };
  const link = async (page: string, pattern: RegExp) => {
    const html = await (await context.request.get(origin + page)).text();
    const id = html.match(pattern)?.[1];
    if (!id) throw new Error(`${page} has no link like ${pattern}`);
    return id;
  };
  /** Of what a sample may lack; the tour then sees the page that says so. */
  const linkIfAny = (page: string, pattern: RegExp) => link(page, pattern).catch(() => "none");
  const junba = await first("organizations?q=610921101200");
  const preview = await context.request.post(`${origin}/imports`, {
    multipart: {
      kind: "sites",
      file: { name: "鱼池.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) },
    },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  const ids = {
    junba,
    yongfeng: await first(`organizations?q=${encodeURIComponent("永丰生态农业")}`),
    pond: await first("sites?kind=pond&q=101200"),
    water: await first("sites?kind=water_area"),
    lotCode: await first(`lots?form=farmed&organization=${junba}`, "code"),
    household: await link(`/households?organization=${junba}`, /\/households\/([0-9a-f-]{36})\/edit/),
    contact: await link(`/members/${junba}`, /\/contacts\/([0-9a-f-]{36})/),
    partnership: await link(`/members/${junba}`, /\/partnerships\/([0-9a-f-]{36})/),
    account: await link("/admin/accounts?q=village.xinhua", /\/admin\/accounts\/([0-9a-f-]{36})/),
    probed: await first("sites?kind=pond&q=101200-P01"),
    agreement: await linkIfAny(`/agreements?supplier=${junba}`, /\/agreements\/([0-9a-f-]{36})/),
    settlement: await linkIfAny(`/settlements?supplier=${junba}`, /\/settlements\/([0-9a-f-]{36})/),
    plant: await first("sites?kind=plant"),
    shipment: await linkIfAny(`/shipments?supplier=${junba}`, /\/shipments\/([0-9a-f-]{36})/),
    alarm: await first("alarms?state=all&kind=oxygen"),
    permit: await link("/permits", /\/permits\/([0-9a-f-]{36})/),
    inspection: await link("/inspections?result=failed", /\/inspections\/([0-9a-f-]{36})/),
    hazard: await first("hazards?status=open"),
    hold: await linkIfAny("/withdrawals", /\/holds\/([0-9a-f-]{36}\?kind=\w+)/),
    lot: await linkIfAny("/withdrawals", /lot=([0-9a-f-]{36})/),
    breach: await linkIfAny("/withdrawals", /\/breaches\/([0-9a-f-]{36})/),
    upload: String(preview.headers().location?.split("/").at(-1)),
  };
  await context.close();
  return ids;
}
