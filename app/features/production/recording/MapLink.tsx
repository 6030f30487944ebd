import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";

type MapLinkProps = {
  /** the form to come back to */
  kind: string;
  /** whose ponds, where they are not the own ones */
  organization?: string;
};

/** To the same choice on a map. A plain link: the forms load no page script. */
export function MapLink({ kind, organization }: MapLinkProps) {
  const { t } = useTranslation("recording");
  const parameters = new URLSearchParams({ kind, ...(organization && { organization }) });
  return (
    <p>
      <a href={`/record/map?${parameters}`} className="target inline-flex items-center gap-1.5">
        <Icon name="map" className="size-5" />
        {t("onMap")}
      </a>
    </p>
  );
}
