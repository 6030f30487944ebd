import { getInputProps, useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { useState } from "react";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { CheckboxField } from "#app/forms/CheckboxField.tsx";
import { Doubts } from "#app/forms/Doubts.tsx";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { OutlineEditor } from "#app/map/outline/OutlineEditor.tsx";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { useRings } from "#app/map/outline/useRings.ts";
import type { PositionMap } from "#app/map/PositionPicker.tsx";
import { Link } from "#app/ui/Link.tsx";
import { useHydrated } from "#app/ui/useHydrated.ts";
import { areaToTake } from "./area.ts";
import { OutlineConflict } from "./OutlineConflict.tsx";
import { OutlineText } from "./OutlineText.tsx";
import { outlineFieldNames, submittedOutline } from "./outline-values.ts";
import { PositionFields, placeOf, placeWriter } from "./PositionFields.tsx";

export type OutlineFormProps = {
  site: {
    id: string;
    version: number;
    lng: number | null;
    lat: number | null;
    positionSource: string | null;
    registeredAreaM2: number | null;
  };
  outline: Outline | null;
  mayDraw: boolean;
  map: PositionMap;
  answer: Unwritten | undefined;
};
type Fields = Record<(typeof outlineFieldNames)[number], string>;

/** Where a site lies and how it is bounded. Without scripts: text fields and a file. */
export function OutlineForm({ site, outline, mayDraw, map, answer }: OutlineFormProps) {
  const { t, i18n } = useTranslation(["sites", "common"]);
  const { conflict, doubts = [] } = answer ?? {};
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      outline: outline ? JSON.stringify(outline) : "",
      lng: site.lng?.toString() ?? "",
      lat: site.lat?.toString() ?? "",
      positionSource: "",
    },
  });
  const [version] = useState(site.version);
  const drawing = useRings(submittedOutline(answer?.result) ?? outline);
  const [unfinished, setUnfinished] = useState(false);
  const running = useHydrated();
  const drawn = drawing.reading?.outline;
  const flawed = drawing.reading?.problem !== undefined;
  const theirs =
    conflict && "outline" in conflict.theirs ? (conflict.theirs.outline as Outline | null) : undefined;
  const place = placeOf(fields.lng.value, fields.lat.value);
  const labels = Object.fromEntries(outlineFieldNames.map((name) => [name, t(`outline.field.${name}`)]));
  return (
    <div className="flex max-w-5xl flex-col gap-8">
      <Form
        method="post"
        encType="multipart/form-data"
        id={form.id}
        noValidate
        onSubmit={(event) => mayDraw && (flawed || unfinished) && event.preventDefault()}
        className="flex flex-col gap-6"
      >
        <FormErrors form={form} labels={labels} />
        {conflict && (
          <OutlineConflict
            siteId={site.id}
            theirs={conflict.theirs}
            last={conflict.last}
            mine={{ outline: drawn, fields: form.value ?? {} }}
          />
        )}
        <Doubts
          doubts={doubts.map((doubt) => t(`outline.doubt.${doubt as "outsideCounty"}`))}
          ask={t("outline.doubt.ask")}
          accept={t("outline.doubt.accept")}
        />
        <input type="hidden" name="version" value={conflict?.version ?? version} />
        {mayDraw && running && (
          <>
            <input type="hidden" name={fields.outline.name} value={drawn ? JSON.stringify(drawn) : ""} />
            <OutlineEditor
              {...map}
              drawing={drawing}
              theirs={theirs}
              onUnfinished={setUnfinished}
              place={place}
              onPlace={placeWriter(form.id)}
            />
          </>
        )}
        {mayDraw && !running && (
          <OutlineText
            outline={fields.outline}
            file={fields.file}
            coordinates={fields.coordinates}
            which={fields.which}
          />
        )}
        <PositionFields formId={form.id} lng={fields.lng} lat={fields.lat} map={mayDraw ? undefined : map} />
        <input
          {...getInputProps(fields.positionSource, { type: "hidden" })}
          key={fields.positionSource.key}
        />
        {mayDraw && (
          <div>
            <CheckboxField field={fields.atCentre} label={t("outline.field.atCentre")} />
            <CheckboxField
              field={fields.takeArea}
              label={
                drawn && running
                  ? t("outline.takeMu", {
                      mu: formatNumber(areaToTake(outlineArea(drawn)), i18n.language, 2, true),
                    })
                  : t("outline.field.takeArea")
              }
              hint={
                site.registeredAreaM2 === null
                  ? t("outline.noneRegistered")
                  : t("outline.registeredNow", {
                      mu: formatNumber(areaToTake(site.registeredAreaM2), i18n.language, 2, true),
                    })
              }
            />
          </div>
        )}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t(conflict ? "outline.keepMine" : "common:save")}</SubmitButton>
          <Link to={`/sites/${site.id}`}>{t("common:cancel")}</Link>
          {running && (flawed || unfinished) && (
            <p role="status" className="text-late">
              {t(flawed ? "outline.flawed" : "outline.unfinished")}
            </p>
          )}
        </div>
      </Form>
      {mayDraw && outline && (
        <Form method="post" className="flex flex-col items-start gap-2 border-t border-line pt-4">
          <p className="text-sm text-muted">{t("outline.removeHint")}</p>
          <input type="hidden" name="version" value={version} />
          <SubmitButton variant="danger" name="intent" value="remove">
            {t("outline.remove")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
