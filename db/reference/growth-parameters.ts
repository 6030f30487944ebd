/** lit: published; web: low authority; mem: remembered or assumed, to be confirmed by a person before anyone relies on it. */
export type Standing = "lit" | "web" | "mem";
export type Figure = { value: number; standing: Standing; source: GrowthSource };

export const growthSources = {
  assumed: { zh: "经验假定，待核实", en: "Assumed from experience, to be confirmed" },
  asa: {
    zh: "美国大豆协会 80:20 池塘草鱼试验 六例：北京 1999（35-99-64）、2000、2001，哈尔滨、梅县 2001，沈阳",
    en: "American Soybean Association, six 80:20 grass carp pond trials: Beijing 1999 (35-99-64), 2000, 2001, Harbin and Meixian 2001, Shenyang",
  },
  fao: {
    zh: "联合国粮农组织：养殖品种资料、AFFRIS 饲料资料",
    en: "FAO: cultured species fact sheets, AFFRIS species profiles",
  },
  kentucky: {
    zh: "肯塔基州立大学大口黑鲈水温与生长试验（世界水产养殖学会摘要 166442）",
    en: "Kentucky State University, largemouth bass growth by temperature (World Aquaculture Society abstract 166442)",
  },
  seafwa: {
    zh: "美国东南部鱼类与野生动物机构协会 1966：同龄大口黑鲈体重变异系数 14–94 %，分级投喂的取低端",
    en: "SEAFWA 1966: weights of largemouth bass of one age vary by 14–94 % (CV); graded and fed fish by the lower end",
  },
  handbook: { zh: "淡水养殖实用技术手册及网络资料", en: "Freshwater culture handbook, as quoted on the web" },
  prices: {
    zh: "南方农村报 2022-09-16 各产区加州鲈塘头价",
    en: "Southern Rural News, 2022-09-16, pond-side prices of largemouth bass",
  },
  market: { zh: "农批市场价格日报 2022-02-17", en: "Wholesale market price report, 2022-02-17" },
  carp: {
    zh: "Goolish、Adelman 1984：鲤幼鱼 12、18、24、30 ℃ 日增重 0.71、2.31、3.12、3.32 %，外推 9.3 ℃ 不长",
    en: "Goolish & Adelman 1984: juvenile carp 0.71, 2.31, 3.12, 3.32 % a day at 12, 18, 24, 30 °C; the line ends at 9.3 °C",
  },
  iwama: {
    zh: "Iwama、Tautz 1981 苗种场鲑鳟简易生长模型；AquaSearch TGC 0.13–0.20",
    en: "Iwama & Tautz 1981, a simple growth model for salmonids in hatcheries; AquaSearch: TGC 0.13–0.20",
  },
  notes: {
    zh: "养殖参数汇编，未注明原始出处",
    en: "Collected growth figures, their originals not named",
  },
  trout: {
    zh: "Genet. Sel. Evol. 2016, 48：虹鳟 14 ℃ 比 20 ℃ 长得快",
    en: "Genet. Sel. Evol. 2016, 48: rainbow trout grow faster at 14 °C than at 20 °C",
  },
  sturgeon: {
    zh: "阿斯特拉罕国立技术大学学报：鲟类适温 18–26 ℃；Lin 等 2004：史氏鲟 23 ℃ 快于 18、28 ℃",
    en: "Vestnik of Astrakhan State Technical University: sturgeons fit 18–26 °C; Lin et al. 2004: Amur sturgeon faster at 23 than at 18 and 28 °C",
  },
};
export type GrowthSource = keyof typeof growthSources;

const figure =
  (standing: Standing) =>
  (value: number, source: GrowthSource): Figure => ({ value, standing, source });
const [lit, web] = [figure("lit"), figure("web")];
const mem = (value: number) => figure("mem")(value, "assumed");

/**
 * One species' growth. `trial`: from one mean weight to another over so many effective degree-days, which gives the
 * rate; `rateCv`: how far farms differ from it; `individualCv`: how far fish of one pond do; `dailyLoss`: share
 * of the fish that dies in a day; `marketG`: mean at which a lot is sold; `classesG`: where one market class ends
 * and the next begins. Paddlefish and soft-shelled turtle are missing: not researched, so there is no forecast.
 */
