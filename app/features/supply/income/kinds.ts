/** 分红, 入股分红, 土地、设施租金, 务工工资, 保底收益, 订单收入. */
export const incomeKinds = ["dividend", "share_dividend", "rent", "wage", "guarantee", "order"] as const;
