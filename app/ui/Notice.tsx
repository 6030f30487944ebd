import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

type Tone = "info" | "success" | "warning" | "error";

const looks: Record<Tone, { style: string; mark: string; icon: IconName; role?: "status" | "alert" }> = {
  info: { style: "border-accent bg-accent-soft", mark: "text-accent", icon: "info" },
  success: { style: "border-ok bg-ok-soft", mark: "text-ok", icon: "check", role: "status" },
  warning: { style: "border-due bg-due-soft", mark: "text-due", icon: "warning" },
  error: { style: "border-late bg-late-soft", mark: "text-late", icon: "warning", role: "alert" },
};

type NoticeProps = { tone?: Tone; title?: string; children?: ReactNode; action?: ReactNode };

/** Success and error are announced; info and warning stand where they are. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const { style, mark, icon, role } = looks[tone];
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-control border-s-4 px-4 py-3 ${style}`}
    >
      <Icon name={icon} className={`mt-0.5 size-5 ${mark}`} />
      <div className="min-w-0 flex-1 basis-60">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
