import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatDay,
  formatFileSize,
  formatMu,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatTime,
  formatVolume,
  fromMu,
  toMu,
} from "#app/i18n/format.ts";

test("numbers have their thousands separated in both languages", () => {
  expect(formatNumber(1234567.5, "zh", 1)).toBe("1,234,567.5");
  expect(formatNumber(0.5, "en")).toBe("1");
});

test("fifteen mu are a hectare", () => {
  expect(formatMu(10_000, "zh")).toBe("15.0");
  expect(formatMu(3_555_555.6, "en")).toBe("5,333.3");
});

test("mu and square metres convert back and forth", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (area) => {
      expect(fromMu(toMu(area))).toBeCloseTo(area, 4);
    }),
  );
});

test("a word follows its number in the reader's language", () => {
  expect(formatQuantity(260, "pond", "zh")).toBe("260 口");
  expect(formatQuantity(260, "pond", "en")).toBe("260 ponds");
  expect(formatQuantity(1, "household", "en")).toBe("1 household");
  expect(formatVolume(31, "zh")).toBe("31");
  expect(formatVolume(31.42, "zh")).toBe("31.4");
  expect(formatPercent(0.278, "zh")).toBe("27.8%");
});

test.each(["Asia/Shanghai", "America/Los_Angeles", "UTC"])(
  "days and times are China's under TZ=%s",
  (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(formatTime(new Date("2026-03-14T16:30:00Z"))).toBe("2026-03-15 00:30");
      expect(formatDay(new Date("2026-12-31T15:59:59Z"))).toBe("2026-12-31");
      expect(formatDay(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01");
      expect(formatDay("2026-03-15")).toBe("2026-03-15");
    } finally {
      process.env.TZ = before;
    }
  },
);

test("file sizes never show four figures before the unit", () => {
  expect(formatFileSize(0, "zh")).toBe("0 B");
  expect(formatFileSize(999, "zh")).toBe("999 B");
  expect(formatFileSize(999_600, "zh")).toBe("1 MB");
  expect(formatFileSize(52_428_800, "en")).toBe("52 MB");
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (bytes) => {
      expect(formatFileSize(bytes, "en")).toMatch(/^\d{1,3}(\.\d)? (B|kB|MB|GB)$/);
    }),
  );
});
