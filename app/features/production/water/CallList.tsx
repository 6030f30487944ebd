import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Notice } from "#app/ui/Notice.tsx";
import type { listCallees } from "./queries/call-list.server.ts";

type Callee = Awaited<ReturnType<typeof listCallees>>[number];

/** Whom to call at once, each one tap away. */
export function CallList({ callees }: { callees: Callee[] }) {
  const { t } = useTranslation(["water", "members"]);
  return (
    <Notice tone="error" title={t("alarm.callList")}>
      {callees.length === 0 && <p>{t("alarm.noCallees")}</p>}
      <ol className="mt-1 flex flex-col">
        {callees.map(({ id, name, role, phone }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3">
            <a
              href={`tel:${phone?.replaceAll(" ", "")}`}
              className="target inline-flex items-center gap-1.5 text-lg font-semibold"
            >
              <Icon name="phone" className="size-5" />
              {phone}
            </a>
            <span>
              <span lang="zh">{name}</span>{" "}
              <span className="text-sm text-muted">{t(`members:role.${role}`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </Notice>
  );
}
