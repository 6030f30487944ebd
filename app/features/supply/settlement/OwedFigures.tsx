import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Figure } from "#app/ui/Figure.tsx";
import { FigureRow } from "#app/ui/FigureRow.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { Owed } from "./queries/sum-owed.server.ts";
import { formatYuan } from "./YuanText.tsx";

/** What is owed to an organization and by it, each figure one tap from what it counts. */
export function OwedFigures({ owed, organizationId }: { owed: Owed[]; organizationId: string }) {
  const { t, i18n } = useTranslation("settlement");
  if (owed.length === 0) return null;
  return (
    <Section title={t("first.title")} note={t("first.note")}>
      <FigureRow label={t("first.title")}>
        {owed.flatMap(({ side, openFen, debtFen, waiting }) => {
          const money = (name: "open" | "debt", fen: number, list: string) => (
            <Figure
              key={side + name}
              value={formatYuan(fen, i18n.language)}
              unit={t("yuan")}
              label={t(`first.${side}.${name}`)}
              to={`/${list}?${side}=${organizationId}`}
            />
          );
          return [
            money("open", openFen, "settlements"),
            ...(debtFen !== 0 ? [money("debt", debtFen, "agreements")] : []),
            ...(waiting > 0
              ? [
                  <Figure
                    key={`${side}waiting`}
                    value={formatNumber(waiting, i18n.language)}
                    label={t("first.waits")}
                    to={`/settlements?standing=waits&${side}=${organizationId}`}
                  />,
                ]
              : []),
          ];
        })}
      </FigureRow>
    </Section>
  );
}
