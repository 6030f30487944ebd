import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { visitor } from "../requests.ts";

const shown = (page: string) => page.replace(/nonce="[^"]*"/g, "");

test.each(["gzip", "br;q=0.5, gzip;q=1.0"])(
  "a page is packed for who accepts %s, and says the same",
  async (accepted) => {
    const plain = await visitor().get("/login");
    const packed = await visitor({ "accept-encoding": accepted }).get("/login");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    for (const { headers } of [plain, packed]) expect(headers.get("vary")).toContain("Accept-Encoding");
    const body = Buffer.from(await packed.arrayBuffer());
    expect(shown(gunzipSync(body).toString())).toBe(shown(await plain.text()));
  },
);

test.each(["gzip;q=0", "identity", ""])("none is packed for who accepts %s", async (accepted) => {
  const answer = await visitor({ "accept-encoding": accepted }).get("/login");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.text()).toContain("</html>");
});

test("a short answer is not worth packing, and arrives whole", async () => {
  const answer = await visitor({ "accept-encoding": "gzip" }).get("/healthz");
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.json()).toEqual({ status: "ok" });
});
