import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { ListedLot } from "../queries/list-lots.server.ts";
import { LotTable } from "./LotTable.tsx";

/** What swims at a site now; nothing where nothing does. */
export function LotsHere({ lots, siteId, today }: { lots: ListedLot[]; siteId: string; today: string }) {
  const { t } = useTranslation("production");
  if (lots.length === 0) return null;
  return (
    <Section
      title={t("lot.here")}
      actions={<ButtonLink to={`/lots?site=${siteId}&state=empty`}>{t("lot.earlier")}</ButtonLink>}
    >
      <LotTable caption={t("lot.here")} lots={lots} today={today} where={false} />
    </Section>
  );
}
