import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import { siteGaps } from "../sites/kinds.ts";
import { permitWarningDays } from "../sites/permit-standing.ts";
import type { Missing } from "./first-page.server.ts";

type NeedListProps = { needs: Missing; town?: string };

const looks = {
  late: { icon: "warning", style: "text-late" },
  due: { icon: "clock", style: "text-due" },
  gap: { icon: "edit", style: "text-muted" },
  call: { icon: "phone", style: "text-muted" },
} as const;

/** How many kinds of things wait for somebody. */
export const countNeeds = ({ alarms, pending, withheld, hazards, permits, gaps, uncontacted }: Missing) =>
  [
    alarms,
    pending,
    withheld.breaches,
    withheld.holds,
    hazards.overdue,
    hazards.rectified,
    permits.expired,
    permits.expiring,
    ...siteGaps.map((gap) => gaps[gap]),
    uncontacted,
  ].filter((count) => count > 0).length;

/** What waits for somebody, the most pressing first; each line leads to where it can be done. */
export function NeedList({ needs, town }: NeedListProps) {
  const { t, i18n } = useTranslation(["overview", "recording", "water"]);
  const { alarms, pending, withheld, hazards, permits, gaps, uncontacted } = needs;
  const address = (path: string, parameters: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...parameters, ...(town && { town }) })}`;
  const counted = (count: number) => ({ count, number: formatNumber(count, i18n.language) });
  const lines = [
    {
      look: looks.late,
      count: alarms,
      text: t("need.alarms", counted(alarms)),
      to: address("/alarms", {}),
    },
    {
      look: looks.late,
      count: withheld.breaches,
      text: t("need.breaches", counted(withheld.breaches)),
      to: "/withdrawals#breaches",
    },
    {
      look: looks.due,
      count: withheld.holds,
      text: t("need.holds", counted(withheld.holds)),
      to: "/withdrawals#holds",
    },
    { look: looks.due, count: pending, text: t("recording:job.pending", { count: pending }), to: "/pending" },
    {
      look: looks.late,
      count: hazards.overdue,
      text: t("need.overdue", counted(hazards.overdue)),
      to: address("/hazards", { overdue: "yes" }),
    },
    {
      look: looks.late,
      count: permits.expired,
      text: t("need.expired", counted(permits.expired)),
      to: address("/permits", { standing: "expired" }),
    },
    {
      look: looks.due,
      count: hazards.rectified,
      text: t("need.rectified", counted(hazards.rectified)),
      to: address("/hazards", { status: "rectified" }),
    },
    {
      look: looks.due,
      count: permits.expiring,
      text: t("need.expiring", { ...counted(permits.expiring), days: permitWarningDays }),
      to: address("/permits", { standing: "expiring" }),
    },
    ...siteGaps.map((gap) => ({
      look: looks.gap,
      count: gaps[gap],
      text: t(`need.gap.${gap}`, counted(gaps[gap])),
      to: address("/sites", { gap }),
    })),
    {
      look: looks.call,
      count: uncontacted,
      text: t("need.contact", counted(uncontacted)),
      to: address("/members", { gap: "contact" }),
    },
  ].filter(({ count }) => count > 0);
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {lines.map(({ look, text, to }) => (
        <li key={to}>
          <Link
            to={to}
            className="target flex items-center gap-3 px-4 py-2.5 text-ink no-underline hover:bg-wash/60"
          >
            <Icon name={look.icon} className={`size-5 ${look.style}`} />
            <span className="min-w-0 flex-1">{text}</span>
            <Icon name="chevronRight" className="size-4 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
