import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { permitKinds } from "./kinds.ts";
import { largestPicture, pictureEndings } from "./picture.ts";

type PermitValues = Partial<Record<"kind" | "number" | "issuer" | "issuedOn" | "expiresOn", string | null>>;

type PermitFormProps = {
  values: PermitValues;
  /** Of a new permit its id, of a standing one the version the form was filled from. */
  hidden: { id: string } | { version: number };
  /** The id a picture gets that comes with the form, so that sending it twice keeps it once. */
  pictureId: string;
  hasPicture?: boolean;
  answer: Unwritten | undefined;
};

export function PermitForm({ values, hidden, pictureId, hasPicture = false, answer }: PermitFormProps) {
  const { t } = useTranslation(["sites", "common"]);
  type Fields = Required<{ [Name in keyof PermitValues]: string }> & { picture: File };
  const [form, fields] = useForm<Fields>({
    id: "permit",
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Fields>,
  });
  const kinds = permitKinds.map((value) => ({ value, label: t(`permit.kind.${value}`) }));
  const labels = {
    kind: t("permit.kindLabel"),
    number: t("permit.number"),
    issuer: t("permit.issuer"),
    issuedOn: t("permit.issuedOn"),
    expiresOn: t("permit.expiresOn"),
    picture: t("permit.picture"),
  };
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="flex max-w-2xl flex-col gap-4"
    >
      <FormErrors form={form} labels={labels} />
      {answer?.conflict && (
        <ConflictNotice
          last={answer.conflict.last}
          changes={conflictChanges(
            form.value ?? {},
            picturesAsWords(answer.conflict.theirs, t("permit.otherPicture")),
            { labels, options: { kind: kinds }, comma: t("common:comma") },
          )}
        />
      )}
      {"id" in hidden ? (
        <input type="hidden" name="id" value={hidden.id} />
      ) : (
        <input type="hidden" name="version" value={answer?.conflict?.version ?? hidden.version} />
      )}
      <input type="hidden" name="pictureId" value={pictureId} />
      <SelectField field={fields.kind} label={labels.kind} options={kinds} />
      <TextField field={fields.number} label={labels.number} />
      <TextField field={fields.issuer} label={labels.issuer} optional />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField field={fields.issuedOn} label={labels.issuedOn} optional />
        <DateField field={fields.expiresOn} label={labels.expiresOn} hint={t("permit.termHint")} optional />
      </div>
      <FileField
        field={fields.picture}
        label={labels.picture}
        hint={t(hasPicture ? "permit.replaceHint" : "permit.pictureHint")}
        accept={pictureEndings}
        maxBytes={largestPicture}
        optional
      />
      <div>
        <SubmitButton name="intent" value="save">
          {t("common:save")}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Of a picture the conflict says only that there is another one. */
const picturesAsWords = ({ pictureId, ...theirs }: Record<string, unknown>, word: string) =>
  pictureId === undefined ? theirs : { ...theirs, picture: pictureId === null ? "" : word };
