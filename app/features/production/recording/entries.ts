/** How one field of an entry is asked for; its name is that of the event's own field. */
export type EntryField = { name: string; optional?: true } & (
  | { as: "mass" | "fish" | "money" | "text" | "day" | "site" | "species" }
  | { as: "choice"; options: readonly [string, ...string[]] }
);

type Entry = {
  /** What is chosen first: ponds, one pond, what swims in one, or in several. */
  at: "sites" | "site" | "lot" | "lots";
  /** the event's name for what was chosen */
  chosen: "siteId" | "lotId" | "fromLotId" | "fromLotIds";
  fields: readonly EntryField[];
  /** asked for behind one more tap */
  more?: readonly EntryField[];
  /** ids of lots that it makes */
  makes?: "lotId" | "harvestLotId" | "transitLotId";
  /** caught fish can be chosen too */
  goods?: true;
};

const mass = (name: string) => ({ name, as: "mass" }) as const;
const fish = (name: string) => ({ name, as: "fish" }) as const;
const text = (name: string) => ({ name, as: "text" }) as const;
const site = { name: "siteId", as: "site" } as const;
const cost = { name: "costFen", as: "money", optional: true } as const;
const choice = (name: string, ...options: [string, ...string[]]) =>
  ({ name, as: "choice", options }) as const;
const optional = <Field extends EntryField>(field: Field) => ({ ...field, optional: true }) as const;

const arrival = [{ name: "species", as: "species" }, fish("count"), mass("massG")] as const;

/** Everything that is written down at the pond by a form of the same make; the first option is the ordinary one. */
export const entries = {
  feeding: {
    at: "sites",
    chosen: "siteId",
    fields: [mass("massG"), choice("feed", "compound", "fodder")],
    more: [optional(text("product")), cost, { name: "fromOn", as: "day", optional: true }],
  },
  mortality: {
    at: "lot",
    chosen: "lotId",
    fields: [fish("count")],
    more: [
      choice("cause", "unknown", "oxygen", "disease", "transport", "heat", "cold", "predator", "other"),
      optional(mass("massG")),
      optional(choice("disposal", "buried", "burnt", "rendered", "other")),
      optional(text("disposalPlace")),
    ],
  },
  input: {
    at: "sites",
    chosen: "siteId",
    fields: [
      choice("input", "disinfectant", "probiotic", "substrate", "oxygen", "lime", "other"),
      text("product"),
      text("amount"),
    ],
    more: [cost],
  },
  sampling: { at: "lot", chosen: "lotId", fields: [fish("count"), mass("meanG")] },
  buy: {
    at: "site",
    chosen: "siteId",
    fields: [...arrival, text("supplier"), optional(text("certificateNumber"))],
    more: [choice("form", "fry", "farmed"), optional(text("supplierLot")), cost],
    makes: "lotId",
  },
  hatch: {
    at: "site",
    chosen: "siteId",
    fields: [...arrival, text("broodstock")],
    more: [optional(text("certificateNumber"))],
    makes: "lotId",
  },
  stocking: {
    at: "lot",
    chosen: "fromLotId",
    fields: [site, fish("count"), optional(mass("massG"))],
    makes: "lotId",
  },
  transfer: {
    at: "lot",
    chosen: "fromLotId",
    fields: [site, fish("count"), optional(mass("massG"))],
    makes: "lotId",
  },
  split: { at: "lot", chosen: "fromLotId", fields: [] },
  merge: { at: "lots", chosen: "fromLotIds", fields: [site], makes: "lotId" },
  count: {
    at: "lot",
    chosen: "lotId",
    fields: [
      fish("count"),
      optional(mass("massG")),
      choice("method", "all", "sample", "estimate"),
      text("reason"),
    ],
  },
  harvest: {
    at: "lot",
    chosen: "lotId",
    fields: [choice("purpose", "food", "rearing", "disposal"), fish("count"), mass("massG")],
    more: [optional(text("gear"))],
    makes: "harvestLotId",
  },
  sale: {
    at: "lot",
    chosen: "lotId",
    goods: true,
    fields: [choice("purpose", "food", "rearing", "disposal"), fish("count"), mass("massG"), text("buyer")],
    more: [{ name: "priceFen", as: "money", optional: true }],
  },
  dispatch: {
    at: "lot",
    chosen: "lotId",
    goods: true,
    fields: [
      choice("purpose", "food", "rearing", "disposal"),
      fish("count"),
      mass("massG"),
      text("receiver"),
    ],
    makes: "transitLotId",
  },
  emptying: { at: "lot", chosen: "lotId", fields: [text("reason")] },
} as const satisfies Record<string, Entry>;

export type EntryKind = keyof typeof entries;
export const entryKinds = Object.keys(entries) as EntryKind[];
export const isEntryKind = (kind: unknown): kind is EntryKind => Object.hasOwn(entries, kind as string);
/** A kind's own rules, read by what works for all of them. */
export const entryOf = (kind: EntryKind): Entry => entries[kind];

/** Ponds that the lot of one is graded into at a time. */
export const splitsInto = [0, 1, 2] as const;
