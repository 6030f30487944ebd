import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DrugTable } from "#app/features/production/treatments/DrugTable.tsx";
import { listDrugs } from "#app/features/production/treatments/queries/drugs.server.ts";
import { listSpecies } from "#app/features/sites/queries/find-site.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Notice } from "#app/ui/Notice.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";
import { StatusBadge } from "#app/ui/StatusBadge.tsx";

export const meta = titleFromLoader;

export async function loader({ context }: LoaderFunctionArgs) {
  await context.viewer();
  const [drugs, species] = await Promise.all([listDrugs(), listSpecies()]);
  return {
    title: context.t("treatments:drugs"),
    drugs,
    species: Object.fromEntries(
      species.map(({ code, nameZh, nameEn }) => [code, context.language === "zh" ? nameZh : nameEn]),
    ),
  };
}

export default function Drugs() {
  const { title, drugs, species } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("treatments");
  const of = (standing: string) => drugs.filter((drug) => drug.standing === standing);
  const prohibited = of("prohibited");
  return (
    <>
      <PageHeader
        title={title}
        answer={t("drugsAnswer", {
          approved: of("approved").length,
          prescription: of("prescription").length,
          prohibited: prohibited.length,
        })}
      />
      <Notice tone="warning">{t("drugsNote")}</Notice>
      {(["approved", "prescription"] as const).map((standing) => (
        <Section key={standing} title={t(`standing.${standing}`)}>
          <DrugTable caption={t(`standing.${standing}`)} drugs={of(standing)} species={species} />
        </Section>
      ))}
      <Section title={t("standing.prohibited")} note={<Source drug={prohibited[0]} />}>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {prohibited.map((drug) => (
            <li key={drug.id}>{i18n.language === "en" ? drug.nameEn : drug.nameZh}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

type Drug = { source: string; certainty: "law" | "lit" | "web" | "mem" };

function Source({ drug }: { drug: Drug | undefined }) {
  const { t } = useTranslation("treatments");
  if (!drug) return null;
  return (
    <>
      <span lang="zh">{drug.source}</span>{" "}
      <StatusBadge status={drug.certainty === "law" ? "ok" : "due"}>
        {t(`certainty.${drug.certainty}`)}
      </StatusBadge>
    </>
  );
}
