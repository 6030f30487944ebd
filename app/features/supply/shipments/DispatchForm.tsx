import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateTimeField } from "#app/forms/DateTimeField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { type MassUnit, unitName } from "../../production/recording/mass-unit.ts";
import { EventDoubts } from "../../production/treatments/EventDoubts.tsx";

type Line = { eventId: string; transitLotId: string; lotId: string; count: string; mass: string };

export type DispatchFormProps = {
  lines: Line[];
  lots: readonly Option[];
  unit: MassUnit;
  at: string;
  openedAt: string;
  answer: Unwritten | undefined;
};

/** The supplier's tap: which lots are on the lorry, and how much of each. */
export function DispatchForm({ lines, lots, unit, at, openedAt, answer }: DispatchFormProps) {
  const { t, i18n } = useTranslation("shipments");
  const [form, fields] = useForm<{
    at: string;
    vehicle: string;
    waterTemperature: string;
    lines: Line[];
  }>({ id: "dispatch", lastResult: answer?.result, defaultValue: { at, lines } });
  const labels = {
    at: t("at"),
    vehicle: t("vehicle"),
    waterTemperature: t("waterTemperature"),
    "lines[].lotId": t("lot"),
    "lines[].count": t("count"),
    "lines[].mass": t("mass"),
  };
  const named = fields.lines.getFieldList().map((line) => line.getFieldset());
  return (
    <Section title={t("step.dispatch")} note={t("dispatchHint")}>
      <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
        <FormErrors form={form} labels={labels} />
        <EventDoubts doubts={answer?.doubts ?? []} />
        <input type="hidden" name="unit" value={unit} />
        <input type="hidden" name="openedAt" value={openedAt} />
        {named.map((line, index) => (
          <div key={lines[index]?.eventId} className="grid gap-4 sm:grid-cols-3">
            <input type="hidden" name={line.eventId.name} value={lines[index]?.eventId} />
            <input type="hidden" name={line.transitLotId.name} value={lines[index]?.transitLotId} />
            <SelectField
              field={line.lotId}
              label={labels["lines[].lotId"]}
              options={lots}
              optional={index > 0}
            />
            <NumberField
              field={line.mass}
              label={labels["lines[].mass"]}
              unit={unitWord(unitName(unit), 2, i18n.language)}
              optional={index > 0}
            />
            <NumberField field={line.count} label={labels["lines[].count"]} whole optional />
          </div>
        ))}
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField field={fields.vehicle} label={labels.vehicle} optional />
          <NumberField
            field={fields.waterTemperature}
            label={labels.waterTemperature}
            unit={unitWord("degree", 1, i18n.language)}
            optional
          />
          <DateTimeField field={fields.at} label={labels.at} />
        </div>
        <div>
          <SubmitButton name="intent" value="dispatch">
            {t("step.dispatch")}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
