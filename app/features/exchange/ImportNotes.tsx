import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Marked } from "#app/ui/Marked.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import type { ShownImport } from "./show-import.ts";

type ImportNotesProps = Pick<ShownImport, "unknownColumns" | "otherUnits" | "otherSheets" | "skipped">;

/** What of the file was not taken, so that nobody believes it was. */
export function ImportNotes({ unknownColumns, otherUnits, otherSheets, skipped }: ImportNotesProps) {
  const { t } = useTranslation(["exchange", "common"]);
  const list = (names: string[]) => names.join(t("common:comma"));
  const notes = [
    unknownColumns.length > 0 && t("unknownColumns", { columns: list(unknownColumns) }),
    otherUnits.length > 0 && t("otherUnits", { columns: list(otherUnits) }),
    otherSheets.length > 0 && t("otherSheets", { sheets: list(otherSheets) }),
    skipped > 0 && t("skipped", { count: skipped }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <Notice>
      {notes.map((note) => (
        <p key={note}>
          <Marked text={note} />
        </p>
      ))}
    </Notice>
  );
}
