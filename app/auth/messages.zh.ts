export default {
  signIn: {
    title: "登录",
    account: "账号或手机号",
    password: "密码",
    remember: "在这台设备上保持登录 90 天",
    submit: "登录",
    wrong: "账号或密码不对，请核对后再试。",
    locked: "试错次数太多，请 {{minutes}} 分钟后再试。",
    intro: "汉阴县生态渔业产业链联盟的生产、供应和追溯，都记在这里。",
    sampleTitle: "示例账号",
    sampleHint: "密码都是 {{password}}",
  },
  role: {
    coordinator: "联盟管理员",
    town: "镇干部",
    village: "村级养殖管护员",
    enterprise: "企业",
    inspector: "监管员",
  },
} as const;
