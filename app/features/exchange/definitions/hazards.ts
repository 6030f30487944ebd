import { severities } from "../../safety/kinds.ts";
import en from "../../safety/messages.en.ts";
import zh from "../../safety/messages.zh.ts";
import { hazardStandings } from "../../safety/standing.ts";
import type { SheetDefinition } from "../column.ts";
import { choicesOf } from "./choices.ts";

/** Goes out only: a hazard is found at an inspection and moves by its steps. */
export const hazardSheet = {
  kind: "hazards",
  title: { zh: "隐患排查整改台账", en: "Hazards" },
  key: "description",
  columns: [
    { field: "foundOn", heading: { zh: "发现日期", en: "Found on" }, example: "", form: "day" },
    { field: "town", heading: { zh: "镇", en: "Town" }, example: "", form: "text" },
    { field: "operator", heading: { zh: "经营者", en: "Operator" }, example: "", form: "text", width: 24 },
    { field: "site", heading: { zh: "场所", en: "Site" }, example: "", form: "text", width: 24 },
    { field: "siteCode", heading: { zh: "场所编号", en: "Code of the site" }, example: "", form: "code" },
    {
      field: "description",
      heading: { zh: "隐患情况", en: "Hazard" },
      example: "",
      form: "text",
      width: 40,
    },
    {
      field: "severity",
      heading: { zh: "等级", en: "Severity" },
      example: "",
      form: "choice",
      options: choicesOf(severities, zh.severity, en.severity),
    },
    {
      field: "responsible",
      heading: { zh: "整改责任人", en: "Responsible" },
      example: "",
      form: "text",
      width: 16,
    },
    { field: "dueOn", heading: { zh: "整改期限", en: "Deadline" }, example: "", form: "day" },
    {
      field: "standing",
      heading: { zh: "状态", en: "Status" },
      example: "",
      form: "choice",
      options: choicesOf(hazardStandings, zh.standing, en.standing),
    },
    { field: "rectifiedOn", heading: { zh: "整改日期", en: "Rectified on" }, example: "", form: "day" },
    { field: "closedOn", heading: { zh: "销号日期", en: "Closed on" }, example: "", form: "day" },
  ],
} satisfies SheetDefinition;
