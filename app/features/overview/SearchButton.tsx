import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";

const SearchDialog = lazy(() => import("./SearchDialog.tsx"));

/** Opens the search from anywhere, also by ⌘K or Ctrl-K; without a script it leads to the search page. */
export function SearchButton() {
  const { t } = useTranslation("overview");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Link
        to="/search"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setOpen(true);
        }}
        className="target inline-flex items-center justify-center gap-2.5 rounded-control text-muted no-underline hover:bg-wash lg:mx-2 lg:justify-start lg:border lg:border-edge lg:bg-surface lg:px-3"
      >
        <Icon name="search" />
        <span className="sr-only lg:not-sr-only lg:flex-1">{t("search.open")}</span>
        <span aria-hidden="true" className="hidden text-xs lg:inline">
          {t("search.shortcut")}
        </span>
      </Link>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
