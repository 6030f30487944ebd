import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { largestPicture, pictureEndings } from "#app/features/sites/picture.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { type Option, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { EventDoubts } from "./EventDoubts.tsx";

type Item = Record<"item" | "limit" | "result" | "passed", string>;
type Fields = Record<
  "lotId" | "test" | "sampledOn" | "laboratory" | "reportNumber" | "reportedOn" | "note",
  string
> & { items: Item[]; covers: string[]; report: File };

type TestFormProps = {
  hidden: { id: string; reportId: string };
  values: Partial<Fields>;
  lots: Option[];
  drugs: Option[];
  today: string;
  answer: Unwritten | undefined;
};

/** What a sample showed; rows that stay empty are left out. */
export function TestForm({ hidden, values, lots, drugs, today, answer }: TestFormProps) {
  const { t } = useTranslation(["treatments", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "test",
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Fields>,
  });
  const labels = {
    lotId: t("field.lot"),
    test: t("test.kindLabel"),
    sampledOn: t("field.sampledOn"),
    items: t("test.items"),
    "items[].item": t("field.item"),
    "items[].limit": t("field.limit"),
    "items[].result": t("field.result"),
    "items[].passed": t("field.verdict"),
    covers: t("test.covers"),
    laboratory: t("field.laboratory"),
    reportNumber: t("field.reportNumber"),
    reportedOn: t("field.reportedOn"),
    report: t("test.report"),
    note: t("field.note"),
  };
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="flex max-w-3xl flex-col gap-4"
    >
      <FormErrors form={form} labels={labels} />
      <EventDoubts doubts={answer?.doubts ?? []} />
      <input type="hidden" name="id" value={hidden.id} />
      <input type="hidden" name="reportId" value={hidden.reportId} />
      <SelectField field={fields.lotId} label={labels.lotId} options={lots} />
      <SelectField
        field={fields.test}
        label={labels.test}
        options={(["quick", "random", "sent"] as const).map((value) => ({
          value,
          label: t(`test.kind.${value}`),
        }))}
      />
      <DateField field={fields.sampledOn} label={labels.sampledOn} latest={today} />
      <p className="text-sm text-muted">{t("test.itemsHint")}</p>
      {fields.items.getFieldList().map((field, index) => {
        const row = field.getFieldset();
        return (
          <fieldset key={field.key} className="grid gap-3 sm:grid-cols-4">
            <legend className="mb-1 font-medium">{t("test.row", { number: index + 1 })}</legend>
            <TextField field={row.item} label={labels["items[].item"]} optional={index > 0} />
            <TextField field={row.limit} label={labels["items[].limit"]} optional />
            <TextField field={row.result} label={labels["items[].result"]} optional={index > 0} />
            <SelectField
              field={row.passed}
              label={labels["items[].passed"]}
              options={[
                { value: "yes", label: t("test.passed") },
                { value: "no", label: t("test.failed") },
              ]}
              optional={index > 0}
            />
          </fieldset>
        );
      })}
      <CheckboxGroup field={fields.covers} label={labels.covers} options={drugs} optional />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField field={fields.laboratory} label={labels.laboratory} optional />
        <TextField field={fields.reportNumber} label={labels.reportNumber} optional />
        <DateField field={fields.reportedOn} label={labels.reportedOn} latest={today} optional />
      </div>
      <FileField
        field={fields.report}
        label={labels.report}
        accept={pictureEndings}
        maxBytes={largestPicture}
        optional
      />
      <TextareaField field={fields.note} label={labels.note} rows={2} optional />
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}
