import { pinyin } from "pinyin-pro";

/** The sort and search columns of a named row. */
export type SearchColumns = { sortKey: string; searchText: string; searchTerms: string[] };

const normalize = (text: string) => text.normalize("NFKC").toLowerCase().trim();
const syllables = (text: string) =>
  pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });

/** Pinyin, with digits padded so that pond 2 comes before pond 10. */
export function sortKey(name: string) {
  const spelled = syllables(normalize(name)).join(" ");
  return spelled.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
}

/** Every run of one and of two characters: what an index can find any part of a word by. */
function grams(word: string) {
  const characters = [...word];
  return [...characters, ...characters.slice(1).map((character, i) => characters[i] + character)];
}

/** Terms of one alliance never meet another's in the index: its last eight hex digits stand before each. */
const scoped = (allianceId: string, terms: Iterable<string>) =>
  [...new Set(terms)].map((term) => allianceId.slice(-8) + term);

/** `texts` are found by any part of them, by pinyin and by pinyin initials; the first is the name to sort by. */
export function searchColumns(allianceId: string, ...texts: (string | null | undefined)[]): SearchColumns {
  const words = texts.filter((text): text is string => Boolean(text)).map(normalize);
  const name = syllables(words[0] ?? "");
  const spelled = [name.join(""), name.map((syllable) => syllable[0]).join("")];
  const all = [...new Set([...words, ...spelled])];
  return {
    sortKey: sortKey(texts[0] ?? ""),
    searchText: all.join(" "),
    searchTerms: scoped(
      allianceId,
      all.flatMap((word) => word.split(/\s+/).flatMap(grams)),
    ),
  };
}

/** What must hold of a row for a typed query: all `terms` in its search_terms, and each `like` in its search_text. */
export function searchQuery(allianceId: string, typed: string) {
  const words = normalize(typed).slice(0, 60).split(/\s+/).filter(Boolean);
  const terms = words.flatMap((word) =>
    [...word].length === 1 ? [word] : grams(word).filter((g) => [...g].length === 2),
  );
  return {
    terms: scoped(allianceId, terms),
    likes: words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`),
  };
}
