import { useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import { Link } from "./Link.tsx";
import { closePopover, popover, popoverButton } from "./popover.ts";

export type NavigationItem = {
  to: string;
  label: string;
  icon: IconName;
  /** Opens as a whole document instead of within the page. */
  document?: boolean;
};

const item =
  "flex items-center rounded-control text-muted no-underline hover:bg-wash hover:text-ink aria-[current]:text-accent aria-[current]:font-semibold";
const column = "target gap-3 px-3 lg:text-[0.9375rem] aria-[current]:bg-accent-soft";
const looks = {
  drawer: {
    nav: "fixed inset-y-0 start-0 end-auto m-0 h-dvh w-72 max-w-[85vw] overflow-y-auto border-e border-line bg-surface p-3 text-ink backdrop:bg-veil lg:static lg:block lg:h-auto lg:min-h-0 lg:w-auto lg:max-w-none lg:flex-1 lg:border-0 lg:bg-transparent lg:p-0",
    list: "flex flex-col gap-0.5",
    link: `${item} ${column}`,
  },
  bar: {
    nav: "fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:static lg:flex-1 lg:border-0 lg:bg-transparent",
    list: "grid auto-cols-fr grid-flow-col lg:flex lg:flex-col lg:gap-0.5",
    link: `${item} min-h-14 flex-col justify-center gap-0.5 rounded-none text-xs lg:flex-row lg:justify-start lg:rounded-control lg:min-h-9 lg:gap-3 lg:px-3 lg:aria-[current]:bg-accent-soft lg:text-[0.9375rem]`,
  },
} as const;

type NavigationProps = { id: string; items: NavigationItem[]; phone: "drawer" | "bar" };

/** A column beside the page; on a phone a drawer behind the menu button, or a keeper's bar at the thumb. */
export function Navigation({ id, items, phone }: NavigationProps) {
  const { t } = useTranslation();
  const look = looks[phone];
  const { pathname } = useLocation();
  return (
    <nav
      {...(phone === "drawer" ? { ...popover(id), onClick: closePopover } : { id })}
      aria-label={t("navigation")}
      className={look.nav}
    >
      {phone === "drawer" && (
        <button
          {...popoverButton(id)}
          className="target mb-1 inline-flex items-center justify-center rounded-control hover:bg-wash lg:hidden"
        >
          <Icon name="close" label={t("close")} />
        </button>
      )}
      <ul className={look.list}>
        {items.map(({ to, label, icon, document }) => (
          <li key={to}>
            <Link
              to={to}
              reloadDocument={document}
              aria-current={isAt(to, pathname) ? "page" : undefined}
              className={look.link}
            >
              <Icon name={icon} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isAt = (to: string, pathname: string) =>
  pathname === to || (to !== "/" && pathname.startsWith(`${to}/`));
