import en from "#app/auth/messages.en.ts";
import zh from "#app/auth/messages.zh.ts";
import { roles } from "#app/auth/viewer.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf } from "./choices.ts";

/** Goes out only. */
export const auditSheet = {
  kind: "audit",
  title: { zh: "操作记录", en: "Audit log" },
  key: "id",
  columns: [
    { field: "at", heading: { zh: "时间", en: "Time" }, example: "", form: "text", width: 18 },
    { field: "account", heading: { zh: "谁", en: "Who" }, example: "", form: "text" },
    {
      field: "role",
      heading: { zh: "角色", en: "Role" },
      example: "",
      form: "choice",
      options: choicesOf(roles, zh.role, en.role),
    },
    { field: "action", heading: { zh: "做了什么", en: "Did what" }, example: "", form: "text" },
    { field: "subject", heading: { zh: "对象", en: "To what" }, example: "", form: "text", width: 24 },
    { field: "before", heading: { zh: "之前", en: "Before" }, example: "", form: "text", width: 40 },
    { field: "after", heading: { zh: "之后", en: "After" }, example: "", form: "text", width: 40 },
    { field: "id", heading: { zh: "记录编号", en: "Entry" }, example: "", form: "code", width: 38 },
  ],
} satisfies SheetDefinition;
