import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { largestPicture } from "../sites/picture.ts";
import type { StepKind } from "./kinds.ts";
import { pictureTypes } from "./picture-types.ts";
import { stepRules } from "./steps.ts";

type StepFormProps = {
  kind: StepKind;
  /** The ids of the step and its picture, so that sending it twice keeps it once. */
  ids: { id: string; pictureId: string };
  foundOn: string;
  today: string;
  needsPicture?: boolean;
  answer: Unwritten | undefined;
};

const looks = { rectified: "primary", closed: "primary", sent_back: "danger" } as const;
const look = (kind: StepKind) => (kind in looks ? looks[kind as keyof typeof looks] : "secondary");

/** One thing that can be done about a hazard: the day, a word, a picture, for some a new deadline. */
export function StepForm({ kind, ids, foundOn, today, needsPicture, answer }: StepFormProps) {
  const { t } = useTranslation("safety");
  const [form, fields] = useForm<{ happenedOn: string; dueOn: string; note: string; picture: File }>({
    id: `step-${kind}`,
    lastResult: answer?.result,
    defaultValue: { happenedOn: today },
  });
  const labels = {
    happenedOn: t(`step.form.${kind}.day`),
    dueOn: t("step.newDeadline"),
    note: t(`step.form.${kind}.note`),
    picture: t("step.picture"),
  };
  const hint = kind === "rectified" || kind === "closed" ? t(`step.${kind}Hint`) : undefined;
  return (
    <Unfolded kind={kind} title={t(`step.form.${kind}.title`)} note={hint} isAnswered={answer !== undefined}>
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        noValidate
        className="flex max-w-2xl flex-col gap-4"
      >
        <FormErrors form={form} labels={labels} />
        <input type="hidden" name="id" value={ids.id} />
        <input type="hidden" name="pictureId" value={ids.pictureId} />
        <TextareaField field={fields.note} label={labels.note} rows={2} optional={kind === "closed"} />
        <FileField
          field={fields.picture}
          label={labels.picture}
          accept={pictureTypes}
          maxBytes={largestPicture}
          optional={!needsPicture}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField field={fields.happenedOn} label={labels.happenedOn} earliest={foundOn} latest={today} />
          {stepRules[kind].setsDeadline && (
            <DateField field={fields.dueOn} label={labels.dueOn} earliest={foundOn} />
          )}
        </div>
        <div>
          <SubmitButton name="intent" value={kind} variant={look(kind)}>
            {t(`step.form.${kind}.submit`)}
          </SubmitButton>
        </div>
      </Form>
    </Unfolded>
  );
}

type UnfoldedProps = {
  kind: StepKind;
  title: string;
  note?: string;
  isAnswered: boolean;
  children: ReactNode;
};

/** What is usually next stands open, the rest is one tap away. */
function Unfolded({ kind, title, note, isAnswered, children }: UnfoldedProps) {
  if (kind === "rectified" || kind === "closed")
    return (
      <Section title={title} note={note}>
        {children}
      </Section>
    );
  return (
    <details open={isAnswered || undefined} className="flex flex-col gap-3 print:hidden">
      <summary className="target flex items-center font-semibold text-accent">{title}</summary>
      {children}
    </details>
  );
}
