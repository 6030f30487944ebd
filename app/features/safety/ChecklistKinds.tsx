import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";
import { type SiteKind, siteKinds } from "../sites/kinds.ts";

/** One checklist for each kind of site. */
export function ChecklistKinds({ current }: { current: SiteKind }) {
  const { t } = useTranslation(["safety", "sites"]);
  return (
    <nav aria-label={t("checklist.siteKind")}>
      <ul className="flex flex-wrap gap-2">
        {siteKinds.map((kind) => (
          <li key={kind}>
            <Link
              to={`/admin/checklists?kind=${kind}`}
              aria-current={kind === current ? "page" : undefined}
              className="inline-flex min-h-9 items-center rounded-full border border-line bg-surface px-3 no-underline hover:bg-wash aria-[current]:bg-accent-soft aria-[current]:font-semibold"
            >
              {t(`sites:kind.${kind}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
