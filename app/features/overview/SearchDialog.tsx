import { useFetcher, useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Icon } from "#app/ui/Icon.tsx";
import { Link } from "#app/ui/Link.tsx";
import type { HitGroup } from "./search.server.ts";

const typingPause = 150;

/** A combobox over everything the viewer may find: type, choose by arrow keys, open by Enter. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["overview", "common"]);
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<{ q: string; groups: HitGroup[] }>();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [composing, setComposing] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { load } = fetcher;
  const q = typed.trim();
  const answer = q !== "" && fetcher.data?.q === q ? fetcher.data : undefined;
  const groups = q === "" ? [] : (fetcher.data?.groups ?? []);
  const hits = groups.flatMap((group) => group.hits);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (q === "" || composing) return;
    const waiting = window.setTimeout(() => load(addressOf(q)), typingPause);
    return () => window.clearTimeout(waiting);
  }, [q, composing, load]);
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen, id]);

  const close = () => dialog.current?.close();
  const choose = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + hits.length) % hits.length);
    }
    if (event.key === "Enter" && q !== "") {
      event.preventDefault();
      // Before its answer has come, what was typed goes to the page: never to what an earlier letter had found.
      navigate((answer && hits[chosen]?.to) ?? addressOf(q));
      close();
    }
  };
  const found = groups.some(({ more }) => more !== undefined) ? "search.foundAtLeast" : "search.found";
  const option = (hit: HitGroup["hits"][number]) => hits.indexOf(hit);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Esc does
    <dialog
      ref={dialog}
      aria-label={t("search.title")}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
      className="mx-auto mt-[10vh] w-[min(38rem,calc(100vw-1.5rem))] overflow-hidden rounded-card border border-line bg-surface p-0 text-ink shadow-float backdrop:bg-veil"
    >
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Icon name="search" className="size-5 text-muted" />
        <input
          type="text"
          inputMode="search"
          role="combobox"
          aria-label={t("search.label")}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={t("search.hint")}
          autoComplete="off"
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={choose}
          className="min-h-12 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted"
        />
        <button
          type="button"
          onClick={close}
          aria-label={t("common:close")}
          className="target inline-flex items-center justify-center rounded-control hover:bg-wash"
        >
          <Icon name="close" />
        </button>
      </div>
      <p role="status" className={answer && hits.length === 0 ? "px-4 py-5 text-muted" : "sr-only"}>
        {answer && (hits.length === 0 ? t("search.none", { q }) : t(found, { count: hits.length }))}
      </p>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("search.title")}
        className="max-h-[60vh] overflow-y-auto"
      >
        {groups.map(({ kind, hits: ofKind }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset is for fields
          <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className="px-2 pb-2">
            <p id={`${id}-${kind}`} className="px-2 pt-2 pb-1 text-xs font-semibold text-muted">
              {t(`search.${kind}`)}
            </p>
            {ofKind.map((hit) => (
              <Link
                key={hit.to}
                id={`${id}-${option(hit)}`}
                role="option"
                aria-selected={option(hit) === chosen}
                tabIndex={-1}
                to={hit.to}
                onClick={close}
                className="flex min-h-11 flex-wrap items-baseline gap-x-3 rounded-control px-2 py-2 text-ink no-underline hover:bg-wash aria-selected:bg-accent-soft"
              >
                <span lang="zh" className="font-medium">
                  {hit.name}
                </span>
                <span className="text-sm text-muted">{hit.code}</span>
                <span lang="zh" className="text-sm text-muted">
                  {hit.place}
                </span>
              </Link>
            ))}
          </div>
        ))}
      </div>
      {hits.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 text-sm">
          <Link to={addressOf(q)} onClick={close} className="target inline-flex items-center">
            {t("search.all")}
          </Link>
          <span className="hidden text-xs text-muted sm:inline">{t("search.keys")}</span>
        </div>
      )}
    </dialog>
  );
}

const addressOf = (q: string) => `/search?${new URLSearchParams({ q })}`;
