import { householdFlags } from "../../members/kinds.ts";
import en from "../../members/messages.en.ts";
import zh from "../../members/messages.zh.ts";
import type { Reference, SheetDefinition } from "../column.ts";
import { choicesOf, organizationNote } from "./choices.ts";

/** The fields are those of the household's form. */
export const householdSheet = ({ organizations }: { organizations: Reference }) =>
  ({
    kind: "households",
    title: { zh: "农户", en: "Households" },
    key: "code",
    columns: [
      {
        field: "code",
        heading: { zh: "户编号", en: "Household code" },
        aliases: ["编号", "编码", "户号"],
        example: "101200-H001",
        form: "code",
        required: true,
      },
      {
        field: "headName",
        heading: { zh: "户主姓名", en: "Head of household" },
        aliases: ["户主", "姓名"],
        example: "示例户主",
        form: "text",
        required: true,
      },
      {
        field: "organizationId",
        heading: { zh: "所在村", en: "Village" },
        aliases: ["村", "村编号", "村名"],
        example: "军坝村（101200）",
        form: "reference",
        reference: organizations,
        note: organizationNote,
        width: 24,
      },
      {
        field: "phone",
        heading: { zh: "电话", en: "Telephone" },
        aliases: ["联系电话", "手机号"],
        example: "13900000000",
        form: "code",
      },
      {
        field: "people",
        heading: { zh: "人口", en: "People" },
        aliases: ["家庭人口", "人数"],
        example: "4",
        form: "number",
      },
      {
        field: "flags",
        heading: { zh: "户类型", en: "Flags" },
        aliases: ["类型", "标识"],
        example: "lifted",
        form: "choices",
        options: choicesOf(householdFlags, zh.householdFlag, en.householdFlag),
        note: { zh: "几种用顿号隔开", en: "Several are divided by commas" },
        width: 20,
      },
      {
        field: "joinedOn",
        heading: { zh: "参加日期", en: "Joined" },
        aliases: ["加入日期"],
        example: "2025-03-01",
        form: "day",
      },
      {
        field: "endedOn",
        heading: { zh: "退出日期", en: "Ended" },
        example: "",
        form: "day",
      },
      { field: "note", heading: { zh: "备注", en: "Note" }, example: "", form: "text", width: 32 },
    ],
  }) satisfies SheetDefinition;
