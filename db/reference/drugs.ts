/** How sure a statement is: its text was read (law), published (lit), of low authority (web), remembered (mem). */
export type Certainty = "law" | "lit" | "web" | "mem";
export type DrugStanding = "approved" | "prescription" | "prohibited";

export type DrugLabel = {
  id: string;
  validFrom: string;
  /** the fish it may be given to, by the code of their species */
  species: string[];
  degreeDays: number | null;
  days: number | null;
  source: string;
  certainty: Certainty;
};

export type Drug = {
  id: string;
  nameZh: string;
  nameEn: string;
  /** 批准文号; null: as the package says, every maker has its own */
  approvalNumber: string | null;
  standing: DrugStanding;
  source: string;
  certainty: Certainty;
  /** further names people write */
  alsoKnownAs?: string[];
  labels: DrugLabel[];
};

const fish = [
  "grass_carp",
  "silver_carp",
  "bighead_carp",
  "largemouth_bass",
  "common_carp",
  "rainbow_trout",
  "siberian_sturgeon",
  "paddlefish",
];
const carps = ["grass_carp", "silver_carp", "bighead_carp", "common_carp"];

type Said = [id: string, nameZh: string, nameEn: string, species: string[], degreeDays: number | null];

const labelled =
  (standing: DrugStanding) =>
  ([id, nameZh, nameEn, species, degreeDays]: Said): Drug => ({
    ...{ id, nameZh, nameEn, standing, approvalNumber: null },
    ...{ source: "水产用兽药，凭记忆列入", certainty: "mem" },
    labels: [
      {
        ...{ id: `${id}@2011`, validFrom: "2011-01-01", species, degreeDays, days: null },
        ...{ source: "说明书，凭记忆，用前请与包装核对", certainty: "mem" },
      },
    ],
  });

const prescription: Said[] = [
  ["florfenicol-powder", "氟苯尼考粉（水产用）", "Florfenicol powder", fish, 375],
  ["enrofloxacin-powder", "恩诺沙星粉（水产用）", "Enrofloxacin powder", fish, 500],
  ["doxycycline-powder", "盐酸多西环素粉（水产用）", "Doxycycline hyclate powder", fish, 750],
  ["thiamphenicol-powder", "甲砜霉素粉（水产用）", "Thiamphenicol powder", fish, 500],
  [
    "sulfamonomethoxine-powder",
    "磺胺间甲氧嘧啶钠粉（水产用）",
    "Sulfamonomethoxine sodium powder",
    fish,
    500,
  ],
  ["flumequine-powder", "氟甲喹粉（水产用）", "Flumequine powder", fish, 175],
];

const approved: Said[] = [
  ["albendazole-powder", "阿苯达唑粉（水产用）", "Albendazole powder", carps, 500],
  ["praziquantel-premix", "吡喹酮预混剂（水产用）", "Praziquantel premix", carps, 500],
  ["trichlorfon-powder", "精制敌百虫粉（水产用）", "Purified trichlorfon powder", carps, 500],
  ["phoxim-solution", "辛硫磷溶液（水产用）", "Phoxim solution", carps, 500],
  ["copper-ferrous-sulfate", "硫酸铜硫酸亚铁粉（水产用）", "Copper and ferrous sulfate powder", carps, 500],
  ["povidone-iodine-solution", "聚维酮碘溶液（水产用）", "Povidone-iodine solution", fish, 500],
  ["sanhuang-powder", "三黄散（水产用）", "Sanhuang powder", fish, null],
  ["rhubarb-powder", "大黄末（水产用）", "Rhubarb powder", fish, null],
];

/** What a later announcement changed: the same drug, another version of its label. */
const laterLabels: Record<string, DrugLabel> = {
  "enrofloxacin-powder": {
    ...{ id: "enrofloxacin-powder@2026", validFrom: "2026-01-01", species: fish, degreeDays: 500, days: 20 },
    ...{ source: "2026年公告替换旧说明书，数值为示例，待核对", certainty: "mem" },
  },
};

/** 农业农村部公告第250号, 食品动物中禁止使用的药品及其他化合物清单, one row a name; with the names in use. */
const prohibited: [id: string, nameZh: string, nameEn: string, alsoKnownAs?: string[]][] = [
  ["antimony-potassium-tartrate", "酒石酸锑钾", "Antimony potassium tartrate"],
  ["beta-agonists", "β-兴奋剂类", "β-agonists", ["瘦肉精", "克仑特罗", "莱克多巴胺", "沙丁胺醇"]],
  ["mercurials", "汞制剂", "Mercurials", ["甘汞", "氯化亚汞", "醋酸汞", "硝酸亚汞", "吡啶基醋酸汞"]],
  ["camphechlor", "毒杀芬", "Camphechlor", ["氯化烯"]],
  ["carbadox", "卡巴氧", "Carbadox"],
  ["carbofuran", "呋喃丹", "Carbofuran", ["克百威"]],
  ["chloramphenicol", "氯霉素", "Chloramphenicol"],
  ["chlordimeform", "杀虫脒", "Chlordimeform", ["克死螨"]],
  ["dapsone", "氨苯砜", "Dapsone"],
  [
    "nitrofurans",
    "硝基呋喃类",
    "Nitrofurans",
    ["呋喃西林", "呋喃妥因", "呋喃它酮", "呋喃唑酮", "呋喃苯烯酸钠", "痢特灵", "furazolidone", "nitrofuran"],
  ],
  ["lindane", "林丹", "Lindane"],
  ["malachite-green", "孔雀石绿", "Malachite green", ["孔雀绿", "碱性绿"]],
  [
    "steroids",
    "类固醇激素",
    "Steroid hormones",
    ["醋酸美仑孕酮", "甲基睾丸酮", "甲睾酮", "群勃龙", "玉米赤霉醇", "methyltestosterone"],
  ],
  ["methaqualone", "安眠酮", "Methaqualone"],
  ["nitrovin", "硝呋烯腙", "Nitrovin"],
  ["sodium-pentachlorophenate", "五氯酚酸钠", "Sodium pentachlorophenate", ["五氯酚钠"]],
  ["nitroimidazoles", "硝基咪唑类", "Nitroimidazoles", ["洛硝达唑", "替硝唑", "tinidazole", "ronidazole"]],
  ["sodium-nitrophenolate", "硝基酚钠", "Sodium nitrophenolate"],
  ["stilbenes", "己烯雌酚", "Stilbenes", ["己二烯雌酚", "己烷雌酚", "diethylstilbestrol"]],
  ["tryparsamide", "锥虫砷胺", "Tryparsamide"],
  ["vancomycin", "万古霉素", "Vancomycin"],
];

/** The drugs the program knows. Every label here is remembered: the package says what holds. */
export const drugs: Drug[] = [
  ...approved.map(labelled("approved")),
  ...prescription.map(labelled("prescription")),
  ...prohibited.map(
    ([id, nameZh, nameEn, alsoKnownAs]): Drug => ({
      ...{ id, nameZh, nameEn, alsoKnownAs, approvalNumber: null, standing: "prohibited" },
      ...{ source: "农业农村部公告第250号", certainty: "mem", labels: [] },
    }),
  ),
].map((drug) => {
  const later = laterLabels[drug.id];
  return later ? { ...drug, labels: [...drug.labels, later] } : drug;
});
