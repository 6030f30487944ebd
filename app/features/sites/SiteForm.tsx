import { type DefaultValue, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { conflictChanges } from "#app/forms/conflict-changes.ts";
import { DateField } from "#app/forms/DateField.tsx";
import { Doubts } from "#app/forms/Doubts.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { type Option, type Options, SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextareaField } from "#app/forms/TextareaField.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import type { PositionMap } from "#app/map/PositionPicker.tsx";
import { Section } from "#app/ui/Section.tsx";
import { stages } from "../members/kinds.ts";
import {
  fundingSources,
  positionSources,
  protectionZones,
  type SiteKind,
  siteKinds,
  siteStatuses,
  waterBodies,
} from "./kinds.ts";
import { PositionFields } from "./PositionFields.tsx";
import { conflictValues, type SiteFieldName, type SiteValues, siteFieldNames } from "./site-values.ts";

type SiteFormProps = {
  values: SiteValues;
  /** Of a new site its id, of a standing one the version the form was filled from. */
  hidden: { id: string } | { version: number };
  choices: { towns: Option[]; organizations: { group: string; options: Option[] }[]; species: Option[] };
  map: PositionMap;
  /** Owner and operator are not everybody's to change. */
  mayHandOver: boolean;
  answer: Unwritten | undefined;
};

export function SiteForm({ values, hidden, choices, map, mayHandOver, answer }: SiteFormProps) {
  const { t } = useTranslation(["sites", "common"]);
  const [form, fields] = useForm<Record<SiteFieldName, string> & { species: string[] }>({
    lastResult: answer?.result,
    defaultValue: values as DefaultValue<Record<SiteFieldName, string> & { species: string[] }>,
  });
  const kind = (fields.kind.value ?? "pond") as SiteKind;
  const words = <Word extends string>(all: readonly Word[], label: (word: Word) => string) =>
    all.map((value) => ({ value, label: label(value) }));
  const options = {
    kind: words(siteKinds, (k) => t(`kind.${k}`)),
    status: words(siteStatuses, (s) => t(`status.${s}`)),
    stage: words(stages, (s) => t(`common:stage.${s}`)),
    species: choices.species,
    ownerId: choices.organizations,
    operatorId: choices.organizations,
    fundingSource: words(fundingSources, (f) => t(`funding.${f}`)),
    townCode: choices.towns,
    positionSource: words(positionSources, (s) => t(`positionSource.${s}`)),
    waterBody: words(waterBodies, (w) => t(`waterBody.${w}`)),
    protectionZone: words(protectionZones, (z) => t(`protectionZone.${z}`)),
    noFeeding: [
      { value: "true", label: t("common:yes") },
      { value: "false", label: t("common:no") },
    ],
  } satisfies Partial<Record<keyof SiteValues, Options>>;
  const labels = Object.fromEntries(siteFieldNames.map((name) => [name, t(`field.${name}`)]));
  return (
    <Form method="post" id={form.id} noValidate className="flex max-w-3xl flex-col gap-8">
      <FormErrors form={form} labels={labels} />
      {answer?.conflict && (
        <ConflictNotice
          last={answer.conflict.last}
          changes={conflictChanges(form.value ?? {}, conflictValues(answer.conflict.theirs), {
            labels,
            options,
            comma: t("common:comma"),
          })}
        />
      )}
      <Doubts
        doubts={(answer?.doubts ?? []).map((doubt) =>
          t(`doubt.${doubt as "outsideCounty" | "farFromVillage"}`),
        )}
        ask={t("doubt.ask")}
        accept={t("doubt.accept")}
      />
      {"id" in hidden ? (
        <input type="hidden" name="id" value={hidden.id} />
      ) : (
        <input type="hidden" name="version" value={answer?.conflict?.version ?? hidden.version} />
      )}
      <Section title={t("group.what")}>
        <SelectField field={fields.kind} label={t("field.kind")} options={options.kind} />
        <TextField field={fields.name} label={t("field.name")} />
        <TextField field={fields.code} label={t("field.code")} hint={t("hint.code")} />
        <SelectField field={fields.status} label={t("field.status")} options={options.status} />
        <SelectField field={fields.stage} label={t("field.stage")} options={options.stage} />
        <CheckboxGroup field={fields.species} label={t("field.species")} options={options.species} optional />
      </Section>
      <Section title={t("group.who")}>
        {mayHandOver ? (
          <>
            <SelectField
              field={fields.ownerId}
              label={t("field.ownerId")}
              hint={t("hint.noOrganization")}
              options={choices.organizations}
            />
            <SelectField
              field={fields.operatorId}
              label={t("field.operatorId")}
              options={choices.organizations}
            />
          </>
        ) : (
          <>
            <input type="hidden" name="ownerId" value={values.ownerId} />
            <input type="hidden" name="operatorId" value={values.operatorId} />
          </>
        )}
        <TextField
          field={fields.householdCode}
          label={t("field.householdCode")}
          hint={t("hint.household")}
          optional
        />
        <DateField field={fields.leaseFrom} label={t("field.leaseFrom")} optional />
        <DateField field={fields.leaseTo} label={t("field.leaseTo")} optional />
        <SelectField
          field={fields.fundingSource}
          label={t("field.fundingSource")}
          options={options.fundingSource}
          optional
        />
      </Section>
      <Section title={t("group.where")}>
        <SelectField field={fields.townCode} label={t("field.townCode")} options={options.townCode} />
        <PositionFields formId={form.id} lng={fields.lng} lat={fields.lat} map={map} />
        <SelectField
          field={fields.positionSource}
          label={t("field.positionSource")}
          options={options.positionSource}
          optional
        />
      </Section>
      <Section title={t("group.size")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            field={fields.registeredAreaMu}
            label={t("field.registeredAreaMu")}
            unit={t("unit.mu")}
            optional
          />
          <NumberField field={fields.diameterM} label={t("field.diameterM")} unit="m" optional />
          <NumberField field={fields.depthM} label={t("field.depthM")} unit="m" optional />
          <NumberField
            field={fields.volumeM3}
            label={t("field.volumeM3")}
            hint={t("hint.volume")}
            unit="m³"
            optional
          />
        </div>
      </Section>
      {kind === "water_area" && (
        <Section title={t("group.water")}>
          <SelectField
            field={fields.waterBody}
            label={t("field.waterBody")}
            options={options.waterBody}
            optional
          />
          <SelectField
            field={fields.protectionZone}
            label={t("field.protectionZone")}
            options={options.protectionZone}
            optional
          />
          <TextField field={fields.managingBody} label={t("field.managingBody")} optional />
          <SelectField
            field={fields.noFeeding}
            label={t("field.noFeeding")}
            options={options.noFeeding}
            empty={t("common:unknown")}
            optional
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              field={fields.closedFrom}
              label={t("field.closedFrom")}
              hint={t("hint.monthDay")}
              optional
            />
            <TextField
              field={fields.closedTo}
              label={t("field.closedTo")}
              hint={t("hint.monthDay")}
              optional
            />
          </div>
        </Section>
      )}
      <Section title={t("group.more")}>
        <TextareaField field={fields.note} label={t("field.note")} optional />
      </Section>
      <div>
        <SubmitButton>{t("common:save")}</SubmitButton>
      </div>
    </Form>
  );
}
