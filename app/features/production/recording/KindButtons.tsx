import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import type { IconName } from "#app/ui/icons.ts";
import { entryKinds } from "./entries.ts";

/** The four that a keeper needs every day. */
const signs = [
  { kind: "feeding", icon: "fish" },
  { kind: "mortality", icon: "erase" },
  { kind: "water", icon: "water" },
  { kind: "treatment", icon: "plus" },
] as const satisfies readonly { kind: string; icon: IconName }[];

/** Plain links: these pages open as whole documents, which a phone can keep for where there is no network. */
export function SignButtons({ query = "" }: { query?: string }) {
  const { t } = useTranslation("recording");
  return (
    <ul className="grid grid-cols-2 gap-3">
      {signs.map(({ kind, icon }) => (
        <li key={kind}>
          <a
            href={`/record/${kind}${query}`}
            className="flex min-h-24 flex-col items-center justify-center gap-1.5 rounded-card border border-edge bg-surface text-xl font-semibold text-ink no-underline hover:bg-wash"
          >
            <Icon name={icon} className="size-8 text-accent" />
            {t(`sign.${kind}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function OtherKinds({ query = "" }: { query?: string }) {
  const { t } = useTranslation("recording");
  const others = entryKinds.filter((kind) => !signs.some((sign) => sign.kind === kind));
  return (
    <details className="rounded-card border border-line bg-surface px-4 py-2">
      <summary className="target flex items-center text-lg font-medium">{t("others")}</summary>
      <ul className="grid grid-cols-3 gap-2 pt-2 pb-3">
        {[...others, "test" as const].map((kind) => (
          <li key={kind}>
            <a
              href={`/record/${kind}${query}`}
              className="flex min-h-14 items-center justify-center rounded-control border border-line text-center text-ink no-underline hover:bg-wash"
            >
              {t(`kind.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
