import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import type { Option } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { largestPicture, pictureEndings } from "../sites/picture.ts";
import { dividendBases, givenThings, priceKinds, suppliedForms } from "./kinds.ts";
import { TermsFields } from "./TermsFields.tsx";
import type { TermsValues } from "./terms.ts";
import { useTermsLabels } from "./useTermsLabels.ts";

type Fields = TermsValues & { effectiveOn: string; reason: string; picture: File };

type AmendmentFormProps = {
  ids: { versionId: string; pictureId: string };
  version: number;
  values: TermsValues;
  term: { startsOn: string; endsOn: string };
  species: readonly Option[];
  needsPaper: boolean;
  answer: Unwritten | undefined;
};

/** New terms, written from the ones that stand. */
export function AmendmentForm(props: AmendmentFormProps) {
  const { ids, version, values, term, species, needsPaper, answer } = props;
  const { t } = useTranslation(["supply", "common"]);
  const [form, fields] = useForm<Fields>({
    id: "amendment",
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Fields>,
  });
  const labels = {
    ...useTermsLabels(),
    effectiveOn: t("agreement.effectiveOn"),
    reason: t("agreement.reason"),
    picture: t("agreement.paper"),
  };
  const options = {
    species,
    form: suppliedForms.map((value) => ({ value, label: t(`form.${value}`) })),
    priceKind: priceKinds.map((value) => ({ value, label: t(`price.${value}`) })),
    dividendBasis: dividendBases.map((value) => ({ value, label: t(`basis.${value}`) })),
    gives: givenThings.map((value) => ({ value, label: t(`gives.${value}`) })),
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
      {answer?.conflict && (
        <ConflictNotice
          last={answer.conflict.last}
          changes={conflictChanges(form.value ?? {}, answer.conflict.theirs, {
            ...{ labels, options, comma: t("common:comma") },
          })}
        />
      )}
      <input type="hidden" name="version" value={answer?.conflict?.version ?? version} />
      {Object.entries(ids).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          field={fields.effectiveOn}
          label={labels.effectiveOn}
          earliest={term.startsOn}
          latest={term.endsOn}
        />
        <TextField field={fields.reason} label={labels.reason} />
      </div>
      <FileField
        field={fields.picture}
        label={labels.picture}
        hint={t("agreement.paperHint")}
        accept={pictureEndings}
        maxBytes={largestPicture}
        optional={!needsPaper}
      />
      <TermsFields fields={fields} labels={labels} species={species} />
      <div>
        <SubmitButton>{t("agreement.amendSave")}</SubmitButton>
      </div>
    </Form>
  );
}
