import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Brand } from "./Brand.tsx";
import { Icon } from "./Icon.tsx";
import { Navigation, type NavigationItem } from "./Navigation.tsx";
import { Notice } from "./Notice.tsx";
import type { Theme } from "./Preferences.tsx";
import { popoverButton } from "./popover.ts";
import { SampleBadge } from "./SampleBadge.tsx";
import { SkipLink } from "./SkipLink.tsx";

type FrameProps = {
  /** A keeper's phone has its navigation at the bottom, everybody else's behind a menu button. */
  variant?: "office" | "keeper";
  navigation: NavigationItem[];
  alliance: string;
  viewer: { name: string; place?: string | null };
  theme?: Theme;
  /** While the data are made up: the day they were made for, and whether that is over 14 days ago. */
  sample?: { asOf: string; stale: boolean };
  /** The search button or field. */
  search?: ReactNode;
  /** The page reaches every edge, and makes room inside itself. */
  wide?: boolean;
  children: ReactNode;
};

/** The page around the page. */
export function Frame({
  variant = "office",
  navigation,
  alliance,
  viewer,
  theme,
  sample,
  search,
  wide = false,
  children,
}: FrameProps) {
  const { t } = useTranslation();
  const keeper = variant === "keeper";
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="sticky top-0 z-20 flex items-center gap-1 border-b border-line bg-surface px-2 py-1.5 lg:h-dvh lg:flex-col lg:items-stretch lg:gap-3 lg:border-e lg:border-b-0 lg:px-3 lg:py-4 print:hidden">
        {!keeper && (
          <button
            {...popoverButton("navigation")}
            className="target inline-flex items-center justify-center rounded-control hover:bg-wash lg:hidden"
          >
            <Icon name="menu" label={t("menu")} />
          </button>
        )}
        <div className="min-w-0 flex-1 px-1 lg:flex-none lg:px-2">
          <Brand alliance={alliance} />
        </div>
        {sample && (
          <div className="lg:px-2">
            <SampleBadge />
          </div>
        )}
        {search}
        <Navigation id="navigation" items={navigation} phone={keeper ? "bar" : "drawer"} />
        <AccountMenu name={viewer.name} place={viewer.place} theme={theme} />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`min-w-0 print:p-0 ${wide ? "" : "mx-auto flex w-full max-w-[84rem] flex-col gap-6 px-4 py-5 lg:px-8 lg:py-7"} ${keeper ? "pb-24 lg:pb-7" : ""}`}
      >
        {sample && (
          <p className="hidden text-sm font-semibold print:block">
            {t("sample.badge")} · {sample.asOf}
          </p>
        )}
        {sample?.stale && <Notice tone="warning">{t("sample.stale", { day: sample.asOf })}</Notice>}
        {children}
      </main>
    </div>
  );
}
