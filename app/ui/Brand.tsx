import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Two fish circling in a round pond: village and enterprise. */
export function Brand({ alliance }: { alliance?: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/" className="flex min-w-0 items-center gap-2.5 text-ink no-underline">
      <svg viewBox="0 0 32 32" className="size-8 shrink-0" aria-hidden="true">
        <circle cx="16" cy="16" r="16" className="fill-accent" />
        <path
          d="M6 18.5C5.5 12 10.5 6.5 17 7c2.6.200 4.7 1.4 6 3l3-1.2-.6 5.2-4.6-1.3C17.5 9.8 11.5 11.5 6 18.5"
          className="fill-on-accent"
        />
        <path
          d="M26 13.5C26.5 20 21.5 25.5 15 25c-2.6-.2-4.7-1.4-6-3l-3 1.2.6-5.2 4.6 1.3c3.3 2.9 9.3 1.2 14.8-5.8"
          className="fill-on-accent opacity-75"
        />
      </svg>
      <span className="min-w-0">
        <span className="block leading-tight font-semibold">{t("name")}</span>
        {alliance && <span className="block truncate text-xs text-muted">{alliance}</span>}
      </span>
    </Link>
  );
}
