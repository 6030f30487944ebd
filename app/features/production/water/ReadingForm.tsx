import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxField } from "#app/forms/CheckboxField.tsx";
import { DateTimeField } from "#app/forms/DateTimeField.tsx";
import { Doubts } from "#app/forms/Doubts.tsx";
import { errorText } from "#app/forms/errorText.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { type Quantity, quantities, quantityNames, type Switch, switches } from "./quantities.ts";

type Fields = Record<Quantity | Switch | "at", string>;

/** What a keeper measured beside the pond; native controls, so that an old phone without a script sends it too. */
export function ReadingForm({ at, answer }: { at: string; answer: Unwritten | undefined }) {
  const { t } = useTranslation(["water", "common"]);
  const { t: common } = useTranslation("common");
  const [form, fields] = useForm<Fields>({
    id: "reading",
    lastResult: answer?.result,
    defaultValue: { at },
  });
  const labels = {
    at: t("field.at"),
    ...Object.fromEntries(quantityNames.map((name) => [name, t(`quantity.${name}`)])),
  };
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-6">
      <FormErrors form={form} labels={labels} />
      <Doubts
        doubts={(answer?.doubts ?? []).map((doubt) => errorText(common, doubt))}
        ask={t("doubt.ask")}
        accept={t("doubt.accept")}
      />
      <Section title={t("group.values")} note={t("hint.some")}>
        <div className="grid gap-4 sm:grid-cols-2">
          {quantityNames.map((name) => (
            <NumberField
              key={name}
              field={fields[name]}
              label={t(`quantity.${name}`)}
              hint={name === "tan" ? t("hint.tan") : undefined}
              unit={quantities[name].unit || undefined}
              optional
            />
          ))}
        </div>
        <DateTimeField field={fields.at} label={t("field.at")} hint={t("hint.at")} />
      </Section>
      <Section title={t("group.failures")} note={t("group.failuresNote")}>
        {switches.map((name) => (
          <CheckboxField key={name} field={fields[name]} label={t(`failed.${name}`)} />
        ))}
      </Section>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </Form>
  );
}
