import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Badge } from "#app/ui/Badge.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";

type KindHeaderProps = {
  title: string;
  /** 代录: whose entry it is, when not the own. */
  onBehalfOf?: string;
  back?: boolean;
};

export function KindHeader({ title, onBehalfOf, back }: KindHeaderProps) {
  const { t } = useTranslation("recording");
  return (
    <PageHeader
      title={title}
      breadcrumbs={back && <a href="/record">{t("title")}</a>}
      marks={onBehalfOf && <Badge>{t("onBehalf", { name: onBehalfOf })}</Badge>}
    />
  );
}
