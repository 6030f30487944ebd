import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "./Link.tsx";

/** A fish in a round pond. */
export function Brand({ alliance }: { alliance?: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Link to="/" className="flex min-w-0 items-center gap-2.5 text-ink no-underline">
      <svg viewBox="0 0 32 32" className="size-8 shrink-0" aria-hidden="true">
        <circle cx="16" cy="16" r="16" className="fill-accent" />
        <path
          d="M5 13.5C8.5 8 16 7.5 20.5 12L26 8.5v9.5l-5.5-3C16 19.5 8.5 19 5 13.5M10 11.8a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4"
          fillRule="evenodd"
          className="fill-on-accent"
        />
        <path
          d="M6.5 22.5c1.6-1.4 3.2-1.4 4.8 0s3.2 1.4 4.8 0 3.2-1.4 4.8 0 3.2 1.4 4.8 0"
          strokeWidth="1.8"
          strokeLinecap="round"
          className="fill-none stroke-on-accent"
        />
      </svg>
      <span className="min-w-0 whitespace-nowrap max-[22.5rem]:sr-only">
        <span className="block leading-tight font-semibold">{t("name")}</span>
        {alliance && (
          <span className="block truncate text-xs text-muted" lang={langOf(alliance, i18n.language)}>
            {alliance}
          </span>
        )}
      </span>
    </Link>
  );
}
