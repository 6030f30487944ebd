import type { ComponentProps } from "react";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { formatMu, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { type Outline, outlineArea } from "#app/map/outline/outline.ts";
import { Link } from "#app/ui/Link.tsx";

type OutlineConflictProps = {
  siteId: string;
  /** What stands now, only where it differs. */
  theirs: Record<string, unknown>;
  last: ComponentProps<typeof ConflictNotice>["last"];
  mine: { outline: Outline | undefined; fields: Record<string, unknown> };
};

/** Two drew the same outline: both areas and positions; the map shows both shapes. */
export function OutlineConflict({ siteId, theirs, last, mine }: OutlineConflictProps) {
  const { t, i18n } = useTranslation(["sites", "common"]);
  const size = (outline: Outline | null | undefined) => {
    if (!outline) return t("outline.noOutline");
    const area = outlineArea(outline);
    return t("outline.size", {
      mu: formatMu(area, i18n.language),
      squareMetres: formatNumber(area, i18n.language),
    });
  };
  const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  const changes = [
    ...("outline" in theirs
      ? [
          {
            name: "outline",
            label: t("outline.field.outline"),
            mine: size(mine.outline),
            theirs: size(theirs.outline as Outline | null),
          },
        ]
      : []),
    ...(["lng", "lat"] as const)
      .filter((name) => name in theirs)
      .map((name) => ({
        name,
        label: t(`field.${name}`),
        mine: text(mine.fields[name]),
        theirs: text(theirs[name]),
      })),
  ];
  return (
    <div className="flex flex-col gap-3">
      <ConflictNotice changes={changes} last={last} />
      {"outline" in theirs && (
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          <li className="flex items-center gap-2">
            <span className="h-1 w-8 rounded bg-farming" aria-hidden="true" />
            {t("outline.mine")}
          </li>
          <li className="flex items-center gap-2">
            <span className="w-8 border-t-3 border-dashed border-sales" aria-hidden="true" />
            {t("outline.theirs")}
          </li>
        </ul>
      )}
      <p>
        <Link to={`/sites/${siteId}/outline`} reloadDocument>
          {t("outline.takeTheirs")}
        </Link>
      </p>
    </div>
  );
}
