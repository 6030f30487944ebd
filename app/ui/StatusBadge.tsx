import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

export type Status = "ok" | "due" | "late" | "withheld" | "neutral";

const looks: Record<Status, { style: string; icon: IconName }> = {
  ok: { style: "bg-ok-soft text-ok", icon: "check" },
  due: { style: "bg-due-soft text-due", icon: "clock" },
  late: { style: "bg-late-soft text-late", icon: "warning" },
  withheld: { style: "bg-withheld-soft text-withheld", icon: "stop" },
  neutral: { style: "bg-wash text-ink", icon: "info" },
};

/** How something stands: the word is the child, shape and colour follow from the status. */
export function StatusBadge({ status, children }: { status: Status; children: ReactNode }) {
  const { style, icon } = looks[status];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full py-px ps-1.5 pe-2 text-xs font-medium whitespace-nowrap ${style}`}
    >
      <Icon name={icon} className="size-3.5 stroke-[2.25]" />
      <span className="self-baseline">{children}</span>
    </span>
  );
}
