import type { LoaderFunctionArgs } from "@remix-run/node";
import { HttpResponse, http } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { database } from "#app/database.server.ts";
import { boundsOf } from "#app/map/bounds.ts";
import { mapSettings } from "#app/map/settings.server.ts";
import { loader } from "#app/routes/map.addresses.ts";
import { hanyin } from "#db/reference/hanyin.ts";
import { type Alliance, makeAlliance, now } from "../../factories.ts";
import { otherServers } from "../../mocks/server.ts";

vi.hoisted(() => {
  Object.assign(process.env, { TIANDITU_KEY: "of browsers", TIANDITU_SERVER_KEY: "of servers" });
});
afterEach(() => otherServers.resetHandlers());

const ask = (query: string, { viewers }: Alliance) =>
  loader({
    request: new Request(`http://127.0.0.1/map/addresses?${query}`),
    context: { viewer: async () => viewers.village, now },
  } as unknown as LoaderFunctionArgs);

test("the server asks with its own key, around the alliance's county", async () => {
  const alliance = await makeAlliance(["village"]);
  const boundary = { type: "Feature", properties: {}, geometry: hanyin.boundary };
  await database.updateTable("alliance").set({ boundary }).where("id", "=", alliance.id).execute();
  const asked: URLSearchParams[] = [];
  otherServers.use(
    http.get("https://api.tianditu.gov.cn/v2/search", ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      const pois = [{ name: "军坝村", lonlat: "108.59,32.858" }];
      return HttpResponse.json({ status: { infocode: 1000 }, pois });
    }),
  );
  const response = await ask("q=+军坝+", alliance);
  expect(await response.json()).toEqual({
    status: "found",
    places: [{ name: "军坝村", address: "", lng: 108.59, lat: 32.858 }],
    provider: "tianditu",
  });
  expect(asked[0]?.get("tk")).toBe("of servers");
  const { keyWord, mapBound } = JSON.parse(asked[0]?.get("postStr") ?? "");
  expect(keyWord).toBe("军坝");
  expect(mapBound).toBe(boundsOf([hanyin.boundary])?.join());
  expect((await mapSettings()).geocoder).toBe("tianditu");
});

test.for(["", "q=", "q=++", `q=${"村".repeat(61)}`])("%j asks nobody: 400", async (query) => {
  const alliance = await makeAlliance(["village"]);
  await expect(ask(query, alliance)).rejects.toMatchObject({ init: { status: 400 } });
});
