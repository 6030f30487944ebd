import { searchColumns, sortKey } from "#app/search/terms.ts";

/** What is common to all sites of one kind in one village; their numbers come behind. */
export type Base = {
  number: number;
  village: number;
  name: string;
  kind: string;
  sortKey: string;
  spelled: string;
  initials: string;
  terms: string[];
};

const nouns = [
  ["陆基池", "pond"],
  ["土塘", "earth_pond"],
  ["稻渔田", "rice_field"],
  ["水库", "water_area"],
  ["流水池", "raceway"],
] as const;

/** Five sites of this name stand at the end of every list, and nothing else is like them. */
export const last = { name: "最远销售点", count: 5 };

/** Terms without an alliance: the seed puts its mark before each. */
const termsOf = (...texts: string[]) => searchColumns("", ...texts).searchTerms;

function base(name: string, kind: string, place: { number: number; village: number }): Base {
  const { searchText, searchTerms } = searchColumns("", name);
  const [, spelled = "", initials = ""] = searchText.split(" ");
  return { ...place, name, kind, sortKey: sortKey(name), spelled, initials, terms: searchTerms };
}

export const bases = (villages: readonly { name: string }[]) =>
  nouns.flatMap(([noun, kind], n) =>
    villages.map(({ name }, v) =>
      base(`${name}${noun}`, kind, { number: n * villages.length + v, village: v + 1 }),
    ),
  );

export const lastBase = () => base(last.name, "outlet", { number: -1, village: 0 });

/** Terms of 1 … `to`, of 0 … 999 as three digits, and of the beginnings of codes. */
export const numerals = (to: number) =>
  Array.from({ length: to }, (_, i) => ({ number: i + 1, terms: termsOf(String(i + 1)) }));
export const codeEnds = () =>
  Array.from({ length: 1000 }, (_, i) => ({ number: i, terms: termsOf(String(i).padStart(3, "0")) }));
export const codeBeginnings = (to: number) =>
  Array.from({ length: to + 1 }, (_, i) => ({
    number: i,
    terms: termsOf(`s-${String(i).padStart(4, "0")}`),
  }));

export const villageWords = (villages: readonly { code: string; name: string; townCode: string }[]) =>
  villages.map(({ code, name, townCode }, v) => {
    const { sortKey, searchText, searchTerms } = searchColumns("", name, code, code);
    return { number: v + 1, code, name, townCode, sortKey, searchText, terms: searchTerms };
  });
