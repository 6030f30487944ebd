import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colour = readonly [red: number, green: number, blue: number];

const css = readFileSync(new URL("../../app/styles.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);

/** Linear light of a token, 0 to 1. */
function colour(name: string, theme: "light" | "dark"): Colour {
  const hex = tokens.get(name)?.[theme];
  if (!hex) throw new Error(`no token --color-${name}`);
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([red, green, blue]: Colour) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function contrast(one: Colour, other: Colour) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const statuses = ["ok", "due", "late", "withheld"];
const stages = ["breeding", "farming", "processing", "sales"];
const grounds = ["paper", "surface", "wash"];

const texts: [text: string, ground: string][] = [
  ...["ink", "muted", "accent", "accent-strong"].flatMap((text) =>
    [...grounds, "accent-soft"].map((ground): [string, string] => [text, ground]),
  ),
  ...[...statuses, ...stages].map((name): [string, string] => ["ink", `${name}-soft`]),
  ...statuses.flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    [name, "surface"],
    [name, "paper"],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
];
const marks: [mark: string, ground: string][] = [
  ...stages.flatMap((name): [string, string][] => [
    [name, `${name}-soft`],
    [name, "surface"],
    [name, "paper"],
  ]),
  ...["edge", "focus"].flatMap((name) =>
    ["paper", "surface"].map((ground): [string, string] => [name, ground]),
  ),
];

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
const sight: Record<string, number[][]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: number[][], vector: readonly number[]) =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0));

const seenBy = (matrix: number[][], colour: Colour) =>
  times(matrix, colour).map((value) => Math.min(1, Math.max(0, value)));

/** Perceived colour after Ottosson 2020; 0.1 apart is plain to see in a small mark. */
function oklab(linear: number[]) {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    linear,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  test.each(texts)("text in %s on %s reads (WCAG 1.4.3)", (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)("marks in %s on %s are seen (WCAG 1.4.11)", (mark, ground) => {
    expect(contrast(colour(mark, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(sight))("the stages are told apart with %s sight", (kind) => {
    for (const [index, one] of stages.entries()) {
      for (const other of stages.slice(index + 1)) {
        const seen = [one, other].map((name) => oklab(seenBy(sight[kind] ?? [], colour(name, theme))));
        const distance = Math.hypot(...(seen[0] ?? []).map((value, axis) => value - (seen[1]?.[axis] ?? 0)));
        expect(distance, `${one} and ${other}`).toBeGreaterThan(0.1);
      }
    }
  });
});
