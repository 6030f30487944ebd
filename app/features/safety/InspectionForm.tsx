import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import type { ChecklistItem } from "./checklist.ts";
import { type Fault, FaultFields } from "./FaultFields.tsx";
import { type ItemAnswer, ItemFields } from "./ItemFields.tsx";

type Fields = {
  inspectedOn: string;
  inspectors: string;
  note: string;
  items: ItemAnswer[];
  beyond: Fault;
};

type InspectionFormProps = {
  id: string;
  checklist: { version: number; items: ChecklistItem[] };
  /** What is filled in to begin with. */
  inspectors: string;
  fault: Pick<Fault, "responsible" | "dueOn">;
  today: string;
  answer: Unwritten | undefined;
};

/** The checklist as a plain form for a phone: an answer to each item, and for what failed the hazard. */
export function InspectionForm({ id, checklist, inspectors, fault, today, answer }: InspectionFormProps) {
  const { t } = useTranslation(["safety", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "inspection",
    lastResult: answer?.result,
    defaultValue: {
      inspectedOn: today,
      inspectors,
      beyond: fault,
      items: checklist.items.map(({ heading, text }) => ({ heading: heading ?? "", text, ...fault })),
    },
  });
  const items = fields.items.getFieldList();
  const faultLabels = (of: string) => ({
    [`${of}.description`]: t("hazard.description"),
    [`${of}.severity`]: t("hazard.severity"),
    [`${of}.responsible`]: t("hazard.responsible"),
    [`${of}.dueOn`]: t("hazard.dueOn"),
    [`${of}.picture`]: t("hazard.picture"),
  });
  const labels = {
    inspectedOn: t("inspection.inspectedOn"),
    inspectors: t("inspection.inspectors"),
    note: t("inspection.note"),
    ...faultLabels("items[]"),
    ...faultLabels("beyond"),
    ...Object.fromEntries(
      items.map((_, index) => [`items[${index}].result`, t("inspection.itemNumber", { number: index + 1 })]),
    ),
  };
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="flex max-w-2xl flex-col gap-6"
    >
      <FormErrors form={form} labels={labels} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="checklistVersion" value={checklist.version} />
      <ol className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {items.map((item, index) => (
          <ItemFields
            key={item.key}
            fields={item.getFieldset()}
            number={index + 1}
            isFirstOfHeading={
              checklist.items[index]?.heading !== (checklist.items[index - 1]?.heading ?? null)
            }
            item={checklist.items[index] as ChecklistItem}
          />
        ))}
      </ol>
      <Section title={t("inspection.beyond")} note={t("inspection.beyondHint")}>
        <FaultFields fields={fields.beyond.getFieldset()} />
      </Section>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField field={fields.inspectedOn} label={labels.inspectedOn} latest={today} />
        <TextField
          field={fields.inspectors}
          label={labels.inspectors}
          hint={t("inspection.inspectorsHint")}
        />
      </div>
      <TextareaField field={fields.note} label={labels.note} rows={2} optional />
      <div>
        <SubmitButton>{t("inspection.save")}</SubmitButton>
      </div>
    </Form>
  );
}
