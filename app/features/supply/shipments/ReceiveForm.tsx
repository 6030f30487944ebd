import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { DateTimeField } from "#app/forms/DateTimeField.tsx";
import { FileField } from "#app/forms/FileField.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Section } from "#app/ui/Section.tsx";
import { type MassUnit, unitName } from "../../production/recording/mass-unit.ts";
import { EventDoubts } from "../../production/treatments/EventDoubts.tsx";
import { largestPicture } from "../../sites/picture.ts";

const hidden = ["eventId", "transitLotId", "acceptedLotId", "returnedLotId"] as const;
type Line = Record<(typeof hidden)[number] | "accepted" | "returned" | "dead", string>;

export type ReceiveFormProps = {
  /** as dispatched: what the scale says is typed over it */
  lines: Line[];
  names: (string | null)[];
  sites: readonly Option[];
  pictureId: string;
  unit: MassUnit;
  at: string;
  openedAt: string;
  answer: Unwritten | undefined;
};

/** The buyer's tap: what the scale says. */
export function ReceiveForm(props: ReceiveFormProps) {
  const { lines, names, sites, pictureId, unit, at, openedAt, answer } = props;
  const { t, i18n } = useTranslation("shipments");
  const [form, fields] = useForm<{
    at: string;
    siteId: string;
    reason: string;
    picture: File;
    lines: Line[];
  }>({
    id: "receive",
    lastResult: answer?.result,
    defaultValue: { at, lines, siteId: sites.length === 1 ? sites[0]?.value : undefined },
  });
  const labels = {
    at: t("at"),
    siteId: t("toSite"),
    reason: t("reason"),
    picture: t("picture"),
    "lines[].accepted": t("accepted"),
    "lines[].returned": t("returned"),
    "lines[].dead": t("dead"),
  };
  const word = unitWord(unitName(unit), 2, i18n.language);
  const named = fields.lines.getFieldList().map((line) => line.getFieldset());
  return (
    <Section title={t("step.receive")} note={t("receiveHint")}>
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        noValidate
        className="flex max-w-2xl flex-col gap-4"
      >
        <FormErrors form={form} labels={labels} />
        <EventDoubts doubts={answer?.doubts ?? []} />
        <input type="hidden" name="unit" value={unit} />
        <input type="hidden" name="openedAt" value={openedAt} />
        <input type="hidden" name="pictureId" value={pictureId} />
        {named.map((line, index) => (
          <fieldset key={lines[index]?.eventId} className="grid gap-4 sm:grid-cols-3">
            <legend className="font-medium">{names[index]}</legend>
            {hidden.map((name) => (
              <input key={name} type="hidden" name={line[name].name} value={lines[index]?.[name]} />
            ))}
            <NumberField field={line.accepted} label={labels["lines[].accepted"]} unit={word} optional />
            <NumberField field={line.returned} label={labels["lines[].returned"]} unit={word} optional />
            <NumberField field={line.dead} label={labels["lines[].dead"]} unit={word} optional />
          </fieldset>
        ))}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField field={fields.siteId} label={labels.siteId} options={sites} />
          <DateTimeField field={fields.at} label={labels.at} />
        </div>
        <TextField field={fields.reason} label={labels.reason} hint={t("reasonHint")} optional />
        <FileField
          field={fields.picture}
          label={labels.picture}
          accept="image/*"
          maxBytes={largestPicture}
          optional
        />
        <div>
          <SubmitButton name="intent" value="receive">
            {t("step.receive")}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
