import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { delay, HttpResponse, http } from "msw";
import { afterEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { AddressAnswer } from "#app/map/address/answer.ts";
import { mapbox } from "#app/map/address/mapbox.server.ts";
import { askProvider } from "#app/map/address/provider.server.ts";
import { searchAddress } from "#app/map/address/search-address.server.ts";
import { tianditu } from "#app/map/address/tianditu.server.ts";
import type { Bounds } from "#app/map/bounds.ts";
import { unique } from "../../factories.ts";
import { otherServers } from "../../mocks/server.ts";

const now = new Date("2026-03-15T02:00:00Z");
const hanyin: Bounds = [108.2, 32.65, 108.8, 33.2];
afterEach(() => {
  otherServers.resetHandlers();
  vi.restoreAllMocks();
});

type Answer = () => Response | Promise<Response>;
/** What each service was asked, in order. */
function answer(routes: Record<string, Answer>) {
  const asked: URL[] = [];
  otherServers.use(
    ...Object.entries(routes).map(([url, respond]) =>
      http.get(url, ({ request }) => {
        asked.push(new URL(request.url));
        return respond();
      }),
    ),
  );
  return asked;
}
const json =
  (body: object, status = 200): Answer =>
  () =>
    HttpResponse.json(body, { status });
const search = "https://api.tianditu.gov.cn/v2/search";
const geocoder = "https://api.tianditu.gov.cn/geocoder";
const forward = "https://api.mapbox.com/search/geocode/v6/forward";

const ok = { infocode: 1000, cndesc: "服务正常" };
const junba = { name: "军坝村", address: "汉阴县涧池镇", lonlat: "108.59123,32.85812", hotPointID: "1" };
const nothing = json({ status: ok, resultType: 1, count: "0" });
const notGeocoded = json({ msg: "ok", status: "101", searchVersion: "6" });

/** A text nobody has asked before. */
const ask = (provider = tianditu("key"), text: string = unique(), near: Bounds | undefined = hanyin) =>
  searchAddress({ text, near, now }, provider);

describe("Tianditu", () => {
  test("finds names, the county's first", async () => {
    const asked = answer({ [search]: json({ status: ok, resultType: 1, count: "1", pois: [junba] }) });
    expect(await ask(tianditu("a+key"), "军坝村")).toEqual({
      status: "found",
      places: [{ name: "军坝村", address: "汉阴县涧池镇", lng: 108.59123, lat: 32.85812 }],
      provider: "tianditu",
    });
    const question = asked[0]?.searchParams;
    expect(question?.get("tk")).toBe("a+key");
    expect(JSON.parse(question?.get("postStr") ?? "")).toMatchObject({
      keyWord: "军坝村",
      mapBound: "108.2,32.65,108.8,33.2",
    });
  });

  test("finds an administrative area too", async () => {
    const area = { name: "涧池镇", lonlat: "108.6,32.86", bound: "108.5,32.8,108.7,32.9", level: "13" };
    answer({ [search]: json({ status: ok, resultType: 3, area }) });
    expect(await ask()).toMatchObject({ places: [{ name: "涧池镇", lng: 108.6, lat: 32.86 }] });
  });

  test("what no name matches is tried as an address", async () => {
    const location = { lon: "108.51", lat: 32.89, level: "门址", score: 90 };
    answer({ [search]: nothing, [geocoder]: json({ msg: "ok", status: "0", location }) });
    expect(await ask(tianditu("key"), "北城街1号")).toMatchObject({
      places: [{ name: "北城街1号", lng: 108.51, lat: 32.89 }],
    });
  });

  test("nothing at all is none", async () => {
    answer({ [search]: nothing, [geocoder]: notGeocoded });
    expect(await ask()).toEqual({ status: "none" });
  });

  test("works without a county", async () => {
    answer({ [search]: json({ status: ok, pois: [junba] }) });
    expect((await searchAddress({ text: unique(), now }, tianditu("key"))).status).toBe("found");
  });

  test.for<[string, Answer, AddressAnswer["status"]]>([
    ["401", json({}, 401), "refused"],
    ["a key of the wrong kind", json({ code: 301007, msg: "权限类型错误", resolve: "…" }, 403), "refused"],
    ["a key that is none", json({ code: 308011, message: "请求参数非法长度或不合规" }, 400), "refused"],
    ["a code under 200", json({ code: 1, msg: "非法Key" }), "refused"],
    ["429", json({}, 429), "quota"],
    ["418", () => new HttpResponse("<html>", { status: 418 }), "quota"],
    ["a day's share used up", json({ code: 301010, msg: "今日调用量已超限" }, 403), "quota"],
    ["500", json({}, 500), "broken"],
    ["no JSON", () => HttpResponse.html("<p>维护中</p>"), "broken"],
    ["other JSON", json({ hello: "world" }), "broken"],
    ["places that are nowhere", json({ status: ok, pois: [{ name: "x", lonlat: "undefined,1" }] }), "broken"],
    ["places off the earth", json({ status: ok, pois: [{ name: "x", lonlat: "108,132" }] }), "broken"],
    ["half a place", json({ status: ok, pois: [{ name: "x", lonlat: "108.5" }] }), "broken"],
    ["a lost connection", () => HttpResponse.error(), "broken"],
  ])("%s", async ([, respond, status]) => {
    answer({ [search]: respond });
    expect(await ask()).toEqual({ status });
  });

  test("the geocoder's failure is told as well", async () => {
    answer({ [search]: nothing, [geocoder]: json({ msg: "error", status: "404" }) });
    expect(await ask()).toEqual({ status: "broken" });
  });
});

describe("Mapbox", () => {
  const feature = (properties: object) => ({ type: "Feature", properties });
  const found = feature({
    name: "军坝村",
    place_formatted: "陕西省安康市",
    coordinates: { longitude: 108.59, latitude: 32.858 },
  });

  test("finds addresses, those near the county's middle first", async () => {
    const asked = answer({ [forward]: json({ type: "FeatureCollection", features: [found] }) });
    expect(await ask(mapbox("pk.token"))).toEqual({
      status: "found",
      places: [{ name: "军坝村", address: "陕西省安康市", lng: 108.59, lat: 32.858 }],
      provider: "mapbox",
    });
    const parameters = Object.fromEntries(asked[0]?.searchParams ?? []);
    expect(parameters).toMatchObject({ access_token: "pk.token" });
    const [lng, lat] = String(parameters.proximity).split(",").map(Number);
    expect([lng, lat]).toEqual([expect.closeTo(108.5), expect.closeTo(32.925)]);
  });

  test.for<[string, Answer, AddressAnswer["status"]]>([
    ["nothing", json({ features: [] }), "none"],
    ["401", json({ message: "Not Authorized - Invalid Token" }, 401), "refused"],
    ["403", json({ message: "Forbidden" }, 403), "refused"],
    ["429", json({ message: "Too Many Requests" }, 429), "quota"],
    ["422", json({ message: "BBox is not valid" }, 422), "broken"],
    ["no JSON", () => HttpResponse.text("hello"), "broken"],
    ["other JSON", json({ features: [feature({ name: "x" })] }), "broken"],
  ])("%s", async ([, respond, status]) => {
    answer({ [forward]: respond });
    expect(await ask(mapbox("pk.token"))).toEqual({ status });
  });

  test("its answers are not kept", async () => {
    const asked = answer({ [forward]: json({ features: [found] }) });
    const text = unique();
    await ask(mapbox("pk.token"), text);
    await ask(mapbox("pk.token"), text);
    expect(asked).toHaveLength(2);
  });
});

describe("a search", () => {
  test("waits five seconds for a provider that says nothing", async () => {
    const controller = new AbortController();
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(controller.signal);
    answer({
      [search]: async () => {
        setTimeout(() => controller.abort(new DOMException("late", "TimeoutError")), 20);
        await delay("infinite");
        return HttpResponse.json({});
      },
    });
    expect(await ask()).toEqual({ status: "timeout" });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(5000);
  });

  test("or for one that begins and does not come to an end", async () => {
    const server = createServer((_, response) => response.writeHead(200).write('{"status":'));
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const signal = AbortSignal.timeout(100);
    const asked = askProvider(new URL(`http://127.0.0.1:${port}/`), z.unknown(), { signal });
    await expect(asked).rejects.toMatchObject({ failure: "timeout" });
    server.closeAllConnections();
    server.close();
  });

  const found = json({ status: ok, pois: [junba] });

  test("asked a second time asks nobody, until a day is over", async () => {
    const asked = answer({ [search]: found });
    const text = unique();
    const first = await ask(tianditu("key"), text);
    expect(await ask(tianditu("key"), text.toUpperCase())).toEqual(first);
    expect(asked).toHaveLength(1);
    const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1000);
    await searchAddress({ text, near: hanyin, now: tomorrow }, tianditu("key"));
    expect(asked).toHaveLength(2);
  });

  test("for another county is another search", async () => {
    const asked = answer({ [search]: found });
    const text = unique();
    await ask(tianditu("key"), text);
    await ask(tianditu("key"), text, [109, 32, 110, 33]);
    expect(asked).toHaveLength(2);
  });

  test("that failed or found nothing is made anew", async () => {
    const text = unique();
    answer({ [search]: json({}, 500) });
    expect(await ask(tianditu("key"), text)).toEqual({ status: "broken" });
    otherServers.resetHandlers();
    answer({ [search]: nothing, [geocoder]: notGeocoded });
    expect(await ask(tianditu("key"), text)).toEqual({ status: "none" });
    otherServers.resetHandlers();
    answer({ [search]: found });
    expect(await ask(tianditu("key"), text)).toMatchObject({ status: "found" });
  });

  test("is kept among the 500 last ones only", async () => {
    const asked = answer({ [search]: found });
    const texts = Array.from({ length: 501 }, unique);
    for (const text of texts) await ask(tianditu("key"), text);
    await ask(tianditu("key"), texts.at(-1));
    expect(asked).toHaveLength(501);
    await ask(tianditu("key"), texts[0]);
    expect(asked).toHaveLength(502);
  });
});
