import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Link } from "#app/ui/Link.tsx";

type KindLinksProps = { label: string; items: { to: string; label: string; count: number }[] };

/** Smaller counts side by side, each a link to what it counts. */
export function KindLinks({ label, items }: KindLinksProps) {
  const { i18n } = useTranslation();
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {items.map(({ to, label: word, count }) => (
        <li key={to}>
          <Link
            to={to}
            className="target inline-flex items-center gap-2 rounded-full border border-line bg-surface px-3.5 text-sm text-ink no-underline hover:bg-wash"
          >
            <span className="text-muted">{word}</span>
            <span className="font-semibold">{formatNumber(count, i18n.language)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
