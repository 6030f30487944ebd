import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, setupToken } from "../../start/settings.js";

describe("settings", () => {
  it("has a default for everything, and an empty value is one not set", () => {
    const { settings } = readSettings({});
    expect(settings).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      YULIAN_SAMPLE: "on",
      DATA_DIR: resolve(".data"),
    });
    const empty = Object.fromEntries(Object.keys(settings ?? {}).map((name) => [name, " "]));
    expect(readSettings(empty)).toEqual({ settings });
  });

  it.each([
    ["PORT", "3000x"],
    ["PORT", "65536"],
    ["DATABASE_URL", "mysql://127.0.0.1/yulian"],
    ["SESSION_SECRET", "short"],
    ["YULIAN_SAMPLE", "maybe"],
    ["PUBLIC_ORIGIN", "https://fish.example.cn/path"],
    ["PUBLIC_ORIGIN", "fish.example.cn"],
    ["DATABASE_OWNER_URL", "postgres://owner@db/yulian"],
  ])("names %s when it is %j", (name, value) => {
    const { problems } = readSettings({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toMatch(new RegExp(`^${name}:`));
  });

  it("takes several database hosts, and an origin with a slash at its end", () => {
    const url = "postgres://app:secret@first:5432,second:5432/yulian";
    const { settings } = readSettings({ DATABASE_URL: url, PUBLIC_ORIGIN: "https://fish.example.cn/" });
    expect(settings).toMatchObject({ DATABASE_URL: url, PUBLIC_ORIGIN: "https://fish.example.cn" });
  });

  it("makes the same setup token of the same secret only", () => {
    expect(setupToken("a")).toBe(setupToken("a"));
    expect(setupToken("a")).not.toBe(setupToken("b"));
    expect(setupToken("a")).toHaveLength(32);
  });
});
