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
import { EventDoubts } from "../../production/treatments/EventDoubts.tsx";

type Row = { lotId: string; product: string; massG: string };
type Fields = {
  at: string;
  inputs: Omit<Row, "product">[];
  outputs: Row[];
  byProducts: Omit<Row, "lotId">[];
};

type ProcessingFormProps = {
  id: string;
  openedAt: string;
  values: Fields;
  lots: readonly Option[];
  answer: Unwritten | undefined;
};

/** A plant's day: lots in, goods out, and what is left over. */
export function ProcessingForm({ id, openedAt, values, lots, answer }: ProcessingFormProps) {
  const { t, i18n } = useTranslation("shipments");
  const [form, fields] = useForm<Fields>({
    id: "processing",
    lastResult: answer?.result,
    defaultValue: values,
  });
  const labels = {
    at: t("at"),
    inputs: t("processing.inputs"),
    outputs: t("processing.outputs"),
    "inputs[].lotId": t("lot"),
    "inputs[].massG": t("mass"),
    "outputs[].product": t("processing.product"),
    "outputs[].massG": t("mass"),
    "byProducts[].product": t("processing.byProduct"),
    "byProducts[].massG": t("mass"),
  };
  const word = unitWord("kilogram", 2, i18n.language);
  const [inputs, outputs, byProducts] = [fields.inputs, fields.outputs, fields.byProducts];
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={labels} />
      <EventDoubts doubts={answer?.doubts ?? []} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="openedAt" value={openedAt} />
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium">{labels.inputs}</legend>
        {inputs.getFieldList().map((item, index) => {
          const row = item.getFieldset();
          return (
            <div key={item.key} className="grid gap-3 sm:grid-cols-2">
              <SelectField
                field={row.lotId}
                label={labels["inputs[].lotId"]}
                options={lots}
                optional={index > 0}
              />
              <NumberField
                field={row.massG}
                label={labels["inputs[].massG"]}
                unit={word}
                optional={index > 0}
              />
            </div>
          );
        })}
      </fieldset>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium">{labels.outputs}</legend>
        {outputs.getFieldList().map((item, index) => {
          const row = item.getFieldset();
          return (
            <div key={item.key} className="grid gap-3 sm:grid-cols-2">
              <input type="hidden" name={row.lotId.name} value={values.outputs[index]?.lotId} />
              <TextField
                field={row.product}
                label={labels["outputs[].product"]}
                hint={t("processing.productHint")}
                optional={index > 0}
              />
              <NumberField
                field={row.massG}
                label={labels["outputs[].massG"]}
                unit={word}
                optional={index > 0}
              />
            </div>
          );
        })}
      </fieldset>
      {byProducts.getFieldList().map((item) => {
        const row = item.getFieldset();
        return (
          <div key={item.key} className="grid gap-3 sm:grid-cols-2">
            <TextField field={row.product} label={labels["byProducts[].product"]} optional />
            <NumberField field={row.massG} label={labels["byProducts[].massG"]} unit={word} optional />
          </div>
        );
      })}
      <DateTimeField field={fields.at} label={labels.at} />
      <div>
        <SubmitButton>{t("processing.save")}</SubmitButton>
      </div>
    </Form>
  );
}
