export default {
  navigation: {
    today: "今天",
    overview: "首页",
    members: "成员",
    enterprises: "企业",
    towns: "各镇",
    sites: "场所与水面",
    households: "农户",
    imports: "表格导入",
    accounts: "账号",
    audit: "修改记录",
  },
} as const;
