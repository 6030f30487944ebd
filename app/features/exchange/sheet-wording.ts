import type { Wording } from "./column.ts";

/** Words that stand in the files themselves and must be known again, in both languages, when they come back. */
export const reasonHeading: Wording = { zh: "错误原因（导入时忽略）", en: "Reasons (ignored on import)" };
export const exampleMark: Wording = { zh: "【示例】", en: "[Example] " };
export const clearWord: Wording = { zh: "清空", en: "clear" };

export const notes = {
  sheet: { zh: "填写说明", en: "Notes" },
  options: { zh: "选项", en: "Choices" },
  column: { zh: "列", en: "Column" },
  required: { zh: "必填", en: "Required" },
  yes: { zh: "是", en: "yes" },
  explanation: { zh: "说明", en: "Explanation" },
  allowed: { zh: "可填", en: "Choices" },
  choose: { zh: "请从下拉列表中选择。", en: "Please choose from the list." },
  example: {
    zh: "第一行是示例，以【示例】开头的行导入时跳过。",
    en: "The first row is an example. Rows that begin with [Example] are skipped.",
  },
  key: {
    zh: "“{{heading}}”决定这一行是哪条记录：已有的就修改，没有的就新增。",
    en: "“{{heading}}” says which record a row is about: a known one is changed, an unknown one is added.",
  },
  empty: {
    zh: "空着的单元格保持原值不变，少一列也不会清掉内容。",
    en: "An empty cell leaves what is stored as it is, and so does a missing column.",
  },
  clear: {
    zh: "要去掉原来的内容，请填“清空”。",
    en: "To remove what is stored, write: clear",
  },
  days: {
    zh: "日期写成 2026-03-15；数字不带单位。",
    en: "Write days as 2026-03-15, and numbers without their unit.",
  },
} satisfies Record<string, Wording>;
