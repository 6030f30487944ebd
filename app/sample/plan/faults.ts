import type { Severity } from "#app/features/safety/kinds.ts";

export type PlannedFault = {
  /** the line of the checklist it fails */
  item: string;
  description: string;
  remedy: string;
  severity: Severity;
};

const general = (item: string, description: string, remedy: string): PlannedFault => ({
  item,
  description,
  remedy,
  severity: "general",
});
const major = (item: string, description: string, remedy: string): PlannedFault => ({
  item,
  description,
  remedy,
  severity: "major",
});

/** Small things that any site may have for a week. */
export const smallFaults: PlannedFault[] = [
  general("配电箱有漏电保护，线路不裸露、不泡水", "投饵机的插座没有防雨罩", "已加装防雨罩"),
  general("增氧设备有备用，停电能报警", "停电报警器电池没电，试不响", "换了电池，试响正常"),
  general("备用发电机能启动，燃油够用", "备用发电机燃油不到四分之一", "已加满，另备一桶"),
  general("池体、管道、阀门没有开裂渗漏", "排水阀门滴漏", "换了密封圈，不漏了"),
  general("池边护栏牢固，走道防滑", "走道一处护栏螺丝松动", "已紧固，其余逐个查过"),
  general("救生衣、救生圈、救生杆齐全好用", "救生圈的绳子老化", "换了新绳"),
  general("深水警示牌清楚", "警示牌褪色，看不清字", "换了新牌"),
  general("饲料离地防潮，没有霉变", "饲料直接堆在地上", "垫了木托盘"),
  general("养殖生产记录、用药记录齐全", "生产记录缺最近三天", "已补记"),
  general("尾水处理设施正常运行，没有直排", "沉淀池淤泥该清了", "已清淤"),
  general("塘埂没有塌陷、渗漏", "塘埂东北角有一处小塌", "已夯实"),
  general("进排水口拦网完好，能防逃", "排水口拦网有一个小洞", "已补网"),
  general("危险岸段有围栏，警示牌清楚", "岸边围栏断开约两米", "围栏已接好"),
  general("救生圈、救生绳放在明显处", "救生圈被杂物挡住", "移到码头立柱上"),
  general("溢洪道、拦鱼设施完好畅通", "拦鱼栅前积有树枝", "已清理"),
  general("田埂、鱼沟、拦网完好", "田埂一处渗水", "已加固"),
  general("灭火器有效，疏散通道畅通", "一只灭火器压力不足", "已换新"),
  general("库温记录完整", "库温记录漏记两次", "已对照仪表补记"),
  general("冷柜、增氧机的线路不泡水", "冷柜插线板放在地上", "已挂到墙上"),
];

/** Graver ones, only where nobody real is meant. */
export const graverFaults: PlannedFault[] = [
  major("配电箱有漏电保护，线路不裸露、不泡水", "配电箱没有装漏电保护器", "已由电工加装并试跳"),
  major("备用发电机能启动，燃油够用", "备用发电机打不着火", "换了电瓶，连续启动三次正常"),
  major("制冷剂没有泄漏，泄漏报警有效", "泄漏报警探头失灵", "换了探头，现场测试报警正常"),
  major("切割、输送设备有防护罩和急停", "切片机的急停按钮不起作用", "已修好，试停三次正常"),
  major("船只登记、检验有效，船体不漏水", "一条作业船检验过期仍在使用", "已停用并报检，检验合格"),
  general("渔药有批准文号、不过期，专柜上锁", "药柜没有上锁", "已配锁，钥匙专人保管"),
];
