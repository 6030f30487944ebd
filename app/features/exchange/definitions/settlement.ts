import en from "../../supply/settlement/messages.en.ts";
import zh from "../../supply/settlement/messages.zh.ts";
import { lineKinds } from "../../supply/settlement/settle.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf } from "./choices.ts";

const of = (name: keyof typeof zh.line) => ({ zh: zh.line[name], en: en.line[name] });

/** Goes out only: the lines of one statement, in both units, and its sum. */
export const settlementSheet = {
  kind: "settlement",
  title: { zh: "结算单", en: "Statement" },
  key: "number",
  columns: [
    { field: "number", heading: of("number"), example: "", form: "number", width: 8 },
    {
      field: "kind",
      heading: of("kind"),
      example: "",
      form: "choice",
      options: choicesOf(
        [...lineKinds, "total"],
        { ...zh.kind, total: zh.total },
        { ...en.kind, total: en.total },
      ),
    },
    { field: "day", heading: of("day"), example: "", form: "day" },
    { field: "source", heading: of("source"), example: "", form: "code", width: 20 },
    { field: "jin", heading: of("jin"), example: "", form: "number" },
    { field: "kg", heading: of("kg"), example: "", form: "number" },
    { field: "perJin", heading: of("perJin"), example: "", form: "number" },
    { field: "perKg", heading: of("perKg"), example: "", form: "number" },
    { field: "amount", heading: of("amount"), example: "", form: "number" },
    { field: "disputed", heading: { zh: zh.dispute, en: en.dispute }, example: "", form: "text", width: 24 },
    { field: "note", heading: of("note"), example: "", form: "text", width: 30 },
  ],
} satisfies SheetDefinition;
