import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { ButtonLink } from "#app/ui/ButtonLink.tsx";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { Section } from "#app/ui/Section.tsx";

type WithheldFiguresProps = { counts: { withdrawals: number; holds: number; breaches: number } };

/** What is withheld, in three numbers; each leads to the list. */
export function WithheldFigures({ counts }: WithheldFiguresProps) {
  const { t, i18n } = useTranslation("treatments");
  const labels = {
    breaches: t("breach.title"),
    holds: t("hold.title"),
    withdrawals: t("withdrawals.open"),
  };
  return (
    <Section
      title={t("inspector.title")}
      actions={
        <>
          <ButtonLink to="/record/test" icon="plus">
            {t("test.title")}
          </ButtonLink>
          <ButtonLink to="/drugs" icon="record">
            {t("drugs")}
          </ButtonLink>
        </>
      }
    >
      <FigureRow label={t("inspector.title")}>
        {(["breaches", "holds", "withdrawals"] as const).map((name) => (
          <Figure
            key={name}
            label={labels[name]}
            value={formatNumber(counts[name], i18n.language)}
            to="/withdrawals"
          />
        ))}
      </FigureRow>
    </Section>
  );
}
