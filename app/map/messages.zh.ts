export default {
  loading: "地图正在打开……",
  sketch: "示意图，不作为划界依据",
  zoomIn: "放大",
  zoomOut: "缩小",
  attribution: "地图来源",
  problem: {
    tokenRefused:
      "Mapbox 不接受所设的令牌，地图改用不需要令牌的方式显示。请联盟管理员检查 MAPBOX_ACCESS_TOKEN。",
    noWebgl: "这台设备的浏览器画不出地图（没有 WebGL）。旁边的列表内容相同。",
    notLoaded: "地图没有下载成功。旁边的列表内容相同，重新打开本页可再试。",
    basemapAway: "有的底图没有取到，联盟自己的内容不受影响。",
  },
} as const;
