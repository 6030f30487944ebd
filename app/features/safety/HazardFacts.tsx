import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Day } from "#app/ui/Day.tsx";
import { DescriptionList } from "#app/ui/DescriptionList.tsx";
import { Link } from "#app/ui/Link.tsx";
import { inLanguage } from "./default-checklists.ts";
import type { Hazard } from "./queries/hazards.server.ts";

export function HazardFacts({ hazard }: { hazard: Omit<Hazard, "steps"> }) {
  const { t, i18n } = useTranslation("safety");
  const item = inLanguage(hazard.itemText, i18n.language);
  const { rectifiedOn, closedOn } = hazard;
  return (
    <DescriptionList
      items={[
        { label: t("hazard.responsible"), value: <span lang="zh">{hazard.responsible}</span> },
        {
          label: t("hazard.foundOn"),
          value: (
            <Link to={`/inspections/${hazard.inspectionId}`}>
              <Day day={hazard.foundOn} />
            </Link>
          ),
        },
        { label: t("hazard.dueOn"), value: <Day day={hazard.dueOn} /> },
        { label: t("hazard.rectifiedOn"), value: rectifiedOn && <Day day={rectifiedOn} /> },
        { label: t("hazard.closedOn"), value: closedOn && <Day day={closedOn} /> },
        ...(item === hazard.description
          ? []
          : [
              {
                label: t("hazard.item"),
                value: <span lang={langOf(item, i18n.language)}>{item}</span>,
                wide: true,
              },
            ]),
      ]}
    />
  );
}
