import { type SubmissionResult, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Marked } from "#app/ui/Marked.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import type { ImportKind } from "./kinds.ts";
import { largestFile } from "./sheet.ts";

type UploadFormProps = {
  kinds: ImportKind[];
  answer?: { result?: SubmissionResult<string[]>; refused?: string };
};

/** Template first: whoever has none yet finds it before the field. */
export function UploadForm({ kinds, answer }: UploadFormProps) {
  const { t } = useTranslation("exchange");
  const [form, fields] = useForm<{ kind: string; file: File }>({
    lastResult: answer?.result,
    defaultValue: { kind: kinds.length === 1 ? kinds[0] : undefined },
  });
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      noValidate
      className="flex max-w-xl flex-col gap-4"
    >
      <FormErrors form={form} labels={{ kind: t("kindLabel"), file: t("file") }} />
      {answer?.refused && (
        <Notice tone="error" title={t("refusedTitle")}>
          <Marked text={answer.refused} />
        </Notice>
      )}
      <p>
        {t("templates")}{" "}
        {kinds.map((kind) => (
          <a key={kind} href={`/templates/${kind}`} className="me-3" download>
            {t(`kind.${kind}`)}
          </a>
        ))}
      </p>
      <SelectField
        field={fields.kind}
        label={t("kindLabel")}
        options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <FileField
        field={fields.file}
        label={t("file")}
        hint={t("fileHint")}
        accept=".xlsx,.csv"
        maxBytes={largestFile}
      />
      <div>
        <SubmitButton>{t("upload")}</SubmitButton>
      </div>
    </Form>
  );
}
