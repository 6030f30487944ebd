import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type MassUnit, unitName } from "../../production/recording/mass-unit.ts";
import { shipmentPurposes } from "./kinds.ts";

type Agreed = { agreementId: string; supplierId: string; buyerId: string; species: string };

type ShipmentFormProps = {
  id: string;
  /** what an agreement says already */
  agreed?: Agreed;
  purpose?: (typeof shipmentPurposes)[number];
  parties: Options;
  species: readonly Option[];
  unit: MassUnit;
  today: string;
  answer: Unwritten | undefined;
};

/** A call-off or an offer: what, how much, when. */
export function ShipmentForm({
  id,
  agreed,
  purpose,
  parties,
  species,
  unit,
  today,
  answer,
}: ShipmentFormProps) {
  const { t, i18n } = useTranslation("shipments");
  type Fields = Record<
    "supplierId" | "buyerId" | "agreementId" | "purpose" | "species" | "plannedOn" | "planned" | "note",
    string
  >;
  const [form, fields] = useForm<Fields>({
    id: "shipment",
    lastResult: answer?.result,
    defaultValue: { plannedOn: today, purpose: purpose ?? "food" },
  });
  const labels = {
    supplierId: t("supplier"),
    buyerId: t("buyer"),
    agreementId: t("agreement"),
    purpose: t("purposeLabel"),
    species: t("species"),
    plannedOn: t("plannedOn"),
    planned: t("planned"),
    note: t("note"),
  };
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="unit" value={unit} />
      {agreed &&
        Object.entries(agreed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <div className="grid gap-4 sm:grid-cols-2">
        {!agreed && (
          <>
            <SelectField field={fields.supplierId} label={labels.supplierId} options={parties} />
            <SelectField field={fields.buyerId} label={labels.buyerId} options={parties} />
            <SelectField field={fields.species} label={labels.species} options={species} />
          </>
        )}
        <NumberField
          field={fields.planned}
          label={labels.planned}
          unit={unitWord(unitName(unit), 2, i18n.language)}
        />
        <DateField field={fields.plannedOn} label={labels.plannedOn} />
        <SelectField
          field={fields.purpose}
          label={labels.purpose}
          options={shipmentPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
      </div>
      <TextareaField field={fields.note} label={labels.note} rows={2} optional />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
