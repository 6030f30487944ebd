import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";

type ReasonFormProps = {
  answer: Unwritten | undefined;
  label: string;
  hint: string;
  button: string;
  hidden?: { id: string };
};

/** One question, why, and one button. */
export function ReasonForm({ answer, label, hint, button, hidden }: ReasonFormProps) {
  const [form, fields] = useForm<{ reason: string }>({ id: "reason", lastResult: answer?.result });
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-2xl flex-col gap-4">
      <FormErrors form={form} labels={{ reason: label }} />
      {hidden && <input type="hidden" name="id" value={hidden.id} />}
      <TextareaField field={fields.reason} label={label} hint={hint} />
      <div>
        <SubmitButton>{button}</SubmitButton>
      </div>
    </Form>
  );
}
