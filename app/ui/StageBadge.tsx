import { useTranslation } from "#app/i18n/useTranslation.ts";

export type Stage = "breeding" | "farming" | "processing" | "sales";

const looks: Record<Stage, { ground: string; mark: string; shape: string }> = {
  breeding: { ground: "bg-breeding-soft", mark: "fill-breeding", shape: "M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1" },
  farming: {
    ground: "bg-farming-soft",
    mark: "fill-farming",
    shape: "M0 6c3-6 7-5 9-1l3-3v8L9 7c-2 4-6 5-9-1",
  },
  processing: { ground: "bg-processing-soft", mark: "fill-processing", shape: "M1.5 1.5h9v9h-9z" },
  sales: { ground: "bg-sales-soft", mark: "fill-sales", shape: "M6 .5 11.5 6 6 11.5.5 6z" },
};

/** The stage of the chain by word, shape and colour. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const { ground, mark, shape } = looks[stage];
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-2 py-px text-xs whitespace-nowrap ${ground}`}
    >
      <svg viewBox="0 0 12 12" className={`size-3 ${mark}`} aria-hidden="true">
        <path d={shape} />
      </svg>
      <span className="self-baseline">{t(`stage.${stage}`)}</span>
    </span>
  );
}
