import { formatTime } from "#app/i18n/format.ts";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { Day } from "#app/ui/Day.tsx";
import type { Hazard } from "./queries/hazards.server.ts";

type HazardStepsProps = { hazardId: string; steps: Hazard["steps"] };

/** Who may only stand in for the operator: what they report as put right is marked. */
const standsIn = ["coordinator", "town"];

/** What was done about a hazard, from found to closed, with the pictures. */
export function HazardSteps({ hazardId, steps }: HazardStepsProps) {
  const { t, i18n } = useTranslation("safety");
  return (
    <ol className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-col gap-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <strong className="font-semibold">{t(`step.${step.kind}`)}</strong>
            <Day day={step.happenedOn} />
            {step.dueOn && <span className="text-muted">{t("step.until", { day: step.dueOn })}</span>}
            {step.kind === "rectified" && standsIn.includes(step.accountRole) && (
              <Badge>{t("step.onBehalf")}</Badge>
            )}
          </p>
          {step.note && (
            <p lang={langOf(step.note, i18n.language)} className="max-w-prose whitespace-pre-line">
              {step.note}
            </p>
          )}
          <Picture
            address={`/hazards/${hazardId}/pictures/${step.id}`}
            mediaType={step.mediaType}
            words={t("step.pictureOf", { step: t(`step.${step.kind}`) })}
            isAsked={step.kind === "found" || step.kind === "rectified"}
          />
          <p className="text-sm text-muted" lang={langOf(step.accountName, i18n.language)}>
            {t("step.recordedBy", { name: step.accountName, time: formatTime(step.createdAt) })}
          </p>
        </li>
      ))}
    </ol>
  );
}

type PictureProps = { address: string; mediaType: string | null; words: string; isAsked: boolean };

function Picture({ address, mediaType, words, isAsked }: PictureProps) {
  const { t } = useTranslation("safety");
  if (mediaType === null) return isAsked ? <p className="text-sm text-muted">{t("step.noPicture")}</p> : null;
  return (
    <a href={address} target="_blank" rel="noreferrer" className="self-start">
      {mediaType === "application/pdf" ? (
        t("step.pdf")
      ) : (
        <img
          src={address}
          alt={words}
          loading="lazy"
          className="h-48 max-w-full rounded-control border border-line object-contain"
        />
      )}
    </a>
  );
}
