import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Icon } from "#app/ui/Icon.tsx";
import type { Job } from "./jobs.ts";

const looks = {
  withdrawal: { icon: "clock", style: "text-withheld" },
  withdrawalOver: { icon: "check", style: "text-ok" },
  record: { icon: "edit", style: "text-due" },
  weigh: { icon: "clock", style: "text-due" },
} as const;

/** What is due today with the pond's number; each line leads to where it is done. */
export function JobList({ jobs, pending }: { jobs: Job[]; pending: number }) {
  const { t } = useTranslation("recording");
  const note = (job: Job) => {
    if (job.what === "weigh") return t("job.weighNote", { count: job.days });
    if (job.what === "record") return t("job.recordNote", { count: job.days });
    if (job.what === "withdrawal")
      return t("job.withdrawalNote", { from: job.from ?? "—", to: job.to ?? "—" });
    return undefined;
  };
  const addressOf = (job: Job) => {
    if (job.what === "weigh") return `/record/sampling?site=${job.siteId}`;
    if (job.what === "record") return `/record?site=${job.siteId}`;
    return `/sites/${job.siteId}`;
  };
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {jobs.map((job) => (
        <li key={`${job.what}-${job.siteId}`}>
          <Link
            reloadDocument
            to={addressOf(job)}
            className="target flex items-center gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
          >
            <Icon name={looks[job.what].icon} className={`size-5 ${looks[job.what].style}`} />
            <span className="min-w-0 flex-1">
              {t(`job.${job.what}`, { place: job.place })}
              <span className="block text-sm text-muted">{note(job)}</span>
            </span>
            <Icon name="chevronRight" className="size-4 text-muted" />
          </Link>
        </li>
      ))}
      {pending > 0 && (
        <li>
          <Link
            to="/pending"
            className="target flex items-center gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
          >
            <Icon name="warning" className="size-5 text-due" />
            <span className="min-w-0 flex-1">{t("job.pending", { count: pending })}</span>
            <Icon name="chevronRight" className="size-4 text-muted" />
          </Link>
        </li>
      )}
    </ul>
  );
}
