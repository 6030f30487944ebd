import { useTranslation } from "#app/i18n/useTranslation.ts";

type Label = { id: string; code: string; name: string; operatorName: string; svg: string };

/** Two columns of four on A4, to cut apart and hang at the pond. */
export function PondLabels({ labels }: { labels: Label[] }) {
  const { t } = useTranslation("recording");
  return (
    <ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-0">
      {labels.map(({ id, code, name, operatorName, svg }) => (
        <li
          key={id}
          className="flex items-center gap-4 rounded-card border border-line bg-white p-4 text-black print:h-[68mm] print:break-inside-avoid print:rounded-none print:border-dashed"
        >
          <img
            src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            alt=""
            className="size-36 shrink-0 print:size-[44mm]"
          />
          <div className="min-w-0">
            <p lang="zh" className="text-3xl font-bold">
              {name}
            </p>
            <p lang="zh">{operatorName}</p>
            <p>{code}</p>
            <p className="mt-2 text-sm">{t("labels.scan")}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
