import en from "#app/auth/messages.en.ts";
import zh from "#app/auth/messages.zh.ts";
import { roles } from "#app/auth/viewer.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf } from "./choices.ts";

/** Goes out only: accounts are made one by one, with a password each. */
export const accountSheet = {
  kind: "accounts",
  title: { zh: "账号", en: "Accounts" },
  key: "login",
  columns: [
    { field: "login", heading: { zh: "账号", en: "Account" }, example: "", form: "code" },
    { field: "name", heading: { zh: "姓名", en: "Name" }, example: "", form: "text" },
    {
      field: "role",
      heading: { zh: "角色", en: "Role" },
      example: "",
      form: "choice",
      options: choicesOf(roles, zh.role, en.role),
    },
    { field: "townName", heading: { zh: "镇", en: "Town" }, example: "", form: "text" },
    {
      field: "organizationName",
      heading: { zh: "单位", en: "Organization" },
      example: "",
      form: "text",
      width: 28,
    },
    {
      field: "lastSeenAt",
      heading: { zh: "最近使用", en: "Last used" },
      example: "",
      form: "text",
      width: 18,
    },
    { field: "endedAt", heading: { zh: "停用时间", en: "Ended" }, example: "", form: "text", width: 18 },
  ],
} satisfies SheetDefinition;
