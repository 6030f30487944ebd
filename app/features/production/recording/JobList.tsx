import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { Marked } from "#app/ui/Marked.tsx";
import type { Job } from "./jobs.ts";

const looks = {
  withdrawal: { icon: "clock", style: "text-withheld" },
  withdrawalOver: { icon: "check", style: "text-ok" },
  record: { icon: "edit", style: "text-due" },
  weigh: { icon: "clock", style: "text-due" },
} as const;

type JobListProps = { jobs: Job[]; pending: number };

/** What is due today with the ponds' numbers, a line for each kind; each leads to where it is done. */
export function JobList({ jobs, pending }: JobListProps) {
  const { t } = useTranslation(["recording", "common"]);
  const kinds = (["withdrawal", "withdrawalOver", "record", "weigh"] as const)
    .map((what) => ({ what, own: jobs.filter((job) => job.what === what) }))
    .filter(({ own }) => own.length > 0);
  const note = (own: Job[]) => {
    const [first] = own;
    const days = Math.max(...own.map((job) => ("days" in job ? job.days : 0)));
    if (first?.what === "weigh") return t("job.weighNote", { count: days });
    if (first?.what === "record") return t("job.recordNote", { count: days });
    if (first?.what === "withdrawal")
      return t("job.withdrawalNote", { from: first.from ?? "—", to: first.to ?? "—" });
    return undefined;
  };
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {kinds.map(({ what, own }) => (
        <Line key={what} to={addressOf(what, own)} look={looks[what]} note={note(own)}>
          <Marked text={t(`job.${what}`, { place: own.map(({ place }) => place).join(t("common:comma")) })} />
        </Line>
      ))}
      {pending > 0 && (
        <Line to="/pending" look={looks.record}>
          {t("job.pending", { count: pending })}
        </Line>
      )}
    </ul>
  );
}

function addressOf(what: Job["what"], [first, ...others]: Job[]) {
  const only = others.length === 0 ? `?site=${first?.siteId}` : "";
  if (what === "weigh") return `/record/sampling${only}`;
  return what === "record" ? `/record${only}` : `/sites/${first?.siteId}`;
}

type LineProps = {
  to: string;
  look: (typeof looks)[keyof typeof looks];
  note?: string;
  children: ReactNode;
};

function Line({ to, look, note, children }: LineProps) {
  return (
    <li>
      <Link
        reloadDocument
        to={to}
        className="target flex items-center gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
      >
        <Icon name={look.icon} className={`size-5 ${look.style}`} />
        <span className="min-w-0 flex-1">
          {children}
          {note && <span className="block text-sm text-muted">{note}</span>}
        </span>
        <Icon name="chevronRight" className="size-4 text-muted" />
      </Link>
    </li>
  );
}
