import type { ReactNode } from "react";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import { SiteTable, type siteRow } from "./SiteTable.tsx";

type SitesOfProps = {
  organizationId: string;
  sites: ReturnType<typeof siteRow>[];
  total: number;
  add?: ReactNode;
};

/** The first of an organization's sites, and the way to all of them. */
export function SitesOf({ organizationId, sites, total, add }: SitesOfProps) {
  const { t, i18n } = useTranslation("sites");
  return (
    <Section title={t("title")} actions={add}>
      {sites.length > 0 ? (
        <SiteTable caption={t("title")} sites={sites} whose={false} />
      ) : (
        <p className="text-muted">{t("noneYet")}</p>
      )}
      {total > sites.length && (
        <p>
          <Link to={`/sites?organization=${organizationId}`}>
            {t("seeAll", { number: formatNumber(total, i18n.language) })}
          </Link>
        </p>
      )}
    </Section>
  );
}
