import { useSearchParams } from "@remix-run/react";
import { useId } from "react";

/** The search field of a FilterBar. */
export function FilterSearch({ name = "q", label, hint }: { name?: string; label: string; hint?: string }) {
  const id = useId();
  const [parameters] = useSearchParams();
  return (
    <div className="min-w-44 flex-1 basis-full sm:max-w-sm sm:basis-auto">
      <label htmlFor={id} className="block text-sm text-muted">
        {label}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        placeholder={hint}
        autoComplete="off"
        defaultValue={parameters.get(name) ?? ""}
        className="control"
      />
    </div>
  );
}
