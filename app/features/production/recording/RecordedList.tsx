import { Form } from "@remix-run/react";
import { formatNumber, formatTime, unitWord } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { buttonStyle } from "#app/ui/buttonStyle.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { EventFiles } from "../EventFiles.tsx";
import type { RecordedPage } from "./load-recorded.server.ts";
import { inUnit, unitName } from "./mass-unit.ts";
import { whyWaiting } from "./why-waiting.ts";

type Serialized<T> = T extends Date
  ? string | Date
  : T extends object
    ? { [Key in keyof T]: Serialized<T[Key]> }
    : T;
type Recorded = Serialized<RecordedPage[number]>;

/** What was written down, what it came to, and for ten minutes a way back. */
export function RecordedList({ recorded }: { recorded: Recorded[] }) {
  const { t } = useTranslation(["recording", "production"]);
  const undoable = recorded.filter(({ voidId }) => voidId);
  if (recorded.length === 0) return <p className="text-muted">{t("recorded.noneFound")}</p>;
  return (
    <>
      <ul className="flex max-w-xl flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {recorded.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {undoable.length > 0 && (
        <Form method="post" className="flex flex-wrap items-center gap-3">
          {undoable.map(({ id, voidId }) => (
            <span key={id} hidden>
              <input type="hidden" name="event" value={id} />
              <input type="hidden" name={`void-${id}`} value={voidId} />
            </span>
          ))}
          <button type="submit" className={buttonStyle("secondary")}>
            <Icon name="undo" />
            {t("recorded.undo")}
          </button>
          <span className="text-sm text-muted">{t("recorded.undoHint")}</span>
        </Form>
      )}
    </>
  );
}

function Line({ one }: { one: Recorded }) {
  const { t, i18n } = useTranslation(["recording", "production"]);
  const { count, massG, meanG, unit, doubts, files } = one;
  const weight = massG !== null && inUnit(massG, unit);
  const amounts = [
    count !== null && t("fishHere", { number: formatNumber(count, i18n.language) }),
    weight !== false &&
      `${formatNumber(weight, i18n.language, 2, true)} ${unitWord(unitName(unit), weight, i18n.language)}`,
    meanG !== null && t("each", { mean: formatNumber(meanG, i18n.language, 1, true) }),
  ].filter(Boolean);
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{t(`production:kind.${one.kind}`)}</strong>
        <span lang="zh">{one.siteName}</span>
        {one.isVoided && <Badge>{t("recorded.voided")}</Badge>}
        {one.waiting && <Badge>{t("recorded.pending")}</Badge>}
      </p>
      <p className="text-muted">{[...amounts, formatTime(one.occurredAt)].join(" · ")}</p>
      {one.waiting && (
        <p className="text-due">{whyWaiting(t as never, one.waiting, { ...one, language: i18n.language })}</p>
      )}
      {doubts.length > 0 && (
        <p className="text-sm text-muted">
          {t("recorded.marked")}
          {doubts.map((code) => t(`production:doubt.${code as "density"}`)).join(" ")}
        </p>
      )}
      <EventFiles files={files} />
    </li>
  );
}
