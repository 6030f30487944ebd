import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { Section } from "#app/ui/Section.tsx";
import type { LotSum } from "../queries/list-lots.server.ts";
import type { OpenWithdrawal } from "../treatments/queries/withdrawals.server.ts";
import { expectedWords } from "../treatments/withdrawal-words.ts";
import { formatKilograms, MassText } from "./MassText.tsx";

type Withheld = Pick<
  OpenWithdrawal,
  "lotId" | "eventId" | "lotCode" | "siteName" | "expectedFrom" | "expectedTo"
>;

/** Fish that can be sold now, by species, and those that can't yet, with the day they likely can. */
export function ReadyFish({ ready, withheld }: { ready: LotSum[]; withheld: Withheld[] }) {
  const { t, i18n } = useTranslation("production");
  const { t: words } = useTranslation(["treatments", "common"]);
  const language = i18n.language;
  const grams = ready.reduce((sum, { massG }) => sum + massG, 0);
  return (
    <Section
      title={grams > 0 ? t("lot.readyTitle", { mass: formatKilograms(grams, language) }) : t("lot.readyNone")}
      note={t("lot.readyNote")}
    >
      {ready.length + withheld.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {ready.map((one) => (
            <li key={one.species}>
              <Link
                to={`/lots?state=ready&species=${one.species}`}
                className="target flex items-baseline justify-between gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
              >
                <span>{language.startsWith("zh") ? one.speciesZh : one.speciesEn}</span>
                <span>
                  <MassText grams={one.massG} />
                  <span className="ms-2 text-sm text-muted">
                    {formatNumber(one.lots, language)} {t("lot.lots")}
                  </span>
                </span>
              </Link>
            </li>
          ))}
          {withheld.map((one) => (
            <li key={one.lotId + one.eventId}>
              <Link
                to={`/lots/${one.lotCode}`}
                className="target flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
              >
                <span>
                  <span lang="zh">{one.siteName}</span>{" "}
                  <span className="text-sm text-withheld">{t("lot.readyWithheld")}</span>
                </span>
                <span className="text-sm">
                  {expectedWords({ from: one.expectedFrom, to: one.expectedTo }, words)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
