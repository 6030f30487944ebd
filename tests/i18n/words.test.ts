import { describe, expect, it } from "vitest";
import { createI18n } from "#app/i18n/i18n.ts";

const i18n = createI18n("zh", {
  common: { name: "渔联", count: "{{count}} 口" },
  sites: { name: "场所", kind: { pond: "池" } },
});

describe("words that are looked up once", () => {
  it("are the same the second time, and each namespace keeps its own", () => {
    const t = i18n.getFixedT("zh", "sites") as (key: string, options?: object) => string;
    for (const _ of [1, 2]) {
      expect(t("name")).toBe("场所");
      expect(t("common:name")).toBe("渔联");
      expect(t("kind.pond")).toBe("池");
      expect(i18n.getFixedT("zh", "common")("name")).toBe("渔联");
    }
  });

  it("take their values anew each time", () => {
    const t = i18n.getFixedT("zh", "common") as (key: string, options?: object) => string;
    expect([t("count", { count: 2 }), t("count", { count: 3 })]).toEqual(["2 口", "3 口"]);
  });

  it("leave a key without a message as it is", () => {
    const t = i18n.getFixedT("zh", "common") as (key: string | string[]) => string;
    expect([t("nothing"), t("nothing"), t(["nothing", "name"])]).toEqual(["nothing", "nothing", "渔联"]);
  });
});
