/** FAO codes are FAO 3-alpha (ASFIS), looked up; a further species gets one only after looking it up too. */
export const species = [
  {
    code: "grass_carp",
    nameZh: "草鱼",
    nameEn: "Grass carp",
    latin: "Ctenopharyngodon idella",
    faoCode: "FCG",
  },
  {
    code: "silver_carp",
    nameZh: "鲢",
    nameEn: "Silver carp",
    latin: "Hypophthalmichthys molitrix",
    faoCode: "SVC",
  },
  {
    code: "bighead_carp",
    nameZh: "鳙",
    nameEn: "Bighead carp",
    latin: "Hypophthalmichthys nobilis",
    faoCode: "BIC",
  },
  {
    code: "largemouth_bass",
    nameZh: "加州鲈",
    nameEn: "Largemouth bass",
    latin: "Micropterus salmoides",
    faoCode: "MPS",
  },
  { code: "common_carp", nameZh: "鲤", nameEn: "Common carp", latin: "Cyprinus carpio", faoCode: "FCP" },
  {
    code: "rainbow_trout",
    nameZh: "虹鳟",
    nameEn: "Rainbow trout",
    latin: "Oncorhynchus mykiss",
    faoCode: "TRR",
  },
  {
    code: "siberian_sturgeon",
    nameZh: "西伯利亚鲟",
    nameEn: "Siberian sturgeon",
    latin: "Acipenser baerii",
    faoCode: "APB",
  },
  { code: "paddlefish", nameZh: "匙吻鲟", nameEn: "Paddlefish", latin: "Polyodon spathula", faoCode: "PAM" },
  {
    code: "softshell_turtle",
    nameZh: "中华鳖",
    nameEn: "Soft-shelled turtle",
    latin: "Pelodiscus sinensis",
    faoCode: "TTS",
  },
];
