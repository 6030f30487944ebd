type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  allOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
};
export type Description = {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
export type Operation = {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
};

/**
 * Where a value is not what the schema says, as paths; a property that the schema does not name is wrong too. Only
 * the words that our description uses; any other would go unnoticed, so it is an error.
 */
export function differences(value: unknown, given: Schema, { components }: Description, at = "$"): string[] {
  const schema = given.$ref ? (components.schemas[given.$ref.split("/").at(-1) ?? ""] ?? {}) : given;
  const inside = (one: unknown, of: Schema, path: string) =>
    differences(one, of, { components } as Description, path);
  if (schema.anyOf) {
    const tried = schema.anyOf.map((option) => inside(value, option, at));
    return tried.find((wrong) => wrong.length === 0) ?? tried.flat();
  }
  const merged = schema.allOf ? mergeAll(schema, components.schemas) : schema;
  const types = [merged.type ?? []].flat();
  if (merged.enum) return merged.enum.includes(value) ? [] : [`${at}: ${value} is not in the enum`];
  if (!types.includes(typeOf(value)) && !(types.includes("number") && typeOf(value) === "integer"))
    return [`${at}: ${typeOf(value)} instead of ${types.join(" or ") || "nothing described"}`];
  if (Array.isArray(value)) {
    const few = value.length < (merged.minItems ?? 0) || value.length > (merged.maxItems ?? Infinity);
    const wrong = value.flatMap((one, i) => inside(one, merged.items ?? {}, `${at}[${i}]`));
    return few ? [`${at}: ${value.length} items`, ...wrong] : wrong;
  }
  if (typeOf(value) !== "object") return [];
  const properties = merged.properties ?? {};
  const missing = (merged.required ?? []).filter((name) => !(name in (value as object)));
  return [
    ...missing.map((name) => `${at}.${name}: missing`),
    ...Object.entries(value as object).flatMap(([name, one]) =>
      properties[name] ? inside(one, properties[name], `${at}.${name}`) : [`${at}.${name}: not described`],
    ),
  ];
}

function mergeAll(schema: Schema, schemas: Record<string, Schema>): Schema {
  const parts = [schema, ...(schema.allOf ?? [])].map((part) =>
    part.$ref ? (schemas[part.$ref.split("/").at(-1) ?? ""] ?? {}) : part,
  );
  const flat = parts.map((part) => (part !== schema && part.allOf ? mergeAll(part, schemas) : part));
  return {
    type: "object",
    properties: Object.assign({}, ...flat.map((part) => part.properties)),
    required: flat.flatMap((part) => part.required ?? []),
  };
}

function typeOf(value: unknown) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
