export default {
  loading: "地图正在打开……",
  sketch: "示意图，不作为划界依据",
  zoomIn: "放大",
  zoomOut: "缩小",
  attribution: "地图来源",
  basemap: "底图",
  base: {
    local: "本地示意图",
    tianditu: "天地图",
    imagery: "天地图影像",
    mapbox: "Mapbox 街道",
    satellite: "Mapbox 卫星",
    xyz: "自设底图",
    pmtiles: "自备离线底图",
  },
  address: {
    label: "找地址或地名",
    hint: "如：军坝村、涧池镇政府",
    search: "查找",
    searching: "正在查找……",
    found_other: "找到 {{count}} 处，选一处到地图上看",
    by: { tianditu: "结果来自天地图", mapbox: "结果来自 Mapbox" },
    failure: {
      none: "没有找到这个地址。换个写法，或只写村名、地名试试。",
      refused: "地址服务不接受所设的密钥，请联盟管理员检查。可以直接在地图上找。",
      quota: "地址服务今天的次数用完了，请明天再试，或直接在地图上找。",
      timeout: "地址服务没有及时回答，请稍后再试。",
      broken: "地址服务现在用不了，请稍后再试，或直接在地图上找。",
    },
  },
  problem: {
    tokenRefused:
      "Mapbox 不接受所设的令牌，地图改用不需要令牌的方式显示。请联盟管理员检查 MAPBOX_ACCESS_TOKEN。",
    noWebgl: "这台设备的浏览器画不出地图（没有 WebGL）。旁边的列表内容相同。",
    notLoaded: "地图没有下载成功。旁边的列表内容相同，重新打开本页可再试。",
    basemapAway: "有的底图没有取到，联盟自己的内容不受影响。",
  },
} as const;
