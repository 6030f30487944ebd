import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { Doubts } from "#app/forms/Doubts.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { AgainFields } from "./AgainFields.tsx";
import { Choices } from "./Choices.tsx";
import { EntryInput } from "./EntryInput.tsx";
import { entryOf, splitsInto } from "./entries.ts";
import { fieldLabels } from "./field-label.ts";
import type { EntryPage } from "./load-entry.server.ts";
import { largestMedia } from "./media.ts";

type Typed = Record<string, string> & { into: Record<string, string>[] };

/**
 * One entry at the pond: which, how much, done. A plain form that holds all it says, so that the server, the script
 * and a phone that was offline for a day read the same out of it.
 */
export function EntryForm({ page, answer }: { page: EntryPage; answer: Unwritten | undefined }) {
  const { t } = useTranslation(["recording", "production", "common"]);
  const { kind, ids } = page;
  const entry = kind === "again" ? undefined : entryOf(kind);
  const all = [...(entry?.fields ?? []), ...(entry?.more ?? [])];
  const ordinary = Object.fromEntries(
    all.flatMap((field) =>
      field.as === "choice" && !field.optional ? [[field.name, field.options[0]]] : [],
    ),
  );
  const [form, fields] = useForm<Typed>({
    lastResult: answer?.result,
    defaultValue: {
      ...ordinary,
      day: page.today,
      into: splitsInto.map(() => ({})),
    } as unknown as DefaultValue<Typed>,
  });
  const labels = fieldLabels(t, kind);
  const doubts = answer?.doubts ?? [];
  const input = (field: (typeof all)[number]) => (
    <EntryInput
      key={field.name}
      spec={field}
      field={fields[field.name] as never}
      page={page}
      label={labels[field.name] ?? ""}
    />
  );
  const more =
    form.allErrors &&
    Object.keys(form.allErrors).some((name) => entry?.more?.some((field) => field.name === name));
  return (
    <Form
      method="post"
      id={form.id}
      encType="multipart/form-data"
      noValidate
      data-entry={kind}
      className="flex max-w-xl flex-col gap-5"
    >
      <FormErrors form={form} labels={labels} />
      <Doubts
        doubts={doubts.map((code) => t(`production:doubt.${code as "density"}`))}
        ask={t("doubt.ask")}
        accept={t("doubt.accept")}
      />
      {doubts.map((code) => (
        <input key={code} type="hidden" name="asked" value={code} />
      ))}
      <input type="hidden" name="unit" value={page.unit} />
      <input type="hidden" name="at" value={page.at} />
      <input type="hidden" name="id" value={ids.id} data-new-id="" />
      <input type="hidden" name="fileId" value={ids.file} data-new-id="" />
      <input type="hidden" name="voiceId" value={ids.voice} data-new-id="" />
      {entry?.makes && <input type="hidden" name={`new-${entry.makes}`} value={ids.lot} data-new-id="" />}
      <Choices page={page} field={fields[entry?.chosen ?? "siteId"] as never} typed={form.initialValue} />
      {kind === "again" && <AgainFields choices={page.choices} />}
      {entry?.fields.map(input)}
      {kind === "split" &&
        fields.into.getFieldList().map((part, index) => {
          const inner = part.getFieldset();
          return (
            <fieldset key={part.name} className="flex flex-col gap-3 rounded-card border border-line p-3">
              <legend className="px-1 font-medium">{t("partOf", { number: index + 1 })}</legend>
              <input type="hidden" name={`into[${index}].lotId`} value={ids.into[index]} data-new-id="" />
              {(["siteId", "count", "massG"] as const).map((name) => (
                <EntryInput
                  key={name}
                  spec={{
                    name,
                    as: name === "siteId" ? "site" : name === "count" ? "fish" : "mass",
                    optional: true,
                  }}
                  field={inner[name] as never}
                  page={page}
                  label={labels[name] ?? ""}
                />
              ))}
            </fieldset>
          );
        })}
      <details open={more || undefined} className="rounded-card border border-line bg-surface px-4 py-2">
        <summary className="target flex items-center font-medium">{t("more")}</summary>
        <div className="flex flex-col gap-4 pt-2 pb-3">
          {entry?.more?.map(input)}
          <DateField field={fields.day as never} label={t("field.day")} latest={page.today} />
          <TextField field={fields.note as never} label={t("field.note")} optional />
          <FileField
            field={fields.file as never}
            label={t("field.file")}
            accept="image/*"
            maxBytes={largestMedia}
            optional
          />
          <FileField
            field={fields.voice as never}
            label={t("field.voice")}
            accept="audio/*"
            maxBytes={largestMedia}
            capture
            optional
          />
        </div>
      </details>
      <div className="sticky bottom-20 z-10 flex lg:static [&>button]:min-h-14 [&>button]:flex-1 [&>button]:text-lg">
        <SubmitButton>{t("done")}</SubmitButton>
      </div>
    </Form>
  );
}
