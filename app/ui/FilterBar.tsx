import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { langOf } from "#app/i18n/language.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { Link } from "./Link.tsx";

export type ActiveFilter = {
  /** The parameter, and its value where it can occur several times. */
  name: string;
  value?: string;
  label: string;
};

type FilterBarProps = {
  label: string;
  /** Fields (FilterField); their names are the URL's parameters. */
  children: ReactNode;
  active: ActiveFilter[];
  /** Parameters that are no filter but stay with the list, such as a view. */
  keep?: string[];
};

const typingPause = 350;

/** Filters in the URL: a form that sends itself when something changes, and by its button without a script. */
export function FilterBar({ label, children, active, keep = [] }: FilterBarProps) {
  const { t, i18n } = useTranslation();
  const submit = useSubmit();
  const [parameters] = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef<number>();

  useEffect(() => () => window.clearTimeout(waiting.current), []);
  useEffect(() => {
    for (const field of form.current?.elements ?? []) showParameters(field, parameters);
  }, [parameters]);

  const send = () => {
    if (!form.current) return;
    const filled = [...new FormData(form.current)].filter(([, value]) => value !== "");
    submit(new URLSearchParams(filled as [string, string][]), { replace: true, preventScrollReset: true });
  };
  const change = (event: FormEvent<HTMLFormElement>) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    // While Chinese is being composed the field holds letters, not words.
    if ((event.nativeEvent as InputEvent).isComposing) return;
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(send, typing ? typingPause : 0);
  };
  const without = ({ name, value }: ActiveFilter) => {
    const rest = new URLSearchParams(parameters);
    rest.delete(name, value);
    rest.delete("after");
    return { search: rest.toString() };
  };
  const cleared = new URLSearchParams([...parameters].filter(([name]) => keep.includes(name)));

  return (
    <div className="flex flex-col gap-2 print:hidden">
      <Form
        ref={form}
        method="get"
        role="search"
        aria-label={label}
        onChange={change}
        onCompositionEnd={change}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="flex flex-wrap items-end gap-2"
      >
        {keep.map((name) =>
          parameters
            .getAll(name)
            .map((value) => <input key={name} type="hidden" name={name} value={value} />),
        )}
        {children}
        <Button type="submit" icon="search">
          {t("filter")}
        </Button>
      </Form>
      {active.length > 0 && (
        <ul aria-label={t("activeFilters")} className="flex flex-wrap items-center gap-2 text-sm">
          {active.map((filter) => (
            <li key={`${filter.name}=${filter.value}`}>
              <Link
                to={without(filter)}
                aria-label={t("clearFilter", { filter: filter.label })}
                className="inline-flex min-h-8 items-center gap-1 rounded-full bg-accent-soft px-3 text-accent no-underline hover:bg-wash"
              >
                <span lang={langOf(filter.label, i18n.language)}>{filter.label}</span>
                <Icon name="close" className="size-3.5" />
              </Link>
            </li>
          ))}
          {active.length > 1 && (
            <li>
              <Link to={{ search: cleared.toString() }}>{t("clearAll")}</Link>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** The fields follow the URL (back, a cleared filter), but never pull text from under a typing hand. */
function showParameters(field: Element, parameters: URLSearchParams) {
  if (field === document.activeElement) return;
  if (field instanceof HTMLInputElement && field.type === "checkbox") {
    field.checked = parameters.getAll(field.name).includes(field.value);
  } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
    if (field.type !== "hidden") field.value = parameters.get(field.name) ?? "";
  }
}
