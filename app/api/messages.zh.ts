export default {
  error: {
    signIn: "请先登录，或带上有效的 API 令牌（Authorization: Bearer …）。",
    changePassword: "这个账号要先在网页上改密码，才能使用接口。",
    readOnly: "这个令牌只能读，不能写。",
    json: "请求体应为 JSON。",
    unknown: "没有名为 {{parameter}} 的参数。",
    oneOf: "{{parameter}} 应为其中之一：{{values}}。",
    other: "参数 {{parameter}} 的值不对。",
  },
  parameter: {
    readings: "readings 应为 1 到 1000 条读数的列表。",
    town: "town 应为 9 位镇代码。",
    organization: "organization 应为成员的 id（UUID）。",
    month: "month 应为“年-月”，如 2026-03。",
    site: "site 应为场所的 id（UUID）。",
    bbox: "bbox 应为“西,南,东,北”四个数，单位为度，西小于东，南小于北。",
    q: "q 最多 60 个字。",
    limit: "limit 应为从 1 起、不超过上限的整数。",
    after: "after 应为上一页给出的 next。",
  },
} as const;
