const browsers: [name: string, mark: RegExp][] = [
  ["WeChat", /MicroMessenger/],
  ["DingTalk", /DingTalk/],
  ["QQ Browser", /QQBrowser/],
  ["UC", /UCBrowser/],
  ["Huawei Browser", /HuaweiBrowser/],
  ["Mi Browser", /MiuiBrowser/],
  ["Edge", /Edg\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
];
const systems: [name: string, mark: RegExp][] = [
  ["HarmonyOS", /HarmonyOS|OpenHarmony/],
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X/],
  ["Linux", /Linux/],
];

/** What a person calls the device behind a User-Agent; undefined where nothing is known. */
export function deviceOf(userAgent: string | null) {
  const first = (names: typeof browsers) => names.find(([, mark]) => mark.test(userAgent ?? ""))?.[0];
  const [browser, system] = [first(browsers), first(systems)];
  return browser && system ? { browser, system } : undefined;
}
