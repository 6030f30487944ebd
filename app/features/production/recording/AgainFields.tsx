import type { EntryPage } from "./load-entry.server.ts";

/** What "same as last time" says of each pond; only those that are ticked count. */
export function AgainFields({ choices }: Pick<EntryPage, "choices">) {
  return choices.map(
    ({ value, lastFed }) =>
      lastFed && (
        <span key={value} hidden>
          <input type="hidden" name={`grams-${value}`} value={lastFed.massG} />
          <input type="hidden" name={`feed-${value}`} value={lastFed.feed} />
          <input type="hidden" name={`product-${value}`} value={lastFed.product ?? ""} />
        </span>
      ),
  );
}
