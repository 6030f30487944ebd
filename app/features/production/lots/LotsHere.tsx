import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { ListedLot } from "../queries/list-lots.server.ts";
import { LotTable } from "./LotTable.tsx";

type LotsHereProps = {
  lots: ListedLot[];
  siteId: string;
  today: string;
  /** at a plant, for who may write its days down */
  processes?: boolean;
};

/** What swims at a site now; nothing where nothing does. */
export function LotsHere({ lots, siteId, today, processes = false }: LotsHereProps) {
  const { t } = useTranslation("production");
  if (lots.length === 0) return null;
  return (
    <Section
      title={t("lot.here")}
      actions={
        <>
          {processes && <ButtonLink to={`/sites/${siteId}/processing`}>{t("lot.process")}</ButtonLink>}
          <ButtonLink to={`/lots?site=${siteId}&state=empty`}>{t("lot.earlier")}</ButtonLink>
        </>
      }
    >
      <LotTable caption={t("lot.here")} lots={lots} today={today} where={false} />
    </Section>
  );
}
