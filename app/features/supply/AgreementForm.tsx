import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { type Option, type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { partnershipKinds } from "../members/kinds.ts";
import { largestPicture, pictureEndings } from "../sites/picture.ts";
import { TermsFields } from "./TermsFields.tsx";
import type { TermsValues } from "./terms.ts";
import { useTermsLabels } from "./useTermsLabels.ts";

type Fields = Omit<TermsValues, "gives"> & { gives: string[]; picture: File } & Record<
    "code" | "kind" | "supplierId" | "buyerId" | "startsOn" | "endsOn" | "note",
    string
  >;

type AgreementFormProps = {
  ids: { id: string; versionId: string; pictureId: string };
  parties: Options;
  species: readonly Option[];
  /** the alliance registers nothing without the paper */
  needsPaper: boolean;
  today: string;
  answer: Unwritten | undefined;
};

/** A signed paper, copied in one step. */
export function AgreementForm({ ids, parties, species, needsPaper, today, answer }: AgreementFormProps) {
  const { t } = useTranslation(["supply", "members"]);
  const [form, fields] = useForm<Fields>({
    id: "agreement",
    lastResult: answer?.result,
    defaultValue: {
      code: `${today.slice(0, 4)}-${ids.id.slice(-5).toUpperCase()}`,
      startsOn: today,
      ...{ deadPermille: "100", waterPermille: "0", paymentDays: "30" },
    },
  });
  const labels = {
    ...useTermsLabels(),
    code: t("agreement.code"),
    kind: t("agreement.kind"),
    supplierId: t("agreement.supplier"),
    buyerId: t("agreement.buyer"),
    startsOn: t("agreement.startsOn"),
    endsOn: t("agreement.endsOn"),
    note: t("agreement.note"),
    picture: t("agreement.paper"),
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
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileField
        field={fields.picture}
        label={labels.picture}
        hint={t("agreement.paperHint")}
        accept={pictureEndings}
        maxBytes={largestPicture}
        optional={!needsPaper}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={fields.code} label={labels.code} spellCheck={false} />
        <SelectField
          field={fields.kind}
          label={labels.kind}
          options={partnershipKinds.map((value) => ({ value, label: t(`members:partnership.${value}`) }))}
        />
        <SelectField
          field={fields.supplierId}
          label={labels.supplierId}
          hint={t("agreement.supplierHint")}
          options={parties}
        />
        <SelectField field={fields.buyerId} label={labels.buyerId} options={parties} />
        <DateField field={fields.startsOn} label={labels.startsOn} />
        <DateField field={fields.endsOn} label={labels.endsOn} />
      </div>
      <TermsFields fields={fields} labels={labels} species={species} />
      <TextareaField field={fields.note} label={labels.note} rows={2} optional />
      <div>
        <SubmitButton>{t("agreement.save")}</SubmitButton>
      </div>
    </Form>
  );
}
