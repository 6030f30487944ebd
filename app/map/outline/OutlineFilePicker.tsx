import { type DragEvent, useId, useState } from "react";
import { formatFileSize } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import { boundsOf, withRoom } from "../bounds.ts";
import { type CoordinateSystem, coordinateSystems, toWgs84 } from "./coordinates.ts";
import { placeText } from "./problem-message.ts";
import { type OutlineProblem, readOutline } from "./read-outline.ts";
import {
  largestOutlineFile,
  type OutlineFile,
  outlineFileEndings,
  readOutlineFile,
} from "./read-outline-file.ts";
import { type Ring, ringsOf } from "./rings.ts";
import type { Canvas } from "./useTerraDraw.ts";

type Problem = OutlineProblem | { reason: NonNullable<OutlineFile["problem"]> | "fileLarge"; at?: undefined };
type OutlineFilePickerProps = { onRings: (rings: Ring[]) => void; canvas: Canvas | undefined };

/** An outline out of a GeoJSON or KML file, chosen or dropped here; whose coordinates it has is asked. */
export function OutlineFilePicker({ onRings, canvas }: OutlineFilePickerProps) {
  const { t, i18n } = useTranslation("outline");
  const id = useId();
  const [found, setFound] = useState<OutlineFile["found"]>();
  const [system, setSystem] = useState<CoordinateSystem>();
  const [problem, setProblem] = useState<Problem>();
  const [over, setOver] = useState(false);

  const read = async (file: File | undefined) => {
    if (!file) return;
    const large = file.size > largestOutlineFile;
    const answer: OutlineFile = large ? { found: [] } : readOutlineFile(await file.text(), file.name);
    setSystem(undefined);
    setFound(answer.problem || large ? undefined : answer.found);
    setProblem(large ? { reason: "fileLarge" } : answer.problem && { reason: answer.problem });
  };
  const use = (given: unknown) => {
    const { outline, problem: flaw } = readOutline(given, { most: Number.POSITIVE_INFINITY });
    setProblem(flaw);
    if (!outline || !system) return;
    const converted = toWgs84(outline, system);
    setFound(undefined);
    onRings(ringsOf(converted));
    const bounds = boundsOf([converted]);
    if (bounds) canvas?.map.fitBounds(withRoom(bounds), { duration: 0 });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void read(event.dataTransfer.files[0]);
  };

  return (
    <fieldset
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col gap-2 rounded-card border border-dashed p-4 ${over ? "border-accent bg-accent-soft" : "border-edge"}`}
    >
      <legend className="px-1 font-medium">{t("file.title")}</legend>
      <label htmlFor={id} className="text-sm text-muted">
        {t("file.hint", { size: formatFileSize(largestOutlineFile, i18n.language) })}
      </label>
      <input
        id={id}
        type="file"
        accept={outlineFileEndings}
        className="control py-1.5 file:me-3 file:cursor-pointer file:rounded-control file:border-0 file:bg-wash file:px-3 file:py-1 file:font-medium file:text-ink"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {problem && (
        <Notice tone="error">{t(`problem.${problem.reason}`, { place: placeText(problem.at) })}</Notice>
      )}
      {found && (
        <div className="flex flex-col gap-2">
          <p className="font-medium">{t("file.coordinates")}</p>
          <div className="flex flex-wrap gap-x-6">
            {coordinateSystems.map((one) => (
              <label key={one} className="target flex items-center gap-2.5">
                <input
                  type="radio"
                  className="size-5"
                  checked={system === one}
                  onChange={() => setSystem(one)}
                />
                {t(`file.${one}`)}
              </label>
            ))}
          </div>
          <ul className="flex flex-col gap-2">
            {found.slice(0, 50).map(({ name, outline }, i) => (
              // A file may hold several of one name.
              <li key={`${i}-${name}`} className="flex flex-wrap items-center justify-between gap-2">
                <span lang={langOf(name, i18n.language)}>{name}</span>
                <Button disabled={!system} onClick={() => use(outline)}>
                  {t("file.use")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}
