import type { Options } from "./SelectField.tsx";

/** Form fields as text; a group of boxes as a list. */
type Values = Record<string, unknown>;
type Words = { labels: Record<string, string>; options: Record<string, Options | undefined>; comma: string };

/** Both values of every field that differs, as a person reads them: choices by their words instead of their codes. */
export function conflictChanges(mine: Values, theirs: Values, { labels, options, comma }: Words) {
  const read = (name: string, value: unknown) =>
    (Array.isArray(value) ? value : [value ?? ""])
      .map((one) => wordOf(options[name], String(one)))
      .join(comma);
  return Object.keys(theirs)
    .filter((name) => labels[name] !== undefined)
    .map((name) => ({
      name,
      label: labels[name] ?? name,
      mine: read(name, mine[name]),
      theirs: read(name, theirs[name]),
    }));
}

const wordOf = (options: Options = [], value: string) =>
  options
    .flatMap((option) => ("group" in option ? option.options : [option]))
    .find((option) => option.value === value)?.label ?? value;
