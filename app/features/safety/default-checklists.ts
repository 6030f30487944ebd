import type { SiteKind } from "../sites/kinds.ts";

type Line = readonly [zh: string, en: string];

const power: Line[] = [
  ["# 用电和增氧", "# Power and aeration"],
  [
    "配电箱有漏电保护，线路不裸露、不泡水",
    "Distribution box has earth-leakage protection; no wiring bare or under water",
  ],
  ["水泵、增氧机、投饵机接地良好", "Pumps, aerators and feeders are earthed"],
  ["增氧设备有备用，停电能报警", "A spare aerator is ready; a power failure raises an alarm"],
  ["备用发电机能启动，燃油够用", "The stand-by generator starts and has fuel"],
];
const tanks: Line[] = [
  ["# 池体和管道", "# Tanks and pipes"],
  ["池体、管道、阀门没有开裂渗漏", "Tanks, pipes and valves have no cracks or leaks"],
  ["基础没有沉降、倾斜", "Foundations have not sunk or tilted"],
];
const people: Line[] = [
  ["# 人身安全", "# People"],
  ["池边护栏牢固，走道防滑", "Railings are firm and walkways are not slippery"],
  ["救生衣、救生圈、救生杆齐全好用", "Life jackets, ring and pole are at hand and sound"],
  ["深水警示牌清楚", "Deep-water signs can be read"],
];
const drugs: Line[] = [
  ["# 渔药和饲料", "# Drugs and feed"],
  ["渔药有批准文号、不过期，专柜上锁", "Drugs are approved, in date and locked away"],
  ["没有禁用药品和来历不明的药", "No prohibited drugs and none of unknown origin"],
  ["饲料离地防潮，没有霉变", "Feed is off the floor, dry and not mouldy"],
];
const effluent: Line[] = [
  ["# 尾水和病死鱼", "# Tail water and dead fish"],
  ["尾水处理设施正常运行，没有直排", "Tail-water treatment works; nothing is discharged untreated"],
  ["病死鱼无害化处理，不随意丢弃", "Dead fish are disposed of safely, not thrown away"],
];
const records: Line[] = [
  ["# 记录", "# Records"],
  ["养殖生产记录、用药记录齐全", "Production and drug records are complete"],
  ["休药期内的鱼有标识，没有出售", "Fish in withdrawal are marked and none were sold"],
];
const banks: Line[] = [
  ["# 塘埂和水面", "# Banks and water"],
  ["塘埂没有塌陷、渗漏", "Banks have no slips or leaks"],
  ["进排水口拦网完好，能防逃", "Screens at inlet and outlet are whole"],
];
const openWater: Line[] = [
  ["# 岸边和警示", "# Shore and signs"],
  ["危险岸段有围栏，警示牌清楚", "Dangerous stretches are fenced and signs can be read"],
  ["救生圈、救生绳放在明显处", "Life rings and lines hang where they are seen"],
  ["# 船只和水上作业", "# Boats and work on the water"],
  ["船只登记、检验有效，船体不漏水", "Boats are registered, inspected and tight"],
  ["不超员、不超载，大风大雾不出船", "No overloading; no boat goes out in wind or fog"],
  ["水上作业人员穿救生衣", "Everybody on the water wears a life jacket"],
  ["# 水源保护和禁捕", "# Water protection and closed season"],
  [
    "饮用水水源保护区内不投饵、不施肥、不设网箱",
    "In a drinking-water protection zone: no feeding, no fertilizer, no cages",
  ],
  ["没有电鱼、毒鱼、炸鱼", "No fishing by electricity, poison or explosives"],
  ["禁捕期没有捕捞", "No capture in the closed season"],
  ["# 防汛", "# Floods"],
  ["溢洪道、拦鱼设施完好畅通", "Spillway and fish screens are whole and clear"],
  ["汛期有人值守，联系电话畅通", "Somebody is on watch in the flood season and can be reached"],
];
const fire: Line[] = [
  ["# 消防和用电", "# Fire and power"],
  ["灭火器有效，疏散通道畅通", "Extinguishers are in date and ways out are clear"],
  ["配电箱有漏电保护，线路不裸露", "Distribution box has earth-leakage protection; no bare wiring"],
];
const refrigeration: Line[] = [
  ["# 制冷", "# Refrigeration"],
  ["制冷剂没有泄漏，泄漏报警有效", "No refrigerant leaks; the leak alarm works"],
  ["压力容器、安全阀检验有效", "Pressure vessels and safety valves are inspected"],
  ["库门能从里面打开，被困报警有效", "Doors open from inside; the trapped-person alarm works"],
  ["库温记录完整", "Store temperatures are recorded without gaps"],
];
const processing: Line[] = [
  ["# 设备和卫生", "# Machines and hygiene"],
  ["切割、输送设备有防护罩和急停", "Cutters and conveyors have guards and emergency stops"],
  ["从业人员健康证有效", "Workers' health certificates are valid"],
  ["原料鱼有合格证，进货查验有记录", "Raw fish come with certificates; receipts are checked and recorded"],
  ["加工废水、下脚料处理规范", "Waste water and offal are dealt with properly"],
];
const hatchery: Line[] = [
  ["# 苗种", "# Fry"],
  ["苗种生产许可证在有效期内", "The fry production licence is valid"],
  ["亲本来源清楚，出苗有检疫证明", "Broodstock is of known origin; fry leave with a quarantine certificate"],
];
const holding: Line[] = [
  ["# 暂养", "# Holding"],
  ["来鱼有合格证，批次分开暂养", "Fish come with certificates; lots are kept apart"],
  ["没有使用孔雀石绿等禁用药品", "No malachite green or other prohibited drugs"],
];
const selling: Line[] = [
  ["# 销售", "# Selling"],
  ["产品有合格证，进货台账完整", "Products have certificates; purchases are on record"],
  ["冷柜、增氧机的线路不泡水", "Wiring of freezers and aerators stays dry"],
  ["水箱、用具清洁，没有使用禁用药品", "Tanks and tools are clean; no prohibited drugs"],
];
const riceField: Line[] = [
  ["# 田间", "# Field"],
  ["田埂、鱼沟、拦网完好", "Ridges, trenches and screens are whole"],
  ["养鱼期间不用对鱼有毒的农药", "No pesticide toxic to fish while fish are in the field"],
  ["农药、化肥另放，包装不乱丢", "Pesticides and fertilizer are stored apart, packaging is not littered"],
];

const byKind: Record<SiteKind, Line[]> = {
  pond: [...power, ...tanks, ...people, ...drugs, ...effluent, ...records],
  earth_pond: [...power, ...banks, ...people, ...drugs, ...effluent, ...records],
  raceway: [...power, ...tanks, ...people, ...drugs, ...effluent, ...records],
  water_area: [...openWater, ...records],
  rice_field: [...riceField, ...records],
  hatchery: [...power, ...hatchery, ...people, ...drugs, ...effluent, ...records],
  holding: [...power, ...holding, ...people, ...records],
  plant: [...fire, ...processing, ...refrigeration],
  cold_store: [...fire, ...refrigeration],
  outlet: [...fire, ...selling],
};

/** The list that comes with the program, until the alliance writes its own. */
export const defaultLines = (kind: SiteKind) => byKind[kind].map(([zh]) => zh);

const english = new Map(
  Object.values(byKind)
    .flat()
    .map(([zh, en]) => [zh.replace(/^# /, ""), en.replace(/^# /, "")]),
);

/** A line of a checklist in the reader's language, where it is one that comes with the program. */
export const inLanguage = (text: string, language: string) =>
  language.startsWith("zh") ? text : (english.get(text) ?? text);
