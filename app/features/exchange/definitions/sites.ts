import commonEn from "#app/i18n/messages.en.ts";
import commonZh from "#app/i18n/messages.zh.ts";
import { stages } from "../../members/kinds.ts";
import {
  fundingSources,
  positionSources,
  protectionZones,
  siteKinds,
  siteStatuses,
  waterBodies,
} from "../../sites/kinds.ts";
import en from "../../sites/messages.en.ts";
import zh from "../../sites/messages.zh.ts";
import type { Reference, SheetDefinition } from "../column.ts";
import {
  choicesOf,
  coordinateSystem,
  latitude,
  longitude,
  organizationNote,
  speciesChoices,
  townChoices,
  yesOrNo,
} from "./choices.ts";

type Lookups = {
  towns: { code: string; name: string }[];
  species: { code: string; nameZh: string; nameEn: string }[];
  organizations: Reference;
};

/** The fields are those of the site's form, and the coordinate system of what was measured. */
export const siteSheet = ({ towns, species, organizations }: Lookups) =>
  ({
    kind: "sites",
    title: { zh: "场所与水面", en: "Sites" },
    key: "code",
    columns: [
      {
        field: "code",
        heading: { zh: "编号", en: "Code" },
        aliases: ["编码", "池号", "场所编号"],
        example: "101200-P01",
        form: "code",
        required: true,
      },
      {
        field: "name",
        heading: { zh: "名称", en: "Name" },
        aliases: ["场所名称"],
        example: "军坝一号池",
        form: "text",
        required: true,
      },
      {
        field: "kind",
        heading: { zh: "类型", en: "Kind" },
        aliases: ["场所类型", "种类"],
        example: "pond",
        form: "choice",
        required: true,
        options: choicesOf(siteKinds, zh.kind, en.kind, {
          pond: ["陆基圆池", "陆基池", "圆桶", "陆基养鱼池"],
          earth_pond: ["池塘"],
        }),
      },
      {
        field: "stage",
        heading: { zh: "环节", en: "Stage" },
        example: "farming",
        form: "choice",
        options: choicesOf(stages, commonZh.stage, commonEn.stage),
        note: { zh: "新增时留空，按类型填", en: "Left empty for a new site, it follows from the kind" },
      },
      {
        field: "status",
        heading: { zh: "状态", en: "Status" },
        example: "in_use",
        form: "choice",
        options: choicesOf(siteStatuses, zh.status, en.status),
        note: { zh: "新增时留空为在用", en: "Left empty for a new site, it is in use" },
      },
      {
        field: "townCode",
        heading: { zh: "所在镇", en: "Town" },
        aliases: ["镇", "乡镇"],
        example: towns[0]?.code ?? "",
        form: "choice",
        options: townChoices(towns),
        note: { zh: "新增时留空为经营者所在镇", en: "Left empty for a new site, it is the operator's" },
      },
      {
        field: "operatorId",
        heading: { zh: "经营者", en: "Operator" },
        aliases: ["经营者编号", "经营主体"],
        example: "军坝村（101200）",
        form: "reference",
        reference: organizations,
        note: organizationNote,
        width: 24,
      },
      {
        field: "ownerId",
        heading: { zh: "所有者", en: "Owner" },
        aliases: ["所有者编号", "权属"],
        example: "军坝村（101200）",
        form: "reference",
        reference: organizations,
        note: { zh: "新增时留空为经营者", en: "Left empty for a new site, it is the operator" },
        width: 24,
      },
      {
        field: "householdCode",
        heading: { zh: "农户编号", en: "Household" },
        aliases: ["农户"],
        example: "",
        form: "text",
        note: {
          zh: "由经营者村里的哪一户养；村里自己养的留空",
          en: "Which household of the operator's village raises fish here; empty: the village itself",
        },
      },
      { field: "leaseFrom", heading: { zh: "租期开始", en: "Lease from" }, example: "", form: "day" },
      { field: "leaseTo", heading: { zh: "租期结束", en: "Lease until" }, example: "", form: "day" },
      {
        field: "fundingSource",
        heading: { zh: "资金来源", en: "Funding" },
        example: "consolidation_fund",
        form: "choice",
        options: choicesOf(fundingSources, zh.funding, en.funding),
      },
      {
        field: "species",
        heading: { zh: "养殖品种", en: "Species" },
        aliases: ["品种"],
        example: species[0]?.code ?? "",
        form: "choices",
        options: speciesChoices(species),
        note: { zh: "几个品种用顿号隔开", en: "Several are divided by commas" },
        width: 24,
      },
      coordinateSystem,
      longitude,
      latitude,
      {
        field: "positionSource",
        heading: { zh: "位置来源", en: "Position from" },
        example: "phone",
        form: "choice",
        options: choicesOf(positionSources, zh.positionSource, en.positionSource),
      },
      {
        field: "registeredAreaMu",
        heading: { zh: "登记面积（亩）", en: "Registered area (mu)" },
        aliases: ["面积（亩）", "水面面积（亩）"],
        example: "",
        form: "number",
      },
      { field: "diameterM", heading: { zh: "直径（米）", en: "Diameter (m)" }, example: "6", form: "number" },
      { field: "depthM", heading: { zh: "水深（米）", en: "Depth (m)" }, example: "1.1", form: "number" },
      {
        field: "volumeM3",
        heading: { zh: "水体（立方米）", en: "Volume (m³)" },
        example: "",
        form: "number",
        note: {
          zh: "新增圆池时留空，按直径和水深计算",
          en: "Left empty for a new tank, it follows from diameter and depth",
        },
      },
      {
        field: "waterBody",
        heading: { zh: "水面性质", en: "Water body" },
        example: "",
        form: "choice",
        options: choicesOf(waterBodies, zh.waterBody, en.waterBody),
      },
      {
        field: "protectionZone",
        heading: { zh: "饮用水源保护区", en: "Drinking-water protection zone" },
        example: "",
        form: "choice",
        options: choicesOf(protectionZones, zh.protectionZone, en.protectionZone),
      },
      { field: "managingBody", heading: { zh: "管理单位", en: "Managing body" }, example: "", form: "text" },
      {
        field: "noFeeding",
        heading: { zh: "禁止投饵", en: "Feeding forbidden" },
        example: "",
        form: "choice",
        options: yesOrNo,
      },
      {
        field: "closedFrom",
        heading: { zh: "禁捕期开始（月-日）", en: "Closed season from (MM-DD)" },
        example: "",
        form: "text",
      },
      {
        field: "closedTo",
        heading: { zh: "禁捕期结束（月-日）", en: "Closed season until (MM-DD)" },
        example: "",
        form: "text",
      },
      { field: "note", heading: { zh: "备注", en: "Note" }, example: "", form: "text", width: 32 },
    ],
  }) satisfies SheetDefinition;
