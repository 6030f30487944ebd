import { permitKinds } from "../../sites/kinds.ts";
import en from "../../sites/messages.en.ts";
import zh from "../../sites/messages.zh.ts";
import { permitStandings } from "../../sites/permit-standing.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf } from "./choices.ts";

/** Goes out only: a permit is entered with its picture, on the page of its holder. */
export const permitSheet = {
  kind: "permits",
  title: { zh: "证照", en: "Permits" },
  key: "number",
  columns: [
    {
      field: "kind",
      heading: { zh: "证照", en: "Permit" },
      example: "",
      form: "choice",
      options: choicesOf(permitKinds, zh.permit.kind, en.permit.kind),
      width: 24,
    },
    { field: "number", heading: { zh: "编号", en: "Number" }, example: "", form: "code", width: 26 },
    { field: "holder", heading: { zh: "持有者", en: "Holder" }, example: "", form: "text", width: 28 },
    { field: "site", heading: { zh: "场所", en: "Site" }, example: "", form: "text", width: 24 },
    { field: "issuer", heading: { zh: "发证机关", en: "Issued by" }, example: "", form: "text", width: 24 },
    { field: "issuedOn", heading: { zh: "发证日期", en: "Issued on" }, example: "", form: "day" },
    { field: "expiresOn", heading: { zh: "有效期至", en: "Expires on" }, example: "", form: "day" },
    {
      field: "standing",
      heading: { zh: "有效情况", en: "Standing" },
      example: "",
      form: "choice",
      options: choicesOf(permitStandings, zh.permit.standing, en.permit.standing),
    },
  ],
} satisfies SheetDefinition;
