import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Card } from "#app/ui/Card.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { WithheldFigures } from "../production/treatments/WithheldFigures.tsx";
import { HazardSection } from "../safety/HazardSection.tsx";
import { siteKinds } from "../sites/kinds.ts";
import { PermitList } from "../sites/PermitList.tsx";
import { permitWarningDays } from "../sites/permit-standing.ts";
import type { FirstPageOf } from "./first-page.server.ts";
import { KindLinks } from "./KindLinks.tsx";

/** An inspector's: what is withheld, permits that ran out, those that soon will, what there is to inspect, and a pond drawn by lot. */
export function InspectorPage(page: FirstPageOf<"inspector">) {
  const { overdue, counts, expired, expiring, kinds, pond, today } = page;
  const { t } = useTranslation(["overview", "safety", "sites", "treatments"]);
  const due = { expired, expiring };
  return (
    <>
      <PageHeader
        title={t("expiredCount", { count: counts.expired })}
        answer={t("need.expiring", {
          count: counts.expiring,
          number: counts.expiring,
          days: permitWarningDays,
        })}
      />
      <HazardSection
        title={t("safety:first.overdue")}
        hazards={overdue}
        today={today}
        all="/hazards?overdue=yes"
      />
      <WithheldFigures counts={page.withheld} />
      {(["expired", "expiring"] as const)
        .filter((standing) => due[standing].length > 0)
        .map((standing) => (
          <Section
            key={standing}
            title={t(`permitsStanding.${standing}`)}
            actions={
              counts[standing] > due[standing].length && (
                <ButtonLink to={`/permits?standing=${standing}`}>{t("allPermits")}</ButtonLink>
              )
            }
          >
            <PermitList permits={due[standing]} today={today} holder />
          </Section>
        ))}
      {pond && (
        <Section
          title={t("randomPond")}
          note={t("randomPondHint")}
          actions={
            <>
              <ButtonLink to={`/inspections/new?site=${pond.id}`} icon="inspection">
                {t("safety:onSite.inspect")}
              </ButtonLink>
              <ButtonLink to="/" icon="audit" preventScrollReset>
                {t("anotherPond")}
              </ButtonLink>
            </>
          }
        >
          <Card>
            <Link to={`/sites/${pond.id}`} lang="zh" className="text-lg font-semibold">
              {pond.name}
            </Link>
            <p className="text-muted">
              {pond.code} · <span lang="zh">{pond.operatorName}</span> ·{" "}
              <span lang="zh">{pond.townName}</span>
            </p>
            <p className="mt-2">
              <Link to={`/sites/${pond.id}/records`}>{t("treatments:inspector.records")}</Link>
            </p>
          </Card>
        </Section>
      )}
      <Section title={t("sitesByKind")}>
        <KindLinks
          label={t("sitesByKind")}
          items={siteKinds.flatMap((kind) => {
            const count = kinds.find((one) => one.kind === kind)?.sites ?? 0;
            return count > 0 ? [{ to: `/sites?kind=${kind}`, label: t(`sites:kind.${kind}`), count }] : [];
          })}
        />
      </Section>
    </>
  );
}
