import { useId, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "#app/ui/Button.tsx";
import type { AddressAnswer, FoundPlace } from "./address/answer.ts";

type State = { status: "idle" | "searching" } | AddressAnswer;

/**
 * A field for an address or the name of a place, and what the provider finds of it; stands only where one is set up.
 * It is no form of its own, so that it can stand inside one.
 */
export function AddressSearch({
  onChoose,
}: {
  onChoose: (place: { lng: number; lat: number; name: string }) => void;
}) {
  const { t } = useTranslation("map");
  const id = useId();
  const [text, setText] = useState("");
  const [state, setState] = useState<State>({ status: "idle" });
  const asking = useRef<AbortController>();

  const clear = () => {
    asking.current?.abort();
    setState({ status: "idle" });
  };
  const search = async () => {
    if (text.trim() === "") return clear();
    asking.current?.abort();
    const own = new AbortController();
    asking.current = own;
    setState({ status: "searching" });
    const answer = await ask(text.trim(), own.signal);
    if (!own.signal.aborted) setState(answer);
  };
  const choose = ({ lng, lat, name }: FoundPlace) => {
    clear();
    onChoose({ lng, lat, name });
  };

  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="block text-sm text-muted">
        {t("address.label")}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="search"
          value={text}
          maxLength={60}
          placeholder={t("address.hint")}
          autoComplete="off"
          enterKeyHint="search"
          className="control min-w-0 flex-1"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") clear();
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            search();
          }}
        />
        <Button icon="search" onClick={search}>
          {t("address.search")}
        </Button>
      </div>
      <div role="status" className="text-sm text-muted">
        <Outcome state={state} />
      </div>
      {state.status === "found" && <Places places={state.places} onChoose={choose} />}
      {state.status === "found" && <p className="text-sm text-muted">{t(`address.by.${state.provider}`)}</p>}
    </div>
  );
}

function Outcome({ state }: { state: State }) {
  const { t } = useTranslation("map");
  switch (state.status) {
    case "idle":
      return null;
    case "searching":
      return t("address.searching");
    case "found":
      return t("address.found", { count: state.places.length });
    default:
      return t(`address.failure.${state.status}`);
  }
}

function Places({ places, onChoose }: { places: FoundPlace[]; onChoose: (place: FoundPlace) => void }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-control border border-line bg-surface">
      {places.map((place) => (
        <li key={`${place.name} ${place.lng} ${place.lat}`}>
          <button
            type="button"
            onClick={() => onChoose(place)}
            className="target flex w-full cursor-pointer flex-col items-start px-3 py-2 text-start hover:bg-wash"
          >
            <span lang="zh" className="font-medium">
              {place.name}
            </span>
            {place.address && (
              <span lang="zh" className="text-sm text-muted">
                {place.address}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Whatever is not the route's own answer (a sign-in that ran out, a lost connection) is one more failure. */
async function ask(text: string, signal: AbortSignal): Promise<AddressAnswer> {
  try {
    const response = await fetch(`/map/addresses?${new URLSearchParams({ q: text })}`, { signal });
    return response.ok ? await response.json() : { status: "broken" };
  } catch {
    return { status: "broken" };
  }
}
