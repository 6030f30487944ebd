import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Section } from "#app/ui/Section.tsx";
import { HazardList } from "./HazardList.tsx";
import type { HazardRow } from "./queries/hazards.server.ts";

type HazardSectionProps = { title: string; hazards: HazardRow[]; today: string; all: string };

/** The beginning of a list of hazards on a first page; none, no section. */
export function HazardSection({ title, hazards, today, all }: HazardSectionProps) {
  const { t } = useTranslation("safety");
  if (hazards.length === 0) return null;
  return (
    <Section title={title} actions={<ButtonLink to={all}>{t("hazard.all")}</ButtonLink>}>
      <HazardList hazards={hazards} today={today} />
    </Section>
  );
}
