import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { type LotForm, lotForms } from "../kinds.ts";
import type { LotSum } from "../queries/list-lots.server.ts";
import { MassText } from "./MassText.tsx";

/** The chain from left to right: what lies in each state, by species; every number opens its list. */
export function LotBoard({ sums }: { sums: LotSum[] }) {
  const { t, i18n } = useTranslation("production");
  const forms = lotForms.filter((form) => sums.some((sum) => sum.form === form));
  return (
    <ul
      aria-label={t("lot.board")}
      className="grid gap-3 sm:grid-cols-2 xl:grid-flow-col xl:auto-cols-fr xl:grid-cols-none"
    >
      {forms.map((form) => (
        <li key={form} className="rounded-card border border-line bg-surface p-4">
          <Column form={form} sums={sums.filter((sum) => sum.form === form)} language={i18n.language} />
        </li>
      ))}
    </ul>
  );
}

function Column({ form, sums, language }: { form: LotForm; sums: LotSum[]; language: string }) {
  const { t } = useTranslation("production");
  const total = sums.reduce((grams, { massG }) => grams + massG, 0);
  return (
    <>
      <h3 className="text-sm text-muted">{t(`form.${form}`)}</h3>
      <p className="mb-2 text-xl font-semibold">
        <Link to={`/lots?form=${form}`} className="text-ink no-underline hover:text-accent">
          <MassText grams={total} />
        </Link>
      </p>
      <ul className="flex flex-col gap-1 text-sm">
        {sums.map((sum) => (
          <li key={sum.species} className="flex items-baseline justify-between gap-3">
            <Link to={`/lots?form=${form}&species=${sum.species}`}>
              {language.startsWith("zh") ? sum.speciesZh : sum.speciesEn}
            </Link>
            <span>
              <MassText grams={sum.massG} />
              <span className="ms-2 text-muted">
                {formatNumber(sum.lots, language)} {t("lot.lots")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
