import type { FieldMetadata } from "@conform-to/react";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { formatYuan } from "./YuanText.tsx";

export type DraftAdvance = {
  id: string;
  on: string;
  kind: "fry" | "feed" | "drug" | "service" | "money";
  amountFen: number;
};

/** Each advance that is netted, and whether it is disputed. */
export function AdvanceFacts({
  advances,
  fields,
}: {
  advances: DraftAdvance[];
  fields: FieldMetadata<{ id: string; disputed: string }[]>;
}) {
  const { t, i18n } = useTranslation("settlement");
  const rows = fields.getFieldList().map((one) => one.getFieldset());
  return advances.map(({ id, on, kind, amountFen }, index) => {
    const row = rows[index];
    if (!row) return null;
    const amount = formatYuan(amountFen, i18n.language);
    return (
      <fieldset key={id} className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <legend className="font-medium">{t("advance", { day: on, kind: t(`kind.${kind}`), amount })}</legend>
        <input type="hidden" name={row.id.name} value={id} />
        <TextField field={row.disputed} label={t("dispute")} optional />
      </fieldset>
    );
  });
}
