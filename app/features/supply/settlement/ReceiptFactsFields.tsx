import type { FieldMetadata } from "@conform-to/react";
import { CheckboxField } from "#app/forms/CheckboxField.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { formatKilograms } from "../../production/lots/MassText.tsx";

export type ReceiptFields = Record<"id" | "marketFen" | "costFen" | "isRewarded" | "disputed", string>;
export type DraftReceipt = {
  id: string;
  on: string;
  shipmentCode: string;
  acceptedG: number;
  deadG: number;
  asksMarket: boolean;
  asksCost: boolean;
  rewardFor: string | null;
};

/** Of each receipt what its price needs, and whether it is disputed. */
export function ReceiptFactsFields({
  receipts,
  fields,
}: {
  receipts: DraftReceipt[];
  fields: FieldMetadata<ReceiptFields[]>;
}) {
  const { t, i18n } = useTranslation(["settlement", "supply"]);
  const mass = (grams: number) => formatKilograms(grams, i18n.language);
  const rows = fields.getFieldList().map((one) => one.getFieldset());
  return receipts.map((receipt, index) => {
    const row = rows[index];
    const receiptText = t("receipt", {
      ...{ day: receipt.on, code: receipt.shipmentCode, mass: mass(receipt.acceptedG) },
    });
    if (!row) return null;
    return (
      <fieldset key={receipt.id} className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <legend className="font-medium">
          {receipt.deadG > 0
            ? t("receiptDead", { receipt: receiptText, dead: mass(receipt.deadG) })
            : receiptText}
        </legend>
        <input type="hidden" name={row.id.name} value={receipt.id} />
        {receipt.asksMarket && (
          <NumberField
            field={row.marketFen}
            label={t("market")}
            unit={t("supply:agreement.perKg")}
            optional
          />
        )}
        {receipt.asksCost && (
          <NumberField field={row.costFen} label={t("cost")} unit={t("supply:agreement.perKg")} />
        )}
        {receipt.rewardFor && (
          <CheckboxField field={row.isRewarded} label={t("rewarded", { what: receipt.rewardFor })} />
        )}
        <TextField field={row.disputed} label={t("dispute")} optional />
      </fieldset>
    );
  });
}
