import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDay, formatMu, formatNumber, formatTime, formatVolume } from "#app/i18n/format.ts";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { findSite } from "./queries/find-site.server.ts";

type Site = Omit<NonNullable<Awaited<ReturnType<typeof findSite>>>, "outline" | "updatedAt"> & {
  updatedAt: Date | string;
};

export function SiteFacts({ site, species }: { site: Site; species: string[] }) {
  const { t, i18n } = useTranslation(["sites", "common"]);
  const language = i18n.language;
  const mu = (squareMetres: number | null) =>
    squareMetres === null ? null : t("inMu", { mu: formatMu(squareMetres, language) });
  const metres = (value: number | null) =>
    value === null ? null : `${formatNumber(value, language, 2, true)} m`;
  const position = site.lng !== null && site.lat !== null && `${site.lng.toFixed(5)}, ${site.lat.toFixed(5)}`;
  const size = [
    {
      label: t("field.area"),
      value:
        site.areaM2 === null
          ? null
          : `${mu(site.areaM2)}（${t(site.registeredAreaM2 === null ? "drawn" : "registered")}）`,
    },
    { label: t("field.drawnArea"), value: mu(site.drawnAreaM2) },
    { label: t("field.diameterM"), value: metres(site.diameterM) },
    { label: t("field.depthM"), value: metres(site.depthM) },
    {
      label: t("field.volumeM3"),
      value: site.volumeM3 === null ? null : `${formatVolume(site.volumeM3, language)} m³`,
    },
  ].filter(({ value }) => value !== null);
  const water = [
    { label: t("field.waterBody"), value: site.waterBody && t(`waterBody.${site.waterBody}`) },
    {
      label: t("field.protectionZone"),
      value: site.protectionZone && t(`protectionZone.${site.protectionZone}`),
    },
    {
      label: t("field.managingBody"),
      value: site.managingBody && <span lang="zh">{site.managingBody}</span>,
    },
    {
      label: t("field.noFeeding"),
      value: site.noFeeding === null ? t("common:unknown") : t(site.noFeeding ? "common:yes" : "common:no"),
    },
    { label: t("field.closedSeason"), value: site.closedFrom && `${site.closedFrom} – ${site.closedTo}` },
  ];
  return (
    <>
      <Section title={t("group.who")}>
        <DescriptionList
          items={[
            {
              label: t("field.ownerId"),
              value: (
                <Link to={`/members/${site.ownerId}`} lang="zh">
                  {site.ownerName}
                </Link>
              ),
            },
            {
              label: t("field.operatorId"),
              value: (
                <Link to={`/members/${site.operatorId}`} lang="zh">
                  {site.operatorName}
                </Link>
              ),
            },
            { label: t("field.lease"), value: site.leaseFrom && `${site.leaseFrom} – ${site.leaseTo ?? ""}` },
            {
              label: t("field.fundingSource"),
              value: site.fundingSource && t(`funding.${site.fundingSource as "other"}`),
            },
            { label: t("field.species"), value: species.join(t("common:comma")) },
          ]}
        />
      </Section>
      <Section title={t("group.size")}>
        <DescriptionList items={size} />
      </Section>
      <Section title={t("group.where")}>
        <DescriptionList
          items={[
            { label: t("field.townCode"), value: <span lang="zh">{site.townName}</span> },
            { label: t("field.position"), value: position },
            {
              label: t("field.positionSource"),
              value: site.positionSource && t(`positionSource.${site.positionSource}`),
            },
          ]}
        />
      </Section>
      {site.kind === "water_area" && (
        <Section title={t("group.water")}>
          <DescriptionList items={water} />
        </Section>
      )}
      <Section title={t("statusHistory")}>
        <ol className="flex flex-col gap-1">
          {site.statuses.map(({ fromOn, status }) => (
            <li key={fromOn}>
              {t(`status.${status}`)}{" "}
              <span className="text-muted">{t("since", { day: formatDay(fromOn) })}</span>
            </li>
          ))}
        </ol>
        {site.note && <p lang="zh">{site.note}</p>}
        <p className="text-sm text-muted">
          {t("common:pair", { label: t("field.updatedAt"), value: formatTime(site.updatedAt) })}
        </p>
      </Section>
    </>
  );
}
