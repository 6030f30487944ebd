import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "./Link.tsx";

/** The way down to this page; the page itself is the title below, not listed again. */
export function Breadcrumbs({ items }: { items: { label: string; to: string }[] }) {
  const { t, i18n } = useTranslation();
  return (
    <nav aria-label={t("breadcrumbs")} className="text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-1.5">
        {items.map(({ label, to }) => (
          <li
            key={to}
            className="not-last:after:ms-1.5 not-last:after:text-muted not-last:after:content-['/']"
          >
            <Link to={to} lang={langOf(label, i18n.language)} className="inline-block py-1">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
