import commonEn from "#app/i18n/messages.en.ts";
import commonZh from "#app/i18n/messages.zh.ts";
import { organizationFlags, organizationKinds, stages } from "../../members/kinds.ts";
import en from "../../members/messages.en.ts";
import zh from "../../members/messages.zh.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf, coordinateSystem, latitude, longitude, townChoices } from "./choices.ts";

/** The fields are those of the organization's form, and of what hangs on it today. */
export const memberSheet = ({ towns }: { towns: { code: string; name: string }[] }) =>
  ({
    kind: "members",
    title: { zh: "成员", en: "Members" },
    key: "code",
    columns: [
      {
        field: "code",
        heading: { zh: "编号", en: "Code" },
        aliases: ["编码", "成员编号"],
        example: "101200",
        form: "code",
        required: true,
      },
      {
        field: "name",
        heading: { zh: "名称", en: "Name" },
        aliases: ["村名", "企业名称", "单位名称"],
        example: "军坝村",
        form: "text",
        required: true,
      },
      {
        field: "kind",
        heading: { zh: "类别", en: "Kind" },
        aliases: ["类型"],
        example: "village",
        form: "choice",
        required: true,
        options: choicesOf(organizationKinds, zh.kind, en.kind),
      },
      {
        field: "villageCode",
        heading: { zh: "行政区划代码（12 位）", en: "Village code (12 digits)" },
        aliases: ["行政区划代码", "村代码"],
        example: "610921101200",
        form: "code",
        width: 18,
      },
      {
        field: "townCode",
        heading: { zh: "所在镇", en: "Town" },
        aliases: ["镇", "乡镇"],
        example: towns[0]?.code ?? "",
        form: "choice",
        options: townChoices(towns),
      },
      {
        field: "stages",
        heading: { zh: "环节", en: "Stages" },
        aliases: ["产业链环节"],
        example: "farming",
        form: "choices",
        options: choicesOf(stages, commonZh.stage, commonEn.stage),
      },
      {
        field: "flags",
        heading: { zh: "标识", en: "Flags" },
        aliases: ["称号"],
        example: "",
        form: "choices",
        options: choicesOf(organizationFlags, zh.flag, en.flag),
      },
      { field: "identityCode", heading: { zh: "主体码", en: "Identity code" }, example: "", form: "code" },
      { field: "address", heading: { zh: "地址", en: "Address" }, example: "", form: "text", width: 28 },
      coordinateSystem,
      longitude,
      latitude,
      {
        field: "legalEntity",
        heading: { zh: "法人名称", en: "Legal entity" },
        aliases: ["村股份经济合作社", "合作社"],
        example: "军坝村股份经济合作社",
        form: "text",
        width: 28,
      },
      {
        field: "creditCode",
        heading: { zh: "统一社会信用代码", en: "Credit code" },
        aliases: ["信用代码"],
        example: "",
        form: "code",
        width: 22,
      },
      {
        field: "representative",
        heading: { zh: "法定代表人", en: "Legal representative" },
        aliases: ["负责人"],
        example: "",
        form: "text",
      },
      {
        field: "firstSecretary",
        heading: { zh: "第一书记", en: "First secretary" },
        example: "示例书记",
        form: "text",
      },
      {
        field: "firstSecretaryPhone",
        heading: { zh: "第一书记电话", en: "First secretary's telephone" },
        example: "13900000000",
        form: "code",
      },
      {
        field: "liaison",
        heading: { zh: "联系人", en: "Liaison" },
        aliases: ["联络员"],
        example: "示例联系人",
        form: "text",
      },
      {
        field: "liaisonPhone",
        heading: { zh: "联系人电话", en: "Liaison's telephone" },
        aliases: ["联系电话", "电话"],
        example: "13900000001",
        form: "code",
      },
      {
        field: "classYear",
        heading: { zh: "党组织分类年度", en: "Party class, year" },
        aliases: ["分类年度"],
        example: "2025",
        form: "number",
      },
      {
        field: "class",
        heading: { zh: "党组织分类", en: "Party class" },
        aliases: ["村党组织分类", "分类"],
        example: "1",
        form: "choice",
        options: [
          { value: "1", zh: "一类", en: "1st class" },
          { value: "2", zh: "二类", en: "2nd class" },
          { value: "3", zh: "三类", en: "3rd class" },
        ],
      },
      {
        field: "joinedOn",
        heading: { zh: "入盟日期", en: "Member since" },
        aliases: ["加入联盟日期"],
        example: "2024-05-01",
        form: "day",
        note: {
          zh: "填了日期的加入联盟；退出在成员页面办理",
          en: "With a day it joins the alliance; leaving is done on its page",
        },
      },
      { field: "note", heading: { zh: "备注", en: "Note" }, example: "", form: "text", width: 32 },
    ],
  }) satisfies SheetDefinition;
