import { type FieldMetadata, getInputProps } from "@conform-to/react";

/** The id of what is being made, or the version an edit was based on. */
export function HiddenField({ field }: { field: FieldMetadata<unknown> }) {
  const { key, ...input } = getInputProps(field, { type: "hidden", ariaAttributes: false });
  return <input key={key} {...input} />;
}
