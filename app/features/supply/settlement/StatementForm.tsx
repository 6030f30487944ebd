import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { DateField } from "#app/forms/DateField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { AdvanceFacts, type DraftAdvance } from "./AdvanceFacts.tsx";
import { type DeductionFields, DeductionRows } from "./DeductionRows.tsx";
import type { loadDraft, Preview } from "./load-draft.server.ts";
import { type DraftReceipt, ReceiptFactsFields, type ReceiptFields } from "./ReceiptFactsFields.tsx";
import { StatementLines } from "./StatementLines.tsx";
import { StatementSums } from "./StatementSums.tsx";
import type { DraftAnswer } from "./write-form.server.ts";

type Draft = Awaited<ReturnType<typeof loadDraft>>;
type StatementFormProps = Pick<Draft, "period" | "ids" | "facts"> & {
  agreementId: string;
  receipts: DraftReceipt[];
  advances: DraftAdvance[];
  preview: Preview | undefined;
  answer: DraftAnswer | undefined;
};

type Fields = {
  fromOn: string;
  toOn: string;
  silenceConfirmsOn: string;
  receipts: ReceiptFields[];
  advances: { id: string; disputed: string }[];
  deductions: DeductionFields[];
};

/** What the price needs, what is disputed, what is deducted; then what it comes to, and only then the statement. */
export function StatementForm(props: StatementFormProps) {
  const { period, ids, facts, agreementId, receipts, advances, answer } = props;
  const { t } = useTranslation("settlement");
  const [form, fields] = useForm<Fields>({
    id: "statement",
    lastResult: answer?.result,
    defaultValue: typedValues(props) as DefaultValue<Fields>,
  });
  const labels = {
    fromOn: t("fromOn"),
    toOn: t("toOn"),
    silenceConfirmsOn: t("silenceConfirmsOn"),
    "receipts[].marketFen": t("market"),
    "receipts[].costFen": t("cost"),
    "deductions[].on": t("deduction.on"),
    "deductions[].amountFen": t("deduction.amount"),
    "deductions[].reason": t("deduction.reason"),
  };
  const preview = answer ? answer.preview : props.preview;
  return (
    <Form method="post" id={form.id} noValidate className="flex flex-col gap-6">
      <FormErrors form={form} labels={labels} />
      <input type="hidden" name="id" value={ids.id} />
      <input type="hidden" name="fromOn" value={period.fromOn} />
      <input type="hidden" name="toOn" value={period.toOn} />
      {period.correctsId && <input type="hidden" name="correctsId" value={period.correctsId} />}
      {preview && <input type="hidden" name="seenFen" value={preview.totalFen} />}
      {receipts.length > 0 && (
        <Section title={t("receipts")} note={t("receiptsHint")}>
          <ReceiptFactsFields receipts={receipts} fields={fields.receipts} />
        </Section>
      )}
      {advances.length > 0 && (
        <Section title={t("advances")}>
          <AdvanceFacts advances={advances} fields={fields.advances} />
        </Section>
      )}
      <Section title={t("deductions")}>
        <DeductionRows ids={facts.deductions.map(({ id }) => id)} fields={fields.deductions} />
      </Section>
      <div className="max-w-2xl">
        <DateField
          field={fields.silenceConfirmsOn}
          label={labels.silenceConfirmsOn}
          hint={t("silenceHint")}
        />
      </div>
      <div>
        <SubmitButton name="intent" value="preview" variant={preview ? "secondary" : "primary"}>
          {t("preview")}
        </SubmitButton>
      </div>
      {preview && preview.lines.length === 0 && <p className="text-muted">{t("nothing")}</p>}
      {preview && preview.lines.length > 0 && (
        <Section title={t("shown")} note={t("previewHint")}>
          <StatementLines lines={preview.lines} agreementId={agreementId} totalFen={preview.totalFen} />
          <StatementSums {...preview} />
          <div>
            <SubmitButton name="intent" value="write">
              {t("write")}
            </SubmitButton>
          </div>
        </Section>
      )}
    </Form>
  );
}

const typed = (fen: number | null | undefined) => (fen ? String(fen / 100) : "");

/** What stood on the statement that is corrected, as the fields show it. */
function typedValues({
  ids,
  facts,
  receipts,
  advances,
}: StatementFormProps): Omit<Fields, "fromOn" | "toOn"> {
  const ofReceipt = new Map(facts.receipts.map((one) => [one.id, one]));
  const ofAdvance = new Map(facts.advances.map((one) => [one.id, one]));
  return {
    silenceConfirmsOn: ids.silenceConfirmsOn,
    receipts: receipts.map(({ id }) => {
      const said = ofReceipt.get(id);
      return {
        ...{ id, marketFen: typed(said?.marketFen), costFen: typed(said?.costFen) },
        ...{ isRewarded: said?.isRewarded ? "on" : "", disputed: said?.disputed ?? "" },
      };
    }),
    advances: advances.map(({ id }) => ({ id, disputed: ofAdvance.get(id)?.disputed ?? "" })),
    deductions: facts.deductions.map(({ id, on, amountFen, reason }) => ({
      ...{ id, on: on ?? "", amountFen: typed(amountFen), reason },
    })),
  };
}
