import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Notice } from "#app/ui/Notice.tsx";

type ObstaclesProps = {
  organizationId: string;
  hangsOn: Record<"member" | "operates" | "partnered" | "households", boolean>;
};

/** What an end would mean, and what has to be settled before, each with the page where that is done. */
export function Obstacles({ organizationId, hangsOn }: ObstaclesProps) {
  const { t } = useTranslation("members");
  const pages = [
    { key: "member", to: `/members/${organizationId}/membership` },
    { key: "operates", to: `/sites?organization=${organizationId}` },
    { key: "partnered", to: `/members/${organizationId}` },
    { key: "households", to: `/households?organization=${organizationId}` },
  ] as const;
  const standing = pages.filter(({ key }) => hangsOn[key]);
  if (standing.length === 0) return <p className="max-w-prose text-muted">{t("end.explain")}</p>;
  return (
    <Notice tone="warning" title={t("end.obstacles")}>
      <ul className="list-disc ps-5">
        {standing.map(({ key, to }) => (
          <li key={key}>
            <Link to={to}>{t(`end.${key}`)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
