import type { FieldMetadata } from "@conform-to/react";
import { FieldError } from "#app/forms/Field.tsx";
import { formatNumber, unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { entryOf } from "./entries.ts";
import type { EntryPage } from "./load-entry.server.ts";
import { MapLink } from "./MapLink.tsx";
import { unitName } from "./mass-unit.ts";

type ChoicesProps = {
  page: EntryPage;
  field: FieldMetadata<unknown>;
  /** What was chosen before, on a form that was refused. */
  typed: Record<string, unknown> | undefined;
};
type Choice = EntryPage["choices"][number];

/** More than so many scroll in a place of their own, so that the numbers stay in sight. */
const atOnce = 8;

/** Ponds by their number, or the fish in them, as tiles for a thumb; with what swims there and what it was fed last. */
export function Choices({ page, field, typed }: ChoicesProps) {
  const { t, i18n } = useTranslation(["recording", "production"]);
  const language = i18n.language;
  const { at, chosen } =
    page.kind === "again" ? ({ at: "sites", chosen: "siteId" } as const) : entryOf(page.kind);
  const before = [typed?.[chosen] ?? []].flat().map(String);
  const isTicked = ({ value, siteId }: Choice) =>
    before.length > 0
      ? before.includes(value)
      : page.kind === "again" || siteId === page.chosenSite || page.choices.length === 1;
  const choices = [...page.choices].sort(
    (a, b) => Number(b.siteId === page.chosenSite) - Number(a.siteId === page.chosenSite),
  );
  const note = ({ lastFed }: Choice) =>
    lastFed &&
    t("fedLast", {
      amount: formatNumber(lastFed.amount, language, 1, true),
      unit: unitWord(unitName(page.unit), lastFed.amount, language),
      day: lastFed.on.slice(5),
    });
  // Fish arrive in empty ponds; everything else happens where there are some.
  const arrives = page.kind === "buy" || page.kind === "hatch";
  const isShown = (choice: Choice) => arrives || choice.hasFish || isTicked(choice);
  const stocked = choices.filter(isShown);
  const empty = choices.filter((choice) => !isShown(choice));
  const tile = (choice: Choice) => (
    <label
      key={choice.value}
      className="flex min-h-16 cursor-pointer items-start gap-2.5 rounded-card border border-line bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft"
    >
      <input
        type={at === "sites" || at === "lots" ? "checkbox" : "radio"}
        name={chosen}
        value={choice.value}
        defaultChecked={isTicked(choice)}
        data-name={choice.name}
        data-site={choice.siteId}
        className="mt-1.5 size-5 shrink-0"
      />
      <span className="min-w-0">
        <span lang="zh" className="block text-lg leading-snug font-semibold">
          {choice.name}
        </span>
        <span className="block text-sm text-muted">
          {choice.fish.join(" ") || t("noFish")}
          {choice.form === "harvest" && ` · ${t("production:form.harvest")}`}
        </span>
        {choice.count !== null && choice.count > 0 && (
          <span className="block text-sm text-muted">
            {t("fishHere", { number: formatNumber(choice.count, language) })}
            {choice.meanG !== null &&
              ` · ${t("each", { mean: formatNumber(choice.meanG, language, choice.meanG < 10 ? 1 : 0) })}`}
          </span>
        )}
        {(page.kind === "feeding" || page.kind === "again") && (
          <span className="block text-sm text-muted">{note(choice)}</span>
        )}
      </span>
    </label>
  );
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={field.errors ? field.errorId : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="mb-1 font-medium">{t(`choose.${at}`)}</legend>
      <FieldError field={field} />
      {choices.length === 0 && <p className="text-muted">{t("nothingHere")}</p>}
      <div
        className={`grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2 ${stocked.length > atOnce ? "max-h-[46dvh] overflow-y-auto" : ""}`}
      >
        {stocked.map(tile)}
      </div>
      {empty.length > 0 && (
        <details open={stocked.length === 0 || undefined}>
          <summary className="target flex items-center text-muted">{t("empty")}</summary>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-2">{empty.map(tile)}</div>
        </details>
      )}
      {page.kind !== "again" && choices.length > 1 && (
        <MapLink kind={page.kind} organization={page.onBehalfOf && page.organizationId} />
      )}
      {at === "sites" &&
        choices.map(({ value, id, ratio }) => (
          <span key={value} hidden>
            <input type="hidden" name={`id-${value}`} value={id} data-new-id="" />
            {page.kind === "feeding" && <input type="hidden" name={`ratio-${value}`} value={ratio} />}
          </span>
        ))}
      {page.kind === "feeding" && choices.length > 1 && (
        <p className="text-sm text-muted">{t("splitNote")}</p>
      )}
    </fieldset>
  );
}
