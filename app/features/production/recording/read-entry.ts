import { chinaDay } from "#app/i18n/day.ts";
import { shareOut } from "../ledger/shares.ts";
import { type EntryField, type EntryKind, entryOf, splitsInto } from "./entries.ts";
import { gramsOf, type MassUnit } from "./mass-unit.ts";

/** A form as sent: FormData, in the browser and on the server. */
type Form = Pick<FormData, "get" | "getAll" | "has">;
type Body = Record<string, unknown>;

/**
 * The events that a form of the pond says, from nothing but the form, so that sending it again says the same. Nothing
 * is checked here: what is not a number stays as it was typed, for the event's own schema to refuse.
 */
export function readEntry(kind: EntryKind | "again", form: Form): Body[] {
  if (kind === "again") return repeatFeedings(form);
  const entry = entryOf(kind);
  const said = {
    kind,
    ...common(form),
    ...fieldsOf([...entry.fields, ...(entry.more ?? [])], form),
    ...(entry.makes && { [entry.makes]: text(form, `new-${entry.makes}`) }),
  };
  if (kind === "feeding") return feedings(said, form);
  if (entry.at === "sites")
    return form.getAll("siteId").map((siteId) => ({ ...said, siteId, id: text(form, `id-${siteId}`) }));
  const id = text(form, "id");
  if (kind === "sampling") return [{ ...said, ...meanOfSample(said), lotId: text(form, "lotId"), id }];
  if (kind === "split") return [{ ...said, fromLotId: text(form, "fromLotId"), into: partsOf(form), id }];
  const chosen = entry.at === "lots" ? form.getAll(entry.chosen) : text(form, entry.chosen);
  return [{ ...said, [entry.chosen]: chosen, id }];
}

const text = (form: Form, name: string) => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
};

function common(form: Form): Body {
  const at = text(form, "at") ?? "";
  const day = text(form, "day");
  return {
    occurredAt: day === undefined || day === chinaDay(new Date(at)) ? at : `${day}T12:00:00+08:00`,
    note: text(form, "note"),
    accept: form.has("accept") ? form.getAll("asked") : [],
  };
}

/** The day an entry is about, in China. */
const dayOf = (form: Form) => text(form, "day") ?? chinaDay(new Date(text(form, "at") ?? ""));

function fieldsOf(fields: readonly EntryField[], form: Form): Body {
  return Object.fromEntries(fields.map((field) => [field.name, typedAs(field, form)]));
}

function typedAs({ name, as }: EntryField, form: Form) {
  const typed = text(form, name);
  if (typed === undefined) return undefined;
  if (as === "mass") return gramsOf(typed, unitOf(form));
  if (as === "money") return scaled(typed, 100);
  if (as === "fish") return scaled(typed, 1);
  return typed;
}

const unitOf = (form: Form) => text(form, "unit") as MassUnit;

/** A number typed with a decimal comma or thousands is read; what is none stays text. */
const scaled = (typed: string, factor: number) => {
  const value = Number(typed.replaceAll(/[,，\s]/g, ""));
  return Number.isFinite(value) ? Math.round(value * factor * 1000) / 1000 : typed;
};

/** One amount for several ponds falls to them as the last feeding did. */
function feedings({ massG, fromOn, ...said }: Body, form: Form): Body[] {
  const siteIds = form.getAll("siteId").map(String);
  const shares =
    typeof massG === "number" && Number.isInteger(massG)
      ? shareOut(
          massG,
          siteIds.map((siteId) => Number(text(form, `ratio-${siteId}`) ?? 0)),
        )
      : siteIds.map(() => massG);
  const toOn = dayOf(form);
  return siteIds.map((siteId, index) => ({
    ...said,
    ...{ id: text(form, `id-${siteId}`), siteId, massG: shares[index], fromOn: fromOn ?? toOn, toOn },
  }));
}

/** "Same as yesterday": each ticked pond its last feeding. */
function repeatFeedings(form: Form): Body[] {
  const day = dayOf(form);
  return form.getAll("siteId").map((siteId) => ({
    kind: "feeding",
    ...common(form),
    ...{ id: text(form, `id-${siteId}`), siteId, fromOn: day, toOn: day },
    massG: Number(text(form, `grams-${siteId}`)),
    feed: text(form, `feed-${siteId}`),
    product: text(form, `product-${siteId}`),
  }));
}

/** A sample is weighed together: its weight over its fish. */
const meanOfSample = ({ count, meanG }: Body) => ({
  meanG: typeof meanG === "number" && typeof count === "number" && count > 0 ? meanG / count : meanG,
});

function partsOf(form: Form): Body[] {
  return splitsInto.flatMap((index) => {
    const part = (name: string) => text(form, `into[${index}].${name}`);
    const [siteId, count, massG] = [part("siteId"), part("count"), part("massG")];
    if (siteId === undefined && count === undefined && massG === undefined) return [];
    return {
      siteId,
      lotId: text(form, `into[${index}].lotId`),
      count: count && scaled(count, 1),
      massG: massG && gramsOf(massG, unitOf(form)),
    };
  });
}