export const growthParameters = {
  grass_carp: {
    temperature: {
      feedsAboveC: web(5, "handbook"),
      bestFromC: web(27, "notes"),
      bestToC: lit(30, "fao"),
      stopsC: mem(35),
    },
    // 178 days; the trial's water is not in its summary: 25 °C are assumed, 20 above where feeding begins.
    trial: { fromG: lit(85, "asa"), toG: lit(810, "asa"), degreeDays: mem(3560) },
    // Cube roots grew by 0.024–0.055 a day in the six trials; 84–96 % lived in the four that say so.
    rateCv: lit(0.34, "asa"),
    individualCv: mem(0.2),
    dailyLoss: lit(0.0006, "asa"),
    marketG: lit(750, "asa"),
    classesG: [mem(500), lit(750, "asa"), mem(1000), web(1500, "market")],
  },
  silver_carp: {
    temperature: {
      feedsAboveC: web(12, "notes"),
      bestFromC: web(23, "handbook"),
      bestToC: web(32, "handbook"),
      stopsC: web(36, "notes"),
    },
    // Unfed, two years in a reservoir of Hanyin.
    trial: { fromG: web(150, "notes"), toG: web(2000, "notes"), degreeDays: mem(3730) },
    rateCv: mem(0.4),
    individualCv: mem(0.25),
    dailyLoss: mem(0.0005),
    marketG: mem(1000),
    classesG: [mem(500), mem(1000), mem(1500), mem(2000)],
  },
  bighead_carp: {
    temperature: {
      feedsAboveC: web(12, "notes"),
      bestFromC: mem(23),
      bestToC: mem(32),
      stopsC: web(36, "notes"),
    },
    trial: { fromG: web(150, "notes"), toG: web(3000, "notes"), degreeDays: mem(3730) },
    rateCv: mem(0.4),
    individualCv: mem(0.25),
    dailyLoss: mem(0.0005),
    marketG: web(2000, "notes"),
    classesG: [mem(1000), web(1500, "market"), web(2000, "notes"), mem(3000)],
  },
  largemouth_bass: {
    // Fitted to the trial's curve: 10 °C 0.16 of the best, 18 0.55, 21 0.77, 24 0.95, 27 1, 30 0.92, 33 0.59.
    temperature: {
      feedsAboveC: web(10, "handbook"),
      bestFromC: lit(25, "kentucky"),
      bestToC: lit(29, "kentucky"),
      stopsC: web(36, "handbook"),
    },
    // 500–750 g in a year; the degree-days are those of a year of Hanyin's shallow water.
    trial: { fromG: web(10, "handbook"), toG: web(625, "handbook"), degreeDays: mem(2530) },
    rateCv: mem(0.25),
    individualCv: lit(0.2, "seafwa"),
    dailyLoss: mem(0.0006),
    marketG: web(400, "prices"),
    classesG: [web(300, "prices"), web(400, "prices"), web(500, "prices"), web(850, "prices")],
  },
  common_carp: {
    temperature: {
      feedsAboveC: lit(9.3, "carp"),
      bestFromC: lit(23, "fao"),
      bestToC: lit(30, "fao"),
      stopsC: mem(34),
    },
    // 0.6–1.0 kg in one season; 180 days in the best range are assumed.
    trial: { fromG: mem(50), toG: lit(800, "fao"), degreeDays: mem(2466) },
    rateCv: mem(0.35),
    individualCv: mem(0.25),
    dailyLoss: mem(0.0005),
    marketG: mem(750),
    classesG: [mem(500), mem(750), mem(1000), mem(1500)],
  },
  rainbow_trout: {
    temperature: {
      feedsAboveC: lit(0, "iwama"),
      bestFromC: lit(14, "trout"),
      bestToC: web(18, "notes"),
      stopsC: web(24, "notes"),
    },
    // 182 days in the best range. The TGC of 0.19 that follows lies within the published 0.13–0.20.
    trial: { fromG: web(75, "notes"), toG: web(750, "notes"), degreeDays: mem(2548) },
    rateCv: lit(0.2, "iwama"),
    individualCv: mem(0.2),
    dailyLoss: mem(0.0005),
    marketG: web(750, "notes"),
    classesG: [mem(250), mem(500), web(750, "notes"), mem(1000)],
  },
  siberian_sturgeon: {
    temperature: {
      feedsAboveC: mem(6),
      bestFromC: lit(18, "sturgeon"),
      bestToC: lit(23, "sturgeon"),
      stopsC: mem(30),
    },
    // 135 days in the best range, assumed.
    trial: { fromG: web(9, "notes"), toG: web(225, "notes"), degreeDays: mem(1620) },
    rateCv: mem(0.3),
    individualCv: mem(0.25),
    dailyLoss: mem(0.0005),
    marketG: mem(750),
    classesG: [mem(500), mem(750), mem(1000), mem(1500)],
  },
};

/** Of weighings everywhere. A net takes no fair sample: even of all fish weighed, the mean is known to 5 %. */
export const samplingCv: Figure = mem(0.05);
/** How many fish a weighing without a number stands for, a stocking for one. */
export const unknownSample: Figure = mem(30);
/** How far a lot's growth in the weeks ahead may depart from that so far: feed, oxygen, disease, grading. */
export const futureRateCv: Figure = mem(0.1);
