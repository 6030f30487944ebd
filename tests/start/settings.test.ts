import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { TileType } from "pmtiles";
import { describe, expect, it } from "vitest";
import { readSettings, setupToken } from "../../start/settings.js";
import { archiveOf } from "../map/pmtiles.ts";

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
    ["MAP_XYZ_URL", "https://tiles.example.cn/{z}/{x}.png"],
    ["MAP_XYZ_URL", "https://tiles.example.cn/{z}/{x}/{y}/{y}.png"],
    ["MAP_XYZ_URL", "https://{s}.tiles.example.cn/{z}/{x}/{y}.png"],
    ["MAP_XYZ_URL", "https://user:password@tiles.example.cn/{z}/{x}/{y}.png"],
    ["MAP_XYZ_URL", "ftp://tiles.example.cn/{z}/{x}/{y}.png"],
    ["MAP_XYZ_URL", "/tiles/{z}/{x}/{y}.png"],
    ["MAP_PMTILES", "/no/such/file.pmtiles"],
    ["MAP_PMTILES", import.meta.dirname],
    ["MAP_PMTILES", import.meta.filename],
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

  it("takes an address of tiles and a PMTiles file of the kinds maps draw", () => {
    const MAP_XYZ_URL = "http://127.0.0.1:8080/{z}/{x}/{y}.png?style=a";
    expect(readSettings({ MAP_XYZ_URL }).settings).toMatchObject({ MAP_XYZ_URL });
    const folder = mkdtempSync(join(tmpdir(), "yulian-settings-"));
    const MAP_PMTILES = join(folder, "county.pmtiles");
    const tile = new Uint8Array(10);
    writeFileSync(MAP_PMTILES, archiveOf({ tile }));
    expect(readSettings({ MAP_PMTILES }).settings).toMatchObject({ MAP_PMTILES });
    writeFileSync(MAP_PMTILES, archiveOf({ tile, type: TileType.Mlt }));
    expect(readSettings({ MAP_PMTILES }).problems).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it("makes the same setup token of the same secret only", () => {
    expect(setupToken("a")).toBe(setupToken("a"));
    expect(setupToken("a")).not.toBe(setupToken("b"));
    expect(setupToken("a")).toHaveLength(32);
  });
});
